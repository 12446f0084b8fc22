#include <algorithm>

#include "abi/documents/reader_work.hpp"
#include "plugin/base/currency.hpp"
#include "plugin/base/event_fields.hpp"

namespace rendabel::abi {

/// Reads events: first the kind, wherever it stands, then the document with the record of that kind.
struct Reader::Events {
  Work& work;
  std::string_view text;
  std::int64_t line;
  int decimals;
  Arena& arena;

  std::optional<EventKind> kind() const {
    Findings ignored;
    std::optional<EventKind> out;
    work.read(text, line, arena, ignored, decimals,
              [&](Walker&, json::object& object, const Place&, Report&) {
                std::string_view found;
                if (object.find_field_unordered("kind").get_string().get(found)) return;
                const auto& names = Names<EventKind>::values;
                const auto* at = std::ranges::find(names, found);
                if (at != names.end()) out = static_cast<EventKind>(at - names.begin());
              });
    return out;
  }

  template <class Record>
  void read(EventKind kind, Event& out, Findings& findings) const {
    EventDocument<Record> read;
    work.read(text, line, arena, findings, decimals,
              [&](Walker& walker, json::object& object, const Place& top, Report& report) {
                walker.root(object, read, top);
                const Place account{&top, "account_id", -1};
                const bool of_book = kind == EventKind::book_total;
                if (of_book && !read.account_id.empty())
                  report.add(account, "has no place here: the total is of no account");
                if (!of_book && read.account_id.empty()) report.add(account, "is required and is not there");
                check(read, kind, top, report);
              });
    out = {line, read.account_id, kind, read.at.value_or(Moment{}), read.by, std::move(read.record)};
  }

 private:
  template <class Record>
  static void check(EventDocument<Record>& read, EventKind kind, const Place& top, Report& report) {
    const Place from{&top, "from_account_id", -1};
    const Place record{&top, "record", -1};
    if constexpr (std::is_same_v<Record, AccountMerged>) {
      auto& named = read.record.from_account_id;
      if (named.empty()) named = read.from_account_id;
      if (named.empty()) report.add(from, "is required and is not there");
      if (!named.empty() && named == read.account_id) report.add(from, "is the account itself");
    } else if (kind != EventKind::account_merged && !read.from_account_id.empty()) {
      report.add(from, "belongs to account_merged only");
    }
    if constexpr (std::is_same_v<Record, GivenConsent>)
      if (!read.record.given_on && !read.record.withdrawn_on)
        report.add(Place{&record, "given_on", -1},
                   "or withdrawn_on is needed: a consent without a day says nothing");
    if constexpr (std::is_same_v<Record, BookTotal>)
      if (read.record.from && read.record.to && *read.record.to < *read.record.from)
        report.add(Place{&record, "to", -1}, "lies before from");
  }
};

namespace {

template <class Read, std::size_t... Kind>
void by_kind(EventKind kind, Read&& read, std::index_sequence<Kind...>) {
  ((static_cast<std::size_t>(kind) == Kind
        ? read(std::type_identity<std::variant_alternative_t<Kind, EventRecord>>{})
        : void()),
   ...);
}

}  // namespace

void Reader::event(std::string_view text, std::int64_t record, std::string_view currency, Arena& arena,
                   Event& out, Findings& findings) {
  const Events events{*work_, text, record, currency_decimals(currency).value_or(2), arena};
  const auto kind = events.kind();
  if (!kind) {
    // What is wrong with the record cannot be told; the rest is as with any event.
    Findings found;
    events.read<BookTotal>(EventKind::inquiry, out, found);
    for (const auto& finding : found.kept())
      if (!finding.field.starts_with("record")) findings.add(finding.record, finding.field, finding.why);
    if (findings.empty()) findings.add(record, "kind", "is none of the events");
    return;
  }
  by_kind(
      *kind, [&](auto of) { events.read<typename decltype(of)::type>(*kind, out, findings); },
      std::make_index_sequence<std::variant_size_v<EventRecord>>{});
}

}  // namespace rendabel::abi
