// case_facts.hpp — one account's facts for tests of its cases, held together with the snapshot that looks at
// them.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "plugin/rules/cases.hpp"
#include "tests/support/build_snapshot.hpp"

namespace rendabel::test {

/// One account's facts, held together with the snapshot that looks at them.
struct Facts {
  std::vector<Quote> quotes;
  std::vector<Inquiry> inquiries;
  std::vector<Activity> activities;
  Account account;
  Settings settings;

  Facts() { account.id = "A-1", account.country = "NL"; }
  Snapshot snapshot() {
    Snapshot out;
    out.account = account;
    out.quotes = {quotes, true};
    out.inquiries = {inquiries, true};
    out.activities = {activities, true};
    return out;
  }
  std::vector<Case> on_day(std::string_view day) { return rules::cases_of(snapshot(), settings, on(day)); }
  /// The only case's due day, or none.
  std::string due(std::string_view day) {
    const auto found = on_day(day);
    return found.size() == 1 ? to_text(found[0].due_from) : "none";
  }
  std::string why_closed(std::string_view day, Reason reason, std::string_view id) {
    return std::string(rules::closed_why(snapshot(), settings, on(day), reason, id));
  }
  void add_quote(std::string_view id, std::string_view sent, std::string_view until = {}) {
    Quote quote;
    quote.id = id;
    quote.sent_on = on(sent);
    if (!until.empty()) quote.valid_until = on(until);
    quotes.push_back(quote);
  }
  void add_inquiry(std::string_view id, std::string_view at, InquiryKind kind = InquiryKind::information) {
    Inquiry inquiry;
    inquiry.id = id;
    inquiry.at = parse_moment(at).value();
    inquiry.kind = kind;
    inquiries.push_back(inquiry);
  }
  void add_call(std::string_view day, bool reached = true, bool planned = false) {
    Activity call;
    call.id = day;
    call.kind = "call";
    call.date = on(day);
    call.reached = reached;
    call.planned = planned;
    activities.push_back(call);
  }
};

}  // namespace rendabel::test
