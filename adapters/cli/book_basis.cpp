#include "adapters/cli/book_basis.hpp"

#include <utility>

#include "adapters/cli/table.hpp"
#include "adapters/cli/words.hpp"

namespace rendabel::cli {
namespace {

using Kind = Column::Kind;

std::string joined(const Json& texts) {
  std::string all;
  for (const Json& one : texts.items) all += (all.empty() ? "" : ", ") + one.text;
  return all;
}

std::string capacity_text(const Host& host, const Json& pools) {
  Table table({{host.say(words::capacity), Kind::wrapped},
               {host.say(words::minutes_paid), Kind::number},
               {host.say(words::minutes_used), Kind::number},
               {host.say(words::utilisation), Kind::number},
               {host.say(words::unused_cost), Kind::number},
               {host.say(words::hours_logged), Kind::number},
               {host.say(words::hours_paid), Kind::number}});
  std::string notes;
  for (const Json& pool : pools.items) {
    const std::string without = joined(pool["without_minutes"]);
    if (!without.empty()) notes += host.say(words::without_minutes, without) + "\n";
    table.row({joined(pool["drivers"]), host.number(pool["minutes"]), host.number(pool["used_minutes"]),
               host.percent(pool["utilisation_bp"]), host.number(pool["unused_cost"]),
               host.number(pool["visit_hours_logged"]), host.number(pool["visit_hours_paid"])});
  }
  return table.empty() ? std::string() : table.text(screen_width()) + notes + "\n";
}

std::string ledger_text(const Host& host, const Json& ledger) {
  Table table({{host.say(words::ledger)},
               {host.say(words::ledger_amount), Kind::number},
               {host.say(words::book_amount), Kind::number},
               {host.say(words::difference), Kind::number}});
  for (const Json& row : ledger.items)
    table.row({row["from"].text + " – " + row["to"].text, host.number(row["ledger"]),
               host.number(row["book"]), host.number(row["difference"])});
  return table.empty() ? std::string() : table.text(screen_width()) + "\n";
}

std::string parameters_text(const Host& host, const Json& fit) {
  std::string text;
  const Json& parameters = fit["parameters"];
  for (std::size_t at = 0; at < parameters.items.size(); ++at)
    text +=
        (text.empty() ? "" : ", ") + parameters.keys[at] + " " + host.number(parameters.items[at]["value"]);
  return text.empty() ? text : " (" + text + ")";
}

std::string model_text(const Host& host, const Json& book) {
  const Json& model = book["model"];
  std::string text;
  for (const auto& [words, name] :
       {std::pair(&words::timing_model, "timing"), {&words::spend_model, "spend"}}) {
    const Json& fit = model[name];
    text += host.say(*words, host.label("fit_state", fit["state"].text), host.number(fit["buyers"])) +
            parameters_text(host, fit) + "\n";
  }
  const Json& scale = book["scale"];
  text += host.say(words::scale, host.label("scale_kind", scale["kind"].text));
  std::string steps;
  for (const Json& step : scale["steps"].items)
    steps += (steps.empty() ? ": " : ", ") +
             host.say(words::scale_step, host.number(step["percent"]), host.number(step["from_revenue"]));
  return text + steps + "\n\n";
}

}  // namespace

std::string basis_text(const Host& host, const Json& book) {
  return capacity_text(host, book["capacity"]) + ledger_text(host, book["reconciliation"]["ledger"]) +
         model_text(host, book);
}

}  // namespace rendabel::cli
