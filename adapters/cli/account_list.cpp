#include "adapters/cli/account_list.hpp"

#include <algorithm>
#include <functional>
#include <string>

namespace rendabel::cli {
namespace {

/// Hands over every account's summary line, ordered by id.
void each_account(const Host& host, const std::function<void(std::string_view)>& take) {
  std::string after;
  for (bool more = true; more;) {
    const std::string place = after.empty() ? "" : R"(,"after":)" + json_text(after);
    const std::string options = host.call_options(R"(,"fields":"summary","limit":1000)" + place);
    const Answer page = host.take(
        host.library().accounts_get(host.engine(), host.as_of().c_str(), options.data(), size_of(options)));
    std::string_view body = page.body();
    more = !body.empty();
    std::string_view last;
    while (!body.empty()) {
      last = body.substr(0, body.find('\n'));
      take(last);
      body.remove_prefix(std::min(last.size() + 1, body.size()));
    }
    if (more) after = parse_json(last)["account_id"].text;
  }
}

std::string flag_texts(const Json& account, const std::function<std::string(const std::string&)>& word,
                       const char* between) {
  std::string text;
  for (const Json& flag : account["flags"].items)
    text += (text.empty() ? "" : between) + word(flag["code"].text);
  return text;
}

}  // namespace

Exit list_accounts(const Host& host) {
  if (host.options().json) {
    each_account(host, [](std::string_view line) { print_document(line); });
    return Exit::ok;
  }
  if (host.options().csv) {
    CsvOut csv({"account_id", "layer", "rhythm", "net_revenue", "gross_margin", "net_result", "net_margin_bp",
                "potential", "flags"});
    each_account(host, [&](std::string_view line) {
      const Json account = parse_json(line);
      const auto number = [&](const char* name) { return CsvCell{account[name].text, true}; };
      csv.row({{account["account_id"].text},
               {account["layer"].text},
               {account["rhythm"]["state"].text},
               number("net_revenue"),
               number("gross_margin"),
               number("net_result"),
               number("net_margin_bp"),
               number("potential"),
               {flag_texts(
                   account, [](const std::string& code) { return code; }, " ")}});
    });
    print(csv.text());
    return Exit::ok;
  }
  using Kind = Column::Kind;
  Table table({{host.say(words::account)},
               {host.say(words::layer)},
               {host.say(words::rhythm)},
               {host.say(words::revenue), Kind::number},
               {host.say(words::net_result), Kind::number},
               {host.say(words::net_margin), Kind::number},
               {host.say(words::flags), Kind::wrapped}});
  each_account(host, [&](std::string_view line) {
    const Json account = parse_json(line);
    table.row({account["account_id"].text, host.label("layer", account["layer"].text),
               host.label("rhythm", account["rhythm"]["state"].text), host.number(account["net_revenue"]),
               host.number(account["net_result"]), host.percent(account["net_margin_bp"]),
               flag_texts(
                   account, [&](const std::string& code) { return host.label("flag", code); }, ", ")});
  });
  print(table.text(screen_width()));
  return Exit::ok;
}

}  // namespace rendabel::cli
