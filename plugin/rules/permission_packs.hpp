// permission_packs.hpp — the law as tables: one pack a country, its rows in the order in which they decide.
// In: a country.  Out: rows of plain data.  Never: decides; rules/permission reads the rows.
// Method: law.md. A row's first and last day come from itself or from a date that an owner may move.
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "plugin/base/calls.hpp"

namespace rendabel::rules {

/// For whom a row is; natural takes unknown persons too.
enum class ForPerson : std::uint8_t { anybody, natural, legal };
enum class ForPurpose : std::uint8_t { any, asked, service, marketing };

/// What must be so for a row to decide.
enum class LawCondition : std::uint8_t {
  always,
  refused,              ///< objected or do not call, and nothing younger lifts it
  closed,               ///< outside hours, Sunday or holiday
  capped,               ///< called often enough by the caps of the settings
  capped_fr,            ///< four calls in 30 days
  resting_fr,           ///< 60 days after he said no
  consent,              ///< an opt-in holds
  consent_proven,       ///< a documented opt-in, given or used in the last five years
  customer,             ///< ordered in the last three years
  customer_similar,     ///< the same, our own similar goods
  customer_exception,   ///< the same, and the opt-out was offered
  consent_or_relation,  ///< an opt-in, or ever bought similar goods
  contract,             ///< a running contract, on its subject
  list_checked,         ///< the do-not-call list was looked at in the last 30 days
  list_unchecked,
  tps_unchecked,  ///< TPS or CTPS was not looked at in the last 28 days
};

/// A day that rows begin or end with and that an owner may move.
enum class LawDate : std::uint8_t { none, nl_customer_exception_end, fr_opt_in_from };

/// What a row says of a channel; skip: nothing, go on to the next row.
enum class Says : std::uint8_t { allowed, not_now, no, skip };

struct LawRow {
  std::string_view id;  ///< of the rule
  ForPerson person;
  ForPurpose purpose;
  LawCondition condition;
  Says voice, written;
  LawDate from = LawDate::none;   ///< the row's first day
  LawDate until = LawDate::none;  ///< the day after its last
};

/// The rows of a country; of no country in particular where we have no pack. UK counts as GB.
std::span<const LawRow> law_pack(std::string_view country);

}  // namespace rendabel::rules
