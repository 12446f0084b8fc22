// words.hpp — every word of the command line itself, in Dutch and English, once.
// Codes (flags, reasons, rules, …) get their words from the library: rendabel_labels_get.
#pragma once
#include <string_view>

namespace rendabel::cli {

enum class Language { nl, en };

struct Words {
  const char* nl;
  const char* en;
  const char* in(Language language) const { return language == Language::nl ? nl : en; }
};

namespace words {
// clang-format off

// What happened.
inline constexpr Words saved{"{} klanten opgeslagen", "{} accounts saved"};
inline constexpr Words stale{"{} klanten overgeslagen: een nieuwere revisie is al opgeslagen", "{} accounts skipped: a newer revision is stored already"};
inline constexpr Words resumed{"verder na {} records van een afgebroken import", "going on after {} records of an interrupted import"};
inline constexpr Words restarted{"het journaal past niet bij deze invoer of opslag: de import begint opnieuw", "the journal does not fit this input or store: the import starts again"};
inline constexpr Words journal_other{"het journaal {} hoort bij andere invoer of een andere opslag: verwijder het om opnieuw te beginnen", "the journal {} belongs to other input or another store: remove it to start again"};
inline constexpr Words stopped{"gestopt bij het eerste blok met fouten: records tot en met {} zijn opgeslagen ({} klanten), van record {} af niets", "stopped at the first batch with faults: records up to {} are saved ({} accounts), nothing from record {} on"};
inline constexpr Words kept_going{"{} records met fouten overgeslagen, de rest is opgeslagen", "{} records with faults left out, the rest is saved"};
inline constexpr Words more_findings{"{}: nog {} bevindingen", "{}: {} more findings"};
inline constexpr Words erased_account{"klant {} gewist", "account {} erased"};
inline constexpr Words erased_contact{"contactpersoon {} van klant {} gewist", "contact {} of account {} erased"};
inline constexpr Words erase_ask{"{} voorgoed wissen uit {}? Typ het id om te bevestigen: ", "Erase {} for good from {}? Type the id to confirm: "};
inline constexpr Words erase_needs_yes{"wissen is definitief: geef --yes", "erasing is final: give --yes"};
inline constexpr Words not_confirmed{"niet bevestigd, niets gewist", "not confirmed, nothing erased"};
inline constexpr Words backup_made{"reservekopie in {} ({} bytes)", "backup in {} ({} bytes)"};
inline constexpr Words store_sound{"de opslag is in orde", "the store is sound"};
inline constexpr Words store_damaged{"de opslag is beschadigd:", "the store is damaged:"};
inline constexpr Words settings_saved{"instellingen opgeslagen", "settings saved"};
inline constexpr Words no_setting{"geen instelling: {}", "no setting: {}"};
inline constexpr Words no_calls{"Geen telefoontjes voor deze dag.", "No calls for this day."};
inline constexpr Words no_flags{"Geen signalen.", "No flags."};
inline constexpr Words refreshing{"boek bijwerken", "refreshing the book"};
inline constexpr Words importing{"importeren", "importing"};
inline constexpr Words store_missing{"geef --store MAP of zet RENDABEL_STORE", "give --store DIR or set RENDABEL_STORE"};
inline constexpr Words book_first{"het boek is nog niet bijgewerkt: draai `rendabel book` zonder --no-refresh", "the book was not refreshed yet: run `rendabel book` without --no-refresh"};
inline constexpr Words report_written{"Rapport: {}", "Report: {}"};

// Permission and events.
inline constexpr Words at{"tijdstip", "moment"};
inline constexpr Words channel{"kanaal", "channel"};
inline constexpr Words address{"nummer of adres", "number or address"};
inline constexpr Words purpose{"doel", "purpose"};
inline constexpr Words judged_as{"beoordeeld als", "judged as"};
inline constexpr Words request{"aanvraag", "request"};
inline constexpr Words country{"land", "country"};
inline constexpr Words person_kind{"soort persoon", "kind of person"};
inline constexpr Words relation{"relatie", "relation"};
inline constexpr Words next_allowed{"mag vanaf", "allowed from"};
inline constexpr Words never_allowed{"niet in de komende 92 dagen", "not in the next 92 days"};
inline constexpr Words nothing_known{"onbekend", "unknown"};
inline constexpr Words recorded{"{} gebeurtenissen vastgelegd, bij {} klanten.", "{} events recorded, of {} accounts."};

// The desk.
inline constexpr Words desk_welcome{"Bureau van {}. Eén toets per gespreksresultaat.", "Desk of {}. One key per outcome."};
inline constexpr Words desk_keys{"l klant aan de lijn · q stoppen", "l customer on the line · q stop"};
inline constexpr Words desk_wait_keys{"Enter vraag opnieuw · l klant aan de lijn · q stoppen", "Enter ask again · l customer on the line · q stop"};
inline constexpr Words desk_nothing{"Er staat niets meer open.", "Nothing is due any more."};
inline constexpr Words desk_nothing_until{"Nu niets te bellen; weer vanaf {}.", "Nothing to call now; again from {}."};
inline constexpr Words desk_until{"van u tot {}", "yours until {}"};
inline constexpr Words desk_no_number{"geen nummer", "no number"};
inline constexpr Words desk_attempt{"poging {}", "attempt {}"};
inline constexpr Words desk_number{"Nummer van de beller:", "Number of the caller:"};
inline constexpr Words desk_callback{"Terugbellen om (UU:MM of JJJJ-MM-DD UU:MM, leeg = toch niet):", "Call back at (HH:MM or YYYY-MM-DD HH:MM, empty = not after all):"};
inline constexpr Words desk_amount{"Bedrag (leeg = onbekend):", "Amount (empty = unknown):"};
inline constexpr Words desk_done{"{} gesprekken vastgelegd.", "{} outcomes reported."};

// What was learnt.
inline constexpr Words nothing_learnt{"Nog niets geleerd: er zijn geen gespreksresultaten.", "Nothing learnt yet: there are no outcomes."};
inline constexpr Words learnt_from{"Geleerd van {} gesprekken, {} met succes, tot en met {}", "Learnt from {} outcomes, {} successes, up to {}"};
inline constexpr Words learnt_quality{"Log-verlies {} (met alleen het lopende gemiddelde {}; minder is beter) · gemiddeld {} naast de werkelijkheid", "Log-loss {} (the moving average alone {}; less is better) · {} off on average"};
inline constexpr Words chance{"kans", "chance"};
inline constexpr Words outcomes{"gesprekken", "outcomes"};
inline constexpr Words foretold{"voorspeld", "foretold"};
inline constexpr Words came_true{"uitgekomen", "came true"};
inline constexpr Words weighs_most{"Wat het zwaarst weegt", "What weighs most"};
inline constexpr Words starts_at{"Waar het leren begint", "Where learning starts"};
inline constexpr Words attributes_read{"Gelezen kenmerken: {}", "Attributes read: {}"};
inline constexpr Words reset_ask{"Alles vergeten wat in {} geleerd is? Typ reset om te bevestigen: ", "Forget all that was learnt in {}? Type reset to confirm: "};
inline constexpr Words reset_needs_yes{"vergeten is definitief: geef --yes", "forgetting is final: give --yes"};
inline constexpr Words not_reset{"niet bevestigd, niets vergeten", "not confirmed, nothing forgotten"};
inline constexpr Words was_reset{"vergeten wat {} gesprekken leerden", "forgot what {} outcomes taught"};
// The report of import-csv.
inline constexpr Words csv_lines{"regels", "lines"};
inline constexpr Words csv_invoices{"facturen", "invoices"};
inline constexpr Words csv_customers{"klanten", "customers"};
inline constexpr Words csv_unassigned{"regels zonder klant", "lines without customer"};
inline constexpr Words csv_cancellations{"creditregels", "cancellation lines"};
inline constexpr Words csv_duplicates{"exacte dubbelen (behouden)", "exact duplicates (kept)"};
inline constexpr Words csv_stock{"voorraadmutaties zonder bedrag en klant (niet verstuurd)", "stock movements without amount and customer (not sent)"};
inline constexpr Words csv_exact{"som, exact", "sum, exact"};
inline constexpr Words csv_rounded{"som, regel voor regel afgerond", "sum, rounded line by line"};
inline constexpr Words csv_difference{"verschil", "difference"};
inline constexpr Words csv_saved{"klanten opgeslagen", "accounts saved"};

inline constexpr Words csv_stopped{"gestopt: {} klanten zijn opgeslagen, de rest niet", "stopped: {} accounts are saved, the rest is not"};
inline constexpr Words order_lines{"orderregels", "order lines"};

// Titles.
inline constexpr Words account{"klant", "account"};
inline constexpr Words contact{"contact", "contact"};
inline constexpr Words phone{"telefoon", "phone"};
inline constexpr Words lane{"wanneer", "lane"};
inline constexpr Words state{"stand", "state"};
inline constexpr Words why{"waarom", "why"};
inline constexpr Words value{"waarde", "value"};
inline constexpr Words rule{"regel", "rule"};
inline constexpr Words calls_title{"Bellijst {} — plaats voor {}", "Call list {} — room for {}"};
inline constexpr Words left_out{"Niet op de lijst", "Not on the list"};
inline constexpr Words count{"aantal", "count"};
inline constexpr Words assessment_title{"Klant {} — beoordeeld op {}", "Account {} — assessed on {}"};
inline constexpr Words book_of{"boek van {}", "book of {}"};
inline constexpr Words line{"regel", "line"};
inline constexpr Words quantity{"aantal", "quantity"};
inline constexpr Words this_year{"laatste 365 dagen", "last 365 days"};
inline constexpr Words year_before{"365 dagen ervoor", "365 days before"};
inline constexpr Words net_margin{"nettomarge", "net margin"};
inline constexpr Words freight_charged{"doorberekende vracht", "freight charged"};
inline constexpr Words flags{"Signalen", "Flags"};
inline constexpr Words flag{"signaal", "flag"};
inline constexpr Words verdict{"Oordeel", "Verdict"};
inline constexpr Words remedy{"maatregel", "remedy"};
inline constexpr Words in_plan{"plan", "plan"};
inline constexpr Words effect_a_year{"per jaar", "a year"};
inline constexpr Words result_after{"resultaat daarna", "result after"};
inline constexpr Words break_even{"break-even", "break-even"};
inline constexpr Words agreed_remedy{"afgesproken", "agreed"};
inline constexpr Words days{"dagen", "days"};
inline constexpr Words expected{"verwacht", "expected"};
inline constexpr Words amount_a_year{"per jaar", "a year"};
inline constexpr Words coverage{"Niet geheel bekend", "Not wholly known"};
inline constexpr Words book_coverage{"Wat is er bekend", "What is known"};
inline constexpr Words all_accounts{"alle", "all"};
inline constexpr Words rhythm{"Bestelritme", "Order rhythm"};
inline constexpr Words order_days{"besteldagen", "order days"};
inline constexpr Words median_gap{"mediaan tussen bestellingen (dagen)", "median gap (days)"};
inline constexpr Words silent_days{"dagen stil", "days silent"};
inline constexpr Words potential{"potentieel", "potential"};
inline constexpr Words layer{"laag", "layer"};
inline constexpr Words book_title{"Het boek — {}", "The book — {}"};
inline constexpr Words accounts{"klanten", "accounts"};
inline constexpr Words customers{"klanten met omzet", "customers"};
inline constexpr Words inactive{"zonder omzet", "inactive"};
inline constexpr Words prospects{"prospects", "prospects"};
inline constexpr Words not_assessable{"niet te beoordelen", "not assessable"};
inline constexpr Words pyramid{"Klantenpiramide", "Pyramid"};
inline constexpr Words revenue{"omzet", "revenue"};
inline constexpr Words revenue_share{"deel van de omzet", "revenue share"};
inline constexpr Words net_result{"nettoresultaat", "net result"};
inline constexpr Words pareto{"De eerste 20 % van de klanten ({}) geven {} van de omzet.", "The first 20 % of customers ({}) bring {} of revenue."};
inline constexpr Words tail{"De staart van {} klanten ({} omzet): nettoresultaat {}, {} van hun omzet.", "The tail of {} customers ({} revenue): net result {}, {} of their revenue."};
inline constexpr Words tail_claim{"Volgens de column geeft de staart {} van de omzet en {} resultaat; hier is gemeten.", "The column says that the tail brings {} of revenue at {}; here it is measured."};
inline constexpr Words whale{"Walviscurve: de beste {} van {} klanten verdienen {}; met de anderen erbij blijft {} over. De top is {} {}.", "Whale curve: the best {} of {} accounts earn {}; with the others it comes to {}. The peak is {} {}."};
inline constexpr Words layer_costs{"Kosten per laag", "Costs per layer"};
inline constexpr Words worst{"Grootste verliezen", "Largest losses"};
inline constexpr Words plan{"plan", "plan"};
inline constexpr Words remedies{"Maatregelen", "Remedies"};
inline constexpr Words advised{"geadviseerd", "advised"};
inline constexpr Words offered{"voorgesteld", "offered"};
inline constexpr Words agreed{"afgesproken", "agreed"};
inline constexpr Words refused{"geweigerd", "refused"};
inline constexpr Words predicted{"verwacht tot nu", "predicted so far"};
inline constexpr Words realised{"opgebracht", "collected"};
inline constexpr Words trend{"Sinds {}: {} klanten verliesgevend geworden, {} hersteld, {} verliesgevende kopen niet meer.", "Since {}: {} accounts became loss-making, {} were repaired, {} loss-making ones stopped buying."};
inline constexpr Words no_trend{"Geen ontwikkeling: dit is het eerste boek, of er is geen boek van een eerdere dag.", "No trend: this is the first book, or there is none of an earlier day."};
inline constexpr Words collected{"Afgesproken maatregelen: {} verwacht tot nu, {} opgebracht.", "Agreed remedies: {} predicted so far, {} collected."};
inline constexpr Words became_loss_making{"Verliesgevend geworden", "Became loss-making"};
inline constexpr Words repaired{"Hersteld", "Repaired"};
inline constexpr Words before{"toen", "before"};
inline constexpr Words now{"nu", "now"};
inline constexpr Words visit_programme{"Bezoekplan", "Visit programme"};
inline constexpr Words visits_done{"bezocht", "visits done"};
inline constexpr Words visits_carried{"marge draagt", "carried"};
inline constexpr Words visits_advised{"advies", "advised"};
inline constexpr Words by_phone{"wordt telefonisch", "by phone"};
inline constexpr Words hours_freed{"uren vrij", "hours freed"};
inline constexpr Words money_freed{"bespaard", "money freed"};
inline constexpr Words no_owner{"(niemand)", "(nobody)"};
inline constexpr Words owners_left_out{"Nog {} accountmanagers, alleen in het totaal.", "{} more owners, in the total only."};
inline constexpr Words total{"totaal", "total"};
inline constexpr Words visit_best{"Meeste potentieel per bezoek", "Most potential per visit"};
inline constexpr Words per_visit{"per bezoek", "per visit"};
inline constexpr Words capacity{"Capaciteit", "Capacity"};
inline constexpr Words minutes_paid{"minuten betaald", "minutes paid"};
inline constexpr Words minutes_used{"gebruikt", "used"};
inline constexpr Words utilisation{"bezetting", "utilisation"};
inline constexpr Words unused_cost{"onbenut", "unused"};
inline constexpr Words hours_logged{"bezoekuren genoteerd", "visit hours logged"};
inline constexpr Words hours_paid{"betaald", "paid"};
inline constexpr Words without_minutes{"In geld belast, dus zonder minuten: {}.", "Charged in money, so without minutes: {}."};
inline constexpr Words ledger{"Boekhouding", "Ledger"};
inline constexpr Words ledger_amount{"boekhouding", "ledger"};
inline constexpr Words book_amount{"boek", "book"};
inline constexpr Words difference{"verschil", "difference"};
inline constexpr Words timing_model{"Koopmodel: {}, {} kopers", "Buying model: {}, {} buyers"};
inline constexpr Words spend_model{"Margemodel: {}, {} kopers", "Margin model: {}, {} buyers"};
inline constexpr Words scale{"Kortingsstaffel {}", "Discount scale {}"};
inline constexpr Words scale_step{"{} % vanaf {}", "{} % from {}"};
inline constexpr Words reconciled{"Klanten {} + zonder klant {} = boek {} (verschil {}).", "Accounts {} + unassigned {} = book {} (difference {})."};
inline constexpr Words setting{"instelling", "setting"};

// clang-format on
}  // namespace words
}  // namespace rendabel::cli
