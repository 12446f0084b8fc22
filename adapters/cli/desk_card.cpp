#include "adapters/cli/desk_card.hpp"

namespace rendabel::cli {
namespace {

/// "10:31" of an RFC 3339 time.
std::string clock_of(const std::string& moment) { return moment.size() < 16 ? moment : moment.substr(11, 5); }

void add(std::string& out, const std::string& line) {
  if (!line.empty()) out += line + "\n";
}

std::string head(const Host& host, const Json& card) {
  const Json& account = card["account"];
  std::string out = fmt::format(
      "{} ({})", account["name"].known() ? account["name"].text : account["id"].text, account["id"].text);
  out += fmt::format(" · {}", host.label("lane", card["lane"].text));
  if (account["layer"].known()) out += " · " + host.label("layer", account["layer"].text);
  if (card["verdict"].known()) out += " · " + host.label("verdict", card["verdict"].text);
  if (card["lease_until"].known())
    out += " · " + host.say(words::desk_until, clock_of(card["lease_until"].text));
  return out;
}

std::string whom(const Host& host, const Json& card) {
  const Json& contact = card["contact"];
  std::string out = card["phone"].known() ? card["phone"].text : host.say(words::desk_no_number);
  if (contact["name"].known()) out += " · " + contact["name"].text;
  if (contact["role"].known()) out += fmt::format(" ({})", contact["role"].text);
  if (card["attempt"].whole() > 1) out += " · " + host.say(words::desk_attempt, card["attempt"].text);
  return out;
}

}  // namespace

std::string card_text(const Host& host, const Json& card) {
  std::string out = "\n";
  add(out, head(host, card));
  add(out, whom(host, card));
  const Json& permission = card["permission"];
  if (permission["rule"].known())
    add(out, fmt::format("{}: {}", permission["rule"].text, permission["text"].text));
  add(out, "");
  add(out, card["text"].text);
  for (const Json& line : card["history"].items) add(out, "  " + line.text);
  if (card["last_contact"]["note"].known()) add(out, "  " + card["last_contact"]["note"].text);
  if (card["sales"].yes())
    for (const Json& code : card["ask"].items) add(out, "  ? " + host.label("ask", code.text));
  for (const Json& reason : card["chance_reasons"].items) add(out, "  " + reason["text"].text);
  for (const Json& channel : card["channels"].items)
    add(out, fmt::format("  {}: {}", channel["kind"].text, channel["link"].text));
  return out;
}

}  // namespace rendabel::cli
