#include "plugin/pipeline/permission.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

#include "plugin/pipeline/desk_account.hpp"
#include "plugin/rules/cases.hpp"
#include "plugin/rules/channels.hpp"
#include "plugin/rules/contact_choice.hpp"

namespace rendabel::pipeline {

namespace {

/// One person asked about: what the law is asked, for which request, and what it says.
struct Judged {
  const rules::Person* person = nullptr;
  const Case* request = nullptr;
  rules::PermissionQuery query;
  Permission permission;
};

class Explaining {
 public:
  Explaining(const DeskAccount& account, const PermissionAsked& asked) : account_(account), asked_(asked) {}

  Judged judged(const rules::Person& person) const {
    if (asked_.purpose != Purpose::asked) return judged(person, nullptr);
    // Any open request of the account will do, as it does for the plan; the one that allows most.
    std::optional<Judged> best;
    for (const auto& each : account_.today().cases) {
      auto found = judged(person, &each);
      if (found.query.purpose != Purpose::asked) continue;
      if (!best || rank(found) < rank(*best)) best = std::move(found);
    }
    return best ? *best : judged(person, nullptr);
  }

  /// The first who may be reached so, else the first who can be, else the first.
  Judged first() const {
    const Case none;
    std::optional<Judged> reachable, any;
    for (const auto* person : rules::contact_order(account_.people(), none)) {
      auto found = judged(*person);
      const bool has_address = !address_of(found).empty();
      if (has_address && found.permission.allowed == Allowed::allowed) return found;
      if (has_address && !reachable) reachable = found;
      if (!any) any = std::move(found);
    }
    return reachable ? *reachable : any.value();
  }

  std::string address_of(const Judged& found) const {
    if (asked_.channel == LawChannel::voice) return found.person->phone;
    const auto links = rules::channels_of(*found.person, found.query);
    const auto link = std::ranges::find(links, asked_.channel, &rules::ChannelLink::channel);
    return link == links.end() ? std::string() : link->handle;
  }

 private:
  Judged judged(const rules::Person& person, const Case* request) const {
    Judged out{&person, request, account_.query_now(person, request), {}};
    if (request == nullptr)
      out.query.purpose = asked_.purpose == Purpose::service ? Purpose::service : Purpose::marketing;
    if (asked_.channel != LawChannel::voice) {
      rules::Person reached = person;
      reached.law = out.query;
      out.query = rules::law_on(reached, asked_.channel);
    }
    out.permission = rules::permission_of(out.query);
    return out;
  }

  /// What allows most goes first, then the youngest request, then the smaller id.
  static std::tuple<Allowed, std::int64_t, Reason, std::string_view> rank(const Judged& found) {
    return {found.permission.allowed, -found.request->since.time_since_epoch().count(), found.request->reason,
            found.request->source_id};
  }

  const DeskAccount& account_;
  const PermissionAsked& asked_;
};

ExplainedPermission explained(const Explaining& explaining, const Judged& found,
                              const PermissionAsked& asked) {
  ExplainedPermission out;
  out.account_id = asked.account_id;
  out.contact_id = found.person->id;
  out.at = asked.at.value();
  out.purpose = asked.purpose;
  out.judged_as = found.query.purpose;
  out.channel = asked.channel;
  if (found.request != nullptr) {
    out.reason = found.request->reason;
    out.source_id = found.request->source_id;
  }
  out.permission = found.permission;
  out.country = found.query.country;
  out.person_kind = found.query.person;
  out.relation = found.query.relation;
  out.address = explaining.address_of(found);
  if (asked.channel == LawChannel::voice) out.phone_e164 = found.person->phone_e164;
  out.next_allowed = rules::next_allowed(found.query, out.at);
  return out;
}

}  // namespace

ExplainedPermission permission_get(store::Store& store, const Settings& settings, const BookContext& book,
                                   const PermissionAsked& asked) {
  const DeskTime time{asked.at.value(), settings};
  const store::Reading reading(store);
  const auto row = store::find_account(store, asked.account_id);
  if (!row) throw Failure(Status::not_found, "no such account");
  const CandidateMaker maker(store, settings, book, time.local.day, {});
  const DeskAccount account(store, settings, maker, *row, time);
  const Explaining explaining(account, asked);
  if (asked.contact_id.empty()) return explained(explaining, explaining.first(), asked);
  const auto* person = account.person(asked.contact_id);
  if (person == nullptr) throw Failure(Status::not_found, "no such active person at this account");
  return explained(explaining, explaining.judged(*person), asked);
}

}  // namespace rendabel::pipeline
