// report.hpp — what a report shows: the book with the day's calls, or one account with its open calls.
// Plain data that pipeline/report gathers and report/ puts on a page. Never: computed for the report.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "plugin/base/assessment.hpp"
#include "plugin/base/book.hpp"
#include "plugin/base/calls.hpp"

namespace rendabel {

/// A planned call with the names that people know; empty: the host gave none.
struct ReportCall {
  Call call;
  std::string account_name, contact_name;
};

/// `planned` false: nobody made a list for that day, which a report does not do either.
struct BookReport {
  Book book;
  bool planned = false;
  std::int64_t capacity = 0;
  std::vector<ReportCall> calls;  ///< by lane and rank, without those withdrawn
};

/// An open reason to call.
struct ReportCase {
  CallReason reason;
  Lane lane = Lane::today;
  Date due_from{}, due_to{};
};

struct AccountReport {
  std::string name, owner;  ///< as the host has them; may be empty
  Assessment assessment;
  std::vector<ReportCase> cases;
};

}  // namespace rendabel
