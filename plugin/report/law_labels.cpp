#include <array>

#include "plugin/report/call_sentences.hpp"

namespace rendabel::report {

namespace {

// clang-format off
constexpr std::array rules{
    CallWords{"NL1", "Bezwaar gemaakt of bel-me-niet: geen verkoop, alleen service of een later verzoek", "Objected or do not call: no selling, only service or a later request"},
    CallWords{"NL2", "Buiten de beltijden, zondag of feestdag: nu niet bellen", "Outside calling hours, a Sunday or a holiday: not now"},
    CallWords{"NL3", "Service: contact mag, zonder verkoop", "Service: contact is allowed, without selling"},
    CallWords{"NL4", "Zelf gevraagd: terugbellen mag, over dit onderwerp", "Asked for: may be called back, on this subject"},
    CallWords{"NL5", "Rechtspersoon: bellen mag; schrijven aan eigen klanten of met toestemming", "Legal person: may be called; written to as a customer or with consent"},
    CallWords{"NL6", "Toestemming gegeven voor dit kanaal: contact mag", "Consent given for this channel: contact is allowed"},
    CallWords{"NL6a", "Vaak genoeg gebeld: nu even niet", "Called often enough: not now"},
    CallWords{"NL7", "Klant met eigen gelijksoortige goederen, verzet aangeboden: bellen mocht tot 1 juli 2026", "Customer for similar goods, opt-out offered: may be called until 1 July 2026"},
    CallWords{"NL8", "Uitzondering voor klanten is vervallen: natuurlijk persoon alleen bellen met toestemming, mailen mag", "The exception for customers has ended: a natural person only with consent, mail is allowed"},
    CallWords{"NL9", "Natuurlijk persoon zonder toestemming: geen contact", "Natural person without consent: no contact"},
    CallWords{"NL10", "Soort persoon onbekend: telt als natuurlijk persoon", "Kind of person unknown: counts as a natural person"},
    CallWords{"BE1", "België: bezwaar gemaakt of bel-me-niet: geen verkoop, alleen service of een later verzoek", "Belgium: objected or do not call: no selling, only service or a later request"},
    CallWords{"BE2", "België: buiten de beltijden, zondag of feestdag: nu niet bellen", "Belgium: outside calling hours, a Sunday or a holiday: not now"},
    CallWords{"BE3", "België: service: contact mag, zonder verkoop", "Belgium: service: contact is allowed, without selling"},
    CallWords{"BE4", "België: zelf gevraagd: terugbellen mag, over dit onderwerp", "Belgium: asked for: may be called back, on this subject"},
    CallWords{"BE5", "België: eerst de bel-me-niet-meer-lijst nakijken (niet ouder dan 30 dagen)", "Belgium: check the do-not-call-me list first (no older than 30 days)"},
    CallWords{"BE6", "België, rechtspersoon: bellen mag; schrijven aan eigen klanten of met toestemming", "Belgium, legal person: may be called; written to as a customer or with consent"},
    CallWords{"BE7", "België: toestemming gegeven voor dit kanaal", "Belgium: consent given for this channel"},
    CallWords{"BE8", "België: klant met gelijksoortige goederen", "Belgium: customer for similar goods"},
    CallWords{"BE9", "België: geen toestemming en geen klant, dus geen contact", "Belgium: no consent and no customer, so no contact"},
    CallWords{"DE1", "Duitsland: bezwaar gemaakt of bel-me-niet: geen verkoop, alleen service of een later verzoek", "Germany: objected or do not call: no selling, only service or a later request"},
    CallWords{"DE2", "Duitsland: buiten de beltijden, zondag of feestdag: nu niet bellen", "Germany: outside calling hours, a Sunday or a holiday: not now"},
    CallWords{"DE3", "Duitsland: service: contact mag, zonder verkoop", "Germany: service: contact is allowed, without selling"},
    CallWords{"DE4", "Duitsland: zelf gevraagd: terugbellen mag, over dit onderwerp", "Germany: asked for: may be called back, on this subject"},
    CallWords{"DE5", "Duitsland, rechtspersoon met toestemming: contact mag", "Germany, legal person with consent: contact is allowed"},
    CallWords{"DE6", "Duitsland, rechtspersoon en klant met gelijksoortige goederen: contact mag", "Germany, legal person and customer for similar goods: contact is allowed"},
    CallWords{"DE7", "Duitsland: vastgelegde toestemming, in de laatste vijf jaar gegeven of gebruikt", "Germany: documented consent, given or used in the last five years"},
    CallWords{"DE8", "Duitsland: zonder vastgelegde toestemming of klantrelatie geen contact", "Germany: no contact without documented consent or an existing relation"},
    CallWords{"AT1", "Oostenrijk: bezwaar gemaakt of bel-me-niet: geen verkoop, alleen service of een later verzoek", "Austria: objected or do not call: no selling, only service or a later request"},
    CallWords{"AT2", "Oostenrijk: buiten de beltijden, zondag of feestdag: nu niet bellen", "Austria: outside calling hours, a Sunday or a holiday: not now"},
    CallWords{"AT3", "Oostenrijk: service: contact mag, zonder verkoop", "Austria: service: contact is allowed, without selling"},
    CallWords{"AT4", "Oostenrijk: zelf gevraagd: terugbellen mag, over dit onderwerp", "Austria: asked for: may be called back, on this subject"},
    CallWords{"AT5", "Oostenrijk: toestemming gegeven voor dit kanaal", "Austria: consent given for this channel"},
    CallWords{"AT6", "Oostenrijk: zonder toestemming geen contact, ook niet met bedrijven", "Austria: no contact without consent, companies included"},
    CallWords{"UK1", "Verenigd Koninkrijk: bezwaar gemaakt of bel-me-niet: geen verkoop, alleen service of een later verzoek", "United Kingdom: objected or do not call: no selling, only service or a later request"},
    CallWords{"UK2", "Verenigd Koninkrijk: buiten de beltijden, zondag of feestdag: nu niet bellen", "United Kingdom: outside calling hours, a Sunday or a holiday: not now"},
    CallWords{"UK3", "Verenigd Koninkrijk: service: contact mag, zonder verkoop", "United Kingdom: service: contact is allowed, without selling"},
    CallWords{"UK4", "Verenigd Koninkrijk: zelf gevraagd: terugbellen mag, over dit onderwerp", "United Kingdom: asked for: may be called back, on this subject"},
    CallWords{"UK5", "Verenigd Koninkrijk: eerst TPS of CTPS nakijken (niet ouder dan 28 dagen)", "United Kingdom: check TPS or CTPS first (no older than 28 days)"},
    CallWords{"UK6", "Verenigd Koninkrijk: geen bezwaar en niet op TPS of CTPS, bellen mag", "United Kingdom: not objected and not on TPS or CTPS, may be called"},
    CallWords{"UK7", "Verenigd Koninkrijk: toestemming of klant met gelijksoortige goederen, schrijven mag", "United Kingdom: consent or customer for similar goods, may be written to"},
    CallWords{"UK8", "Verenigd Koninkrijk: zonder toestemming of klantrelatie niet schrijven", "United Kingdom: not written to without consent or an existing relation"},
    CallWords{"FR1", "Frankrijk: bezwaar gemaakt of bel-me-niet: geen verkoop, alleen service of een later verzoek", "France: objected or do not call: no selling, only service or a later request"},
    CallWords{"FR2", "Frankrijk: buiten de beltijden, zondag of feestdag: nu niet bellen", "France: outside calling hours, a Sunday or a holiday: not now"},
    CallWords{"FR3", "Frankrijk: service: contact mag, zonder verkoop", "France: service: contact is allowed, without selling"},
    CallWords{"FR4", "Frankrijk: zelf gevraagd: terugbellen mag, over dit onderwerp", "France: asked for: may be called back, on this subject"},
    CallWords{"FR5", "Frankrijk, rechtspersoon: bellen mag; schrijven aan eigen klanten of met toestemming", "France, legal person: may be called; written to as a customer or with consent"},
    CallWords{"FR6", "Frankrijk: 60 dagen rust na een nee", "France: 60 days of rest after a no"},
    CallWords{"FR6a", "Frankrijk: vier keer gebeld in 30 dagen, nu even niet", "France: called four times in 30 days, not now"},
    CallWords{"FR7", "Frankrijk: toestemming gegeven voor dit kanaal", "France: consent given for this channel"},
    CallWords{"FR8", "Frankrijk: lopend contract of klant, over dat onderwerp", "France: a running contract or customer, on that subject"},
    CallWords{"FR9", "Frankrijk: tot 11 augustus 2026 mag bellen als Bloctel in de laatste 30 dagen is nagekeken", "France: until 11 August 2026 may be called when Bloctel was checked in the last 30 days"},
    CallWords{"FR10", "Frankrijk: zonder toestemming of lopend contract geen contact", "France: no contact without consent or a running contract"},
    CallWords{"XX1", "Bezwaar gemaakt of bel-me-niet: geen contact", "Objected or do not call: no contact"},
    CallWords{"XX2", "Land zonder eigen regels hier: bestaande zakelijke klant mag gebeld worden", "Country without rules here: an existing business customer may be called"},
    CallWords{"XX3", "Land zonder eigen regels hier: alleen bestaande zakelijke klanten, dus geen contact", "Country without rules here: existing business customers only, so no contact"},
    CallWords{"XX4", "Buiten de beltijden, zondag of feestdag: nu niet bellen", "Outside calling hours, a Sunday or a holiday: not now"}};
// clang-format on

}  // namespace

std::span<const CallWords> rule_labels() { return rules; }

}  // namespace rendabel::report
