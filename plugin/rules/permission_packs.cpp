#include "plugin/rules/permission_packs.hpp"

#include <algorithm>
#include <array>

namespace rendabel::rules {

namespace {

using If = LawCondition;
constexpr auto all = ForPerson::anybody, natural = ForPerson::natural, legal = ForPerson::legal;
constexpr auto any = ForPurpose::any, asked = ForPurpose::asked, service = ForPurpose::service,
               marketing = ForPurpose::marketing;
constexpr auto yes = Says::allowed, later = Says::not_now, no = Says::no, skip = Says::skip;

// clang-format off
// Telecommunicatiewet 11.7 and the Code Telemarketing (law.md). NL10 has no row of its own: an unknown person
// is taken for a natural one by every row.
constexpr std::array netherlands{
    LawRow{"NL1",  all,     any,       If::refused,             no,    no},
    LawRow{"NL2",  all,     any,       If::closed,              later, skip},
    LawRow{"NL3",  all,     service,   If::always,              yes,   yes},
    LawRow{"NL4",  all,     asked,     If::always,              yes,   yes},
    LawRow{"NL5",  legal,   marketing, If::always,              yes,   skip},
    LawRow{"NL5",  legal,   marketing, If::consent_or_relation, skip,  yes},
    LawRow{"NL5",  legal,   marketing, If::always,              skip,  no},
    LawRow{"NL6a", natural, marketing, If::capped,              later, skip},
    LawRow{"NL6",  natural, marketing, If::consent,             yes,   yes},
    LawRow{"NL7",  natural, marketing, If::customer_exception,  yes,   yes,  LawDate::none, LawDate::nl_customer_exception_end},
    LawRow{"NL8",  natural, marketing, If::customer_exception,  no,    yes,  LawDate::nl_customer_exception_end},
    LawRow{"NL9",  natural, marketing, If::always,              no,    no}};

// Wetboek economisch recht VI.110–VI.112 and XII.13 (law.md). The list binds the telephone only.
constexpr std::array belgium{
    LawRow{"BE1",  all,     any,       If::refused,             no,    no},
    LawRow{"BE2",  all,     any,       If::closed,              later, skip},
    LawRow{"BE3",  all,     service,   If::always,              yes,   yes},
    LawRow{"BE4",  all,     asked,     If::always,              yes,   yes},
    LawRow{"BE5",  all,     marketing, If::list_unchecked,      no,    skip},
    LawRow{"BE6",  legal,   marketing, If::always,              yes,   skip},
    LawRow{"BE6",  legal,   marketing, If::consent_or_relation, skip,  yes},
    LawRow{"BE7",  natural, marketing, If::consent,             yes,   yes},
    LawRow{"BE8",  natural, marketing, If::customer_similar,    yes,   skip},
    LawRow{"BE8",  natural, marketing, If::customer_exception,  skip,  yes},
    LawRow{"BE9",  all,     marketing, If::always,              no,    no}};

// UWG §7 and §7a (law.md).
constexpr std::array germany{
    LawRow{"DE1",  all,     any,       If::refused,             no,    no},
    LawRow{"DE2",  all,     any,       If::closed,              later, skip},
    LawRow{"DE3",  all,     service,   If::always,              yes,   yes},
    LawRow{"DE4",  all,     asked,     If::always,              yes,   yes},
    LawRow{"DE5",  legal,   marketing, If::consent,             yes,   yes},
    LawRow{"DE6",  legal,   marketing, If::customer_similar,    yes,   yes},
    LawRow{"DE7",  natural, marketing, If::consent_proven,      yes,   yes},
    LawRow{"DE8",  all,     marketing, If::always,              no,    no}};

// TKG 2021 §174 (law.md): consent, whoever is called.
constexpr std::array austria{
    LawRow{"AT1",  all,     any,       If::refused,             no,    no},
    LawRow{"AT2",  all,     any,       If::closed,              later, skip},
    LawRow{"AT3",  all,     service,   If::always,              yes,   yes},
    LawRow{"AT4",  all,     asked,     If::always,              yes,   yes},
    LawRow{"AT5",  all,     marketing, If::consent,             yes,   yes},
    LawRow{"AT6",  all,     marketing, If::always,              no,    no}};

// PECR 21 and 22 (law.md): TPS for natural persons, CTPS for legal ones; the lists bind the telephone only.
constexpr std::array united_kingdom{
    LawRow{"UK1",  all,     any,       If::refused,             no,    no},
    LawRow{"UK2",  all,     any,       If::closed,              later, skip},
    LawRow{"UK3",  all,     service,   If::always,              yes,   yes},
    LawRow{"UK4",  all,     asked,     If::always,              yes,   yes},
    LawRow{"UK5",  all,     marketing, If::tps_unchecked,       no,    skip},
    LawRow{"UK6",  all,     marketing, If::always,              yes,   skip},
    LawRow{"UK7",  natural, marketing, If::consent,             skip,  yes},
    LawRow{"UK7",  natural, marketing, If::customer_exception,  skip,  yes},
    LawRow{"UK7",  legal,   marketing, If::consent_or_relation, skip,  yes},
    LawRow{"UK8",  all,     marketing, If::always,              no,    no}};

// Code de la consommation L223-1 and D223-9, Code des postes L34-5 (law.md). Before opt-in: Bloctel, looked
// at every 30 days.
constexpr std::array france{
    LawRow{"FR1",  all,     any,       If::refused,             no,    no},
    LawRow{"FR2",  all,     any,       If::closed,              later, skip},
    LawRow{"FR3",  all,     service,   If::always,              yes,   yes},
    LawRow{"FR4",  all,     asked,     If::always,              yes,   yes},
    LawRow{"FR5",  legal,   marketing, If::always,              yes,   skip},
    LawRow{"FR5",  legal,   marketing, If::consent_or_relation, skip,  yes},
    LawRow{"FR6",  natural, marketing, If::resting_fr,          later, skip},
    LawRow{"FR6a", natural, marketing, If::capped_fr,           later, skip},
    LawRow{"FR7",  natural, marketing, If::consent,             yes,   yes},
    LawRow{"FR8",  natural, marketing, If::contract,            yes,   skip},
    LawRow{"FR8",  natural, marketing, If::customer_exception,  skip,  yes},
    LawRow{"FR9",  natural, marketing, If::list_checked,        yes,   skip, LawDate::none, LawDate::fr_opt_in_from},
    LawRow{"FR10", all,     marketing, If::always,              no,    no}};

// A country without a pack: legal persons that we already deal with, and nobody else.
constexpr std::array elsewhere{
    LawRow{"XX1",  all,     any,       If::refused,             no,    no},
    LawRow{"XX4",  all,     any,       If::closed,              later, skip},
    LawRow{"XX2",  legal,   any,       If::customer,            yes,   yes},
    LawRow{"XX3",  all,     any,       If::always,              no,    no}};
// clang-format on

struct Pack {
  std::string_view country;
  std::span<const LawRow> rows;
};
constexpr std::array packs{Pack{"AT", austria},       Pack{"BE", belgium},        Pack{"DE", germany},
                           Pack{"FR", france},        Pack{"GB", united_kingdom}, Pack{"NL", netherlands},
                           Pack{"UK", united_kingdom}};

}  // namespace

std::span<const LawRow> law_pack(std::string_view country) {
  const auto found = std::ranges::find(packs, country, &Pack::country);
  return found != packs.end() ? found->rows : std::span<const LawRow>(elsewhere);
}

}  // namespace rendabel::rules
