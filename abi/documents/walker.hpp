// walker.hpp — walks Description<T> and a JSON text side by side: one reader for every document.
// In: a value of simdjson on demand and where it stands.  Out: a filled struct, findings in the Report.
// Never: a value left unchecked, not even one that is skipped.  Method: the next expected field is tried
// first.
#pragma once
#include <array>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "abi/documents/number.hpp"
#include "abi/documents/place.hpp"
#include "abi/documents/simdjson.hpp"
#include "plugin/base/arena.hpp"
#include "plugin/base/describe.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/base/snapshot.hpp"

namespace rendabel::abi {

namespace json = simdjson::ondemand;

/// Lists under way; they keep their room from document to document.
using Scratch =
    std::tuple<std::vector<Contact>, std::vector<Channel>, std::vector<Consent>, std::vector<Order>,
               std::vector<CreditNote>, std::vector<Invoice>, std::vector<Payment>, std::vector<Quote>,
               std::vector<Inquiry>, std::vector<Activity>, std::vector<Remedy>, std::vector<Attribute>,
               std::vector<std::string_view>>;

/// Bytes of the text that were put aside so that the rest could be read, each with the reason; sorted.
struct Fault {
  const char* byte;
  simdjson::error_code error;
};

/// A value on its way in: `text` is a scalar's own, or begins with the bracket of an object or array.
struct Item {
  json::value& value;
  std::string_view text;
};

class Walker {
 public:
  /// `decimals`: of the book currency.
  Walker(Scratch& scratch, Arena& arena, Report& report, const std::vector<Fault>& faults, int decimals)
      : scratch_(scratch), arena_(arena), report_(report), faults_(faults), decimals_(decimals) {}

  /// A described struct; `value` must be an object.
  template <class T>
  void nested(Item& item, T& out, const Place& at);
  template <class T>
  void root(json::object object, T& out, const Place& at) {
    level_ = 1;
    members<Description<T>>(object, out, at);
  }
  /// Only these keys are known in the outermost object; none given: all of its description.
  void allow(std::span<const std::string_view> names) { allowed_ = names; }

 private:
  template <class Part, class T>
  void members(json::object& object, T& out, const Place& at);
  template <class Part, class T, std::size_t I>
  static void member(Walker& walker, Item& item, T& out, const Place& at);
  template <class Part>
  std::size_t find(json::field& field, std::size_t next, std::string_view& name, const Place& at);

  /// The value just met; no value at all breaks off.
  Item met(json::value& value, const Place& at);
  template <class Each>
  void each_element(json::array& array, const Place& at, Each&& each);
  /// Every key with its value; keys that stand twice are findings.
  template <class Each>
  void each_key(json::object& object, const Place& at, Each&& each);
  /// A text without its escapes; false with a finding where it is none. `needed` completes "… where … is
  /// needed".
  bool string(Item& item, const Place& at, std::string_view needed, std::string_view& out);
  std::string_view key(json::field& field, const Place& at);
  void check_faults(const char* begin, const char* end, const Place& at);
  /// A number's digits, bare or as a text; false with a finding.
  bool digits(Item& item, const Place& at, std::string_view needed, bool may_be_text, std::string_view& out);
  void wrong_type(Item& item, const Place& at, std::string_view needed);
  /// Checks a value that nobody wants.
  void skip(Item& item, const Place& at);
  void skip_object(Item& item, const Place& at);
  /// Opens an array or object; false with a finding where it is none or too deep.
  bool open(Item& item, const Place& at, json::object& out, std::string_view needed);
  bool open(Item& item, const Place& at, json::array& out, std::string_view needed);
  bool deeper(const Place& at);

  bool fixed(Item& item, const Place& at, int places, std::int64_t limit, std::string_view needed,
             std::int64_t& out);
  bool whole(Item& item, const Place& at, std::int64_t min, std::int64_t max, std::int64_t& out);
  bool time_of_day(Item& item, const Place& at, std::string_view& out);
  void range(const Place& at, std::int64_t min, std::int64_t max);

  // One overload per kind of describe.hpp.
  template <class M>
  void read(const Id&, Item& item, M& out, const Place& at);
  template <class M>
  void read(const Text& kind, Item& item, M& out, const Place& at);
  template <class M>
  void read(const CountryCode&, Item& item, M& out, const Place& at);
  template <class M>
  void read(const CurrencyCode&, Item& item, M& out, const Place& at);
  template <class M>
  void read(const Amount& kind, Item& item, M& out, const Place& at);
  template <class M>
  void read(const Decimal& kind, Item& item, M& out, const Place& at);
  template <class M>
  void read(const Count& kind, Item& item, M& out, const Place& at);
  template <class M>
  void read(const YesNo&, Item& item, M& out, const Place& at);
  template <class M>
  void read(const OnDate&, Item& item, M& out, const Place& at);
  template <class M>
  void read(const AtMoment&, Item& item, M& out, const Place& at);
  template <class E, class M>
  void read(const Choice<E>&, Item& item, M& out, const Place& at);
  template <class M>
  void read(const Nested&, Item& item, M& out, const Place& at) {
    nested(item, out, at);
  }
  template <class T>
  void read(const ListOf& kind, Item& item, List<T>& out, const Place& at);
  template <class T>
  void read(const ListOf& kind, Item& item, std::vector<T>& out, const Place& at);
  template <class T>
  void read(const ListOf& kind, Item& item, std::optional<std::vector<T>>& out, const Place& at);
  void read(const TextList&, Item& item, List<std::string_view>& out, const Place& at);
  void read(const Attributes&, Item& item, List<Attribute>& out, const Place& at);
  void read(const TimeOfDay&, Item& item, std::string& out, const Place& at);
  void read(const OneOf& kind, Item& item, std::string& out, const Place& at);
  void read(const TextsOf& kind, Item& item, std::vector<std::string>& out, const Place& at);
  void read(const Counts& kind, Item& item, std::vector<std::int64_t>& out, const Place& at);
  void read(const Rates&, Item& item, std::map<std::string, Rate, std::less<>>& out, const Place& at);
  void read(const Steps&, Item& item, Settings& out, const Place& at);
  template <class K, class V>
  void read(const MapOf<K>& kind, Item& item, std::map<std::string, V>& out, const Place& at);

  bool id_is_good(std::string_view id, const Place& at);
  bool attribute(Item& item, Attribute& out, const Place& at);
  bool rate(Item& item, Rate& out, const Place& at);
  template <class T>
  void elements(json::array& array, std::vector<T>& out, const Place& at);
  template <class Items>
  void unique_ids(const Items& items, const Place& at);
  void unique_keys(std::vector<std::string_view>& keys, const Place& at);

  // What must hold between the fields of one record.
  template <class T>
  void together(const T&, const Place&) {}
  void together(const Order& order, const Place& at);

  Scratch& scratch_;
  Arena& arena_;
  Report& report_;
  const std::vector<Fault>& faults_;
  std::span<const std::string_view> allowed_;
  int decimals_;
  int level_ = 0;
};

}  // namespace rendabel::abi
