#include "abi/documents/reader.hpp"

#include "abi/documents/reader_work.hpp"
#include "abi/documents/settings_document.hpp"
#include "plugin/base/options_fields.hpp"
#include "plugin/base/outcome_fields.hpp"
#include "plugin/base/permission_asked_fields.hpp"
#include "plugin/base/settings_fields.hpp"

namespace rendabel::abi {

Reader::Reader() : work_(std::make_unique<Work>()) {}
Reader::~Reader() = default;
Reader::Reader(Reader&&) noexcept = default;
Reader& Reader::operator=(Reader&&) noexcept = default;

void Reader::snapshot(std::string_view text, std::int64_t record, std::string_view currency, Arena& arena,
                      Snapshot& out, Findings& findings) {
  out = {};
  const int decimals = currency_decimals(currency).value_or(2);
  work_->read(text, record, arena, findings, decimals,
              [&](Walker& walker, json::object& object, const Place& top, Report& report) {
                walker.root(object, out, top);
                if (out.account.currency.empty() || out.account.currency == currency) return;
                const Place account{&top, "account", -1};
                report.add(Place{&account, "currency", -1},
                           "is not the currency of the book, " + std::string(currency));
              });
}

Outcome Reader::outcome(std::string_view text, std::string_view currency, Findings& findings) {
  Arena arena;
  Outcome out;
  work_->read(text, 1, arena, findings, currency_decimals(currency).value_or(2),
              [&](Walker& walker, json::object& object, const Place& top, Report&) {
                walker.root(object, out, top);
              });
  return out;
}

PermissionAsked Reader::permission_query(std::string_view text, Findings& findings) {
  Arena arena;
  PermissionAsked out;
  work_->read(text, 1, arena, findings, 2,
              [&](Walker& walker, json::object& object, const Place& top, Report&) {
                walker.root(object, out, top);
              });
  return out;
}

Config Reader::config(std::string_view text, Findings& findings) {
  Arena arena;
  Config out;
  work_->read(text, 1, arena, findings, 2,
              [&](Walker& walker, json::object& object, const Place& top, Report& report) {
                walker.root(object, out, top);
                if (report.clean() && out.store.empty())
                  report.add(Place{&top, "store", -1}, "is empty; a directory is needed");
              });
  return out;
}

Options Reader::options(std::string_view text, std::initializer_list<std::string_view> allowed,
                        Findings& findings) {
  Options out;
  if (text.empty()) return out;
  std::vector<std::string_view> names{"language", "text"};
  names.insert(names.end(), allowed.begin(), allowed.end());
  Arena arena;
  work_->read(text, 1, arena, findings, 2,
              [&](Walker& walker, json::object& object, const Place& top, Report&) {
                walker.allow(names);
                walker.root(object, out, top);
              });
  return out;
}

Settings Reader::settings(std::string_view text, Findings& findings) {
  Arena arena;
  // The currency says how many decimals the amounts before it may have, so it is read first.
  struct Currency {
    std::string currency = Settings{}.currency;
  } first;
  Findings ignored;
  work_->read(text, 1, arena, ignored, 2, [&](Walker&, json::object& object, const Place&, Report&) {
    std::string_view found;
    if (!object.find_field_unordered("currency").get_string().get(found) && currency_decimals(found))
      first.currency = found;
  });
  arena.reset();
  Settings out = default_settings(first.currency);
  const int decimals = currency_decimals(first.currency).value_or(2);
  work_->read(text, 1, arena, findings, decimals,
              [&](Walker& walker, json::object& object, const Place& top, Report& report) {
                walker.root(object, out, top);
                check_settings(out, report, top);
              });
  settle_settings(out);
  return out;
}

void read_snapshot(std::string_view json, std::int64_t record, std::string_view currency, Arena& arena,
                   Snapshot& out, Findings& findings) {
  Reader().snapshot(json, record, currency, arena, out, findings);
}
Config read_config(std::string_view json, Findings& findings) { return Reader().config(json, findings); }
Options read_options(std::string_view json, std::initializer_list<std::string_view> allowed,
                     Findings& findings) {
  return Reader().options(json, allowed, findings);
}
Settings read_settings(std::string_view json, Findings& findings) {
  return Reader().settings(json, findings);
}

}  // namespace rendabel::abi
