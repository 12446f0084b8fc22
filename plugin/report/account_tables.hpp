// account_tables.hpp — one account as tables, and its statement as the steps of a waterfall.
// In: the assessment with the open calls.  Out: tables by part.  Never: a figure that the assessment lacks.
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "plugin/base/report.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/report/charts.hpp"

namespace rendabel::report {

struct AccountView {
  const AccountReport& report;
  const Settings& settings;
  const Speech& speech;
  std::string_view language() const { return pick(speech.language(), "nl", "en"); }
};
struct AccountPart {
  std::string_view name;
  Table (*make)(const AccountView&);
};
/// All tables of an account, in the order of the page.
std::span<const AccountPart> account_parts();

Table account_result_table(const AccountView& view);
/// From list revenue, else from net revenue, to the net result; lines of 0 are left out. Empty when the net
/// result is unknown.
std::vector<WaterfallStep> statement_steps(const WindowResult& result);

}  // namespace rendabel::report
