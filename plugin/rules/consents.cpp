#include "plugin/rules/consents.hpp"

#include <algorithm>
#include <array>

namespace rendabel::rules {

namespace {

struct Spelling {
  std::string_view name;
  LawChannel channel;
};
constexpr std::array spellings{
    Spelling{"call", LawChannel::voice},         Spelling{"direct_message", LawChannel::message},
    Spelling{"dm", LawChannel::message},         Spelling{"email", LawChannel::mail},
    Spelling{"facebook", LawChannel::facebook},  Spelling{"linkedin", LawChannel::linkedin},
    Spelling{"mail", LawChannel::mail},          Spelling{"message", LawChannel::message},
    Spelling{"messenger", LawChannel::facebook}, Spelling{"mobile", LawChannel::voice},
    Spelling{"phone", LawChannel::voice},        Spelling{"sms", LawChannel::sms},
    Spelling{"telephone", LawChannel::voice},    Spelling{"text", LawChannel::sms},
    Spelling{"twitter", LawChannel::x},          Spelling{"voice", LawChannel::voice},
    Spelling{"whatsapp", LawChannel::whatsapp},  Spelling{"x", LawChannel::x}};
static_assert(std::ranges::is_sorted(spellings, {}, &Spelling::name));

bool is_direct_message(LawChannel channel) { return channel >= LawChannel::linkedin; }

/// An opt-in for direct messages covers every network; one for a network only that network.
bool covers(std::string_view given, LawChannel channel) {
  const auto found = law_channel(given);
  if (!found) return false;
  return *found == channel || (*found == LawChannel::message && is_direct_message(channel));
}

/// The last day on which it holds; Date::max() where nothing ends it.
Date last_day(const Consent& consent) {
  Date out = consent.expires_on.value_or(Date::max());
  if (consent.withdrawn_on) out = std::min(out, *consent.withdrawn_on - days{1});
  return out;
}

}  // namespace

std::optional<LawChannel> law_channel(std::string_view kind) {
  const auto found = std::ranges::lower_bound(spellings, kind, {}, &Spelling::name);
  if (found == spellings.end() || found->name != kind) return std::nullopt;
  return found->channel;
}

std::optional<OptIn> opt_in(std::span<const Consent> consents, LawChannel channel, Date day,
                            std::string_view subject, bool documented) {
  std::optional<OptIn> youngest;
  for (const auto& consent : consents) {
    const bool ours = consent.party.empty() || consent.party == "us";
    const bool about = consent.subject.empty() || consent.subject == subject;
    const bool proven = !documented || !consent.source.empty();
    const bool holds = consent.given_on && *consent.given_on <= day && last_day(consent) >= day;
    if (!ours || !about || !proven || !holds || consent.purpose != "marketing") continue;
    if (!covers(consent.channel, channel)) continue;
    if (youngest && youngest->given >= *consent.given_on) continue;
    youngest = {*consent.given_on, std::nullopt};
    if (last_day(consent) != Date::max()) youngest->until = last_day(consent);
  }
  return youngest;
}

std::optional<Date> opt_in_on(std::span<const Consent> consents, LawChannel channel, Date day) {
  const auto found = opt_in(consents, channel, day);
  return found ? std::optional(found->given) : std::nullopt;
}

}  // namespace rendabel::rules
