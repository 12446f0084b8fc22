// rendabel.hpp — the contract in C++ (17 or later): engines and results that free themselves, typed
// snapshots, answers. In: what rendabel.h takes.  Out: Result: status, message, body as a view, findings;
// checked() throws Failure. Never: a rule, a copy of an answer, anything to compile or link but the library.
// Header-only. RENDABEL_WITH_LOADER adds load(file), which opens the library at run time (Boost.DLL) instead
// of linking it.
#ifndef RENDABEL_HPP
#define RENDABEL_HPP
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "rendabel.h"
#include "rendabel_answers.hpp"
#include "rendabel_documents.hpp"
#ifdef RENDABEL_WITH_LOADER
#ifndef BOOST_DLL_USE_STD_FS
#define BOOST_DLL_USE_STD_FS
#endif
#include <boost/dll/shared_library.hpp>
#include <filesystem>
#include <type_traits>
#endif

// tests/header_test.sh holds this list against rendabel_ffi.h.
// clang-format off
#define RENDABEL_FACE_FUNCTIONS(X) \
  X(abi_version) X(abi_supports) X(has_feature) X(version) X(status_name) X(schema_get) X(labels_get) X(engine_new) \
  X(engine_open) X(engine_free) X(engine_cancel) X(settings_get) X(settings_set) X(account_save) X(accounts_save) \
  X(account_preview) X(account_get) X(accounts_get) X(account_erase) X(account_export) X(events_record) X(calls_plan) X(calls_next) \
  X(call_open) X(call_report) X(calls_board) X(learning_get) X(learning_reset) X(permission_get) X(agent_export) X(agent_erase) \
  X(book_refresh) X(book_get) X(report_get) X(store_check) X(store_backup) X(result_status) X(result_message) \
  X(result_body) X(result_body_size) X(result_media_type) X(result_free)
// clang-format on

namespace rendabel {
inline namespace face {

/// The functions of the contract, linked or loaded.
struct Functions {
#define RENDABEL_FACE_MEMBER(name) decltype(&::rendabel_##name) name = nullptr;
  RENDABEL_FACE_FUNCTIONS(RENDABEL_FACE_MEMBER)
#undef RENDABEL_FACE_MEMBER
};
using Api = std::shared_ptr<const Functions>;

/// The functions of the library that the program is linked with.
inline Api linked() {
  static const Functions functions{
#define RENDABEL_FACE_LINKED(name) &::rendabel_##name,
      RENDABEL_FACE_FUNCTIONS(RENDABEL_FACE_LINKED)
#undef RENDABEL_FACE_LINKED
  };
  return {Api(), &functions};
}

/// One fault of a document: line from 1, field such as `invoices[3].due_date`, and what is wrong.
struct Finding {
  std::int64_t record = 1;
  std::string field, why;
};

/// What checked() throws. what() is "bad_input: …", English, for a log.
class Failure : public std::runtime_error {
 public:
  Failure(std::int32_t status, const std::string& name, const std::string& message,
          std::vector<Finding> findings = {})
      : std::runtime_error(name + ": " + message), status_(status), findings_(std::move(findings)) {}
  std::int32_t status() const { return status_; }
  const std::vector<Finding>& findings() const { return findings_; }

 private:
  std::int32_t status_;
  std::vector<Finding> findings_;
};

/// The answer of one call, freed with its owner. Views live as long as it does, also after its engine.
class [[nodiscard]] Result {
 public:
  /// Takes the result over.
  Result(Api api, rendabel_result* result) : api_(std::move(api)), result_(result) {}
  Result(Result&& other) noexcept : api_(other.api_), result_(std::exchange(other.result_, nullptr)) {}
  Result& operator=(Result&& other) noexcept {
    std::swap(api_, other.api_);
    std::swap(result_, other.result_);
    return *this;
  }
  ~Result() {
    if (result_ != nullptr) api_->result_free(result_);
  }

  std::int32_t status() const { return api_->result_status(result_); }
  bool ok() const { return status() == RENDABEL_OK; }
  std::string_view status_name() const { return api_->status_name(status()); }
  std::string_view message() const { return api_->result_message(result_); }
  std::string_view media_type() const { return api_->result_media_type(result_); }
  std::string_view body() const {
    return {api_->result_body(result_), static_cast<std::size_t>(api_->result_body_size(result_))};
  }
  /// The document; absent when there is none.
  Value json() const { return Value(body()); }
  Value operator[](std::string_view name) const { return json()[name]; }
  /// The documents of an NDJSON answer.
  Lines lines() const { return Lines(body()); }
  /// The first 1,000 faults of a document; json()["total"] says how many there are.
  std::vector<Finding> findings() const {
    std::vector<Finding> found;
    if (status() != RENDABEL_BAD_INPUT) return found;
    for (const Value row : json()["findings"])
      found.push_back(
          {row["record"].integer().value_or(1), row["field"].text_or_empty(), row["why"].text_or_empty()});
    return found;
  }
  /// This result when it is ok; throws Failure otherwise. Keep it while you look into it.
  Result checked() && {
    check();
    return std::move(*this);
  }
  const Result& checked() const& {
    check();
    return *this;
  }

 private:
  void check() const {
    if (!ok()) throw Failure(status(), std::string(status_name()), std::string(message()), findings());
  }

  Api api_;
  rendabel_result* result_;
};

/// A document on its way in: JSON text, which must live through the call, or a snapshot.
class Document {
 public:
  Document(std::string_view json) : text_(json) {}
  Document(const std::string& json) : text_(json) {}
  Document(const char* json) : text_(json != nullptr ? json : "") {}
  /// Of a book in a currency of two decimals; others: snapshot.json(decimals).
  Document(const Snapshot& snapshot) : own_(snapshot.json()), text_(own_) {}
  Document(const std::vector<Snapshot>& snapshots) {
    for (const Snapshot& snapshot : snapshots) own_ += snapshot.json() + "\n";
    text_ = own_;
  }
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;
  const char* data() const { return text_.data() != nullptr ? text_.data() : ""; }
  std::int64_t size() const { return static_cast<std::int64_t>(text_.size()); }

 private:
  std::string own_;
  std::string_view text_;
};

/// Options of a call: `Options{}.set("language", "nl").set("limit", 20)`.
class Options {
 public:
  Options() = default;
  template <class Type>
  Options& set(const char* name, const Type& value) {
    writer_(name, value);
    return *this;
  }
  /// A value that is JSON already, such as `[{"id":"jan","minutes":60}]`.
  Options& set_json(const char* name, std::string_view json) {
    writer_(name, Json{json});
    return *this;
  }
  /// "" without any.
  std::string json() const {
    Writer writer = writer_;
    const std::string members = writer.take();
    return members.empty() ? members : "{" + members + "}";
  }

 private:
  Writer writer_;
};

/// The calls that need no engine.
class Library {
 public:
  explicit Library(Api api = linked()) : api_(std::move(api)) {}
  std::int32_t abi_version() const { return api_->abi_version(); }
  bool abi_supports(std::int32_t host_abi) const { return api_->abi_supports(host_abi) == 1; }
  bool has_feature(const std::string& id) const { return api_->has_feature(id.c_str()) == 1; }
  std::string_view version() const { return api_->version(); }
  std::string_view status_name(std::int32_t status) const { return api_->status_name(status); }
  Result schema_get(const std::string& name) const { return {api_, api_->schema_get(name.c_str())}; }
  Result labels_get(const std::string& language) const { return {api_, api_->labels_get(language.c_str())}; }

 private:
  Api api_;
};

/// One open store. Methods are the entry points of rendabel.h; any thread may call them. After a fork the
/// child opens its own. An id or date that holds a NUL answers invalid_argument.
class Engine {
 public:
  /// No store yet: open comes next. A library of another version gives an engine whose calls answer
  /// invalid_handle.
  explicit Engine(Api api = linked())
      : api_(std::move(api)), engine_(api_->engine_new(RENDABEL_ABI_VERSION)) {}
  /// An engine on the store in this directory. Throws Failure.
  static Engine opened(const std::string& store, Api api = linked()) {
    Engine engine(std::move(api));
    Writer config;
    config.open('{');
    config("store", store);
    config.close('}');
    static_cast<void>(engine.open(config.take()).checked());
    return engine;
  }
  Engine(Engine&& other) noexcept : api_(other.api_), engine_(std::exchange(other.engine_, nullptr)) {}
  Engine& operator=(Engine&& other) noexcept {
    std::swap(api_, other.api_);
    std::swap(engine_, other.engine_);
    return *this;
  }
  ~Engine() {
    if (engine_ != nullptr) api_->engine_free(engine_);
  }
  rendabel_engine* handle() const { return engine_; }

  Result open(const Document& config) const {
    return {api_, api_->engine_open(engine_, config.data(), config.size())};
  }
  Result cancel() const { return {api_, api_->engine_cancel(engine_)}; }

  Result settings_get(const Options& o = {}) const { return plain(api_->settings_get, o); }
  Result settings_set(const Document& patch, const Options& o = {}) const {
    return with(api_->settings_set, patch, o);
  }
  Result account_save(const Document& snapshot, const Options& o = {}) const {
    return with(api_->account_save, snapshot, o);
  }
  Result accounts_save(const Document& snapshots, const Options& o = {}) const {
    return with(api_->accounts_save, snapshots, o);
  }
  Result account_preview(const Document& snapshot, const Options& o = {}) const {
    return with(api_->account_preview, snapshot, o);
  }
  Result account_get(const std::string& id, const Date& as_of, const Options& o = {}) const {
    return of(api_->account_get, id, as_of, o);
  }
  Result accounts_get(const Date& as_of, const Options& o = {}) const {
    return of(api_->accounts_get, as_of, o);
  }
  Result account_erase(const std::string& id, const Options& o = {}) const {
    return of(api_->account_erase, id, o);
  }
  Result account_export(const std::string& id, const Options& o = {}) const {
    return of(api_->account_export, id, o);
  }
  Result events_record(const Document& events, const Options& o = {}) const {
    return with(api_->events_record, events, o);
  }
  Result calls_plan(const Date& as_of, const Options& o = {}) const { return of(api_->calls_plan, as_of, o); }
  Result calls_next(const Moment& now, const std::string& agent, const Options& o = {}) const {
    return of(api_->calls_next, now, agent, o);
  }
  Result call_open(const Moment& now, const std::string& agent, const Options& o = {}) const {
    return of(api_->call_open, now, agent, o);
  }
  Result call_report(const Document& outcome, const Options& o = {}) const {
    return with(api_->call_report, outcome, o);
  }
  Result calls_board(const Date& as_of, const Options& o = {}) const {
    return of(api_->calls_board, as_of, o);
  }
  Result learning_get(const Options& o = {}) const { return plain(api_->learning_get, o); }
  Result learning_reset(const Options& o = {}) const { return plain(api_->learning_reset, o); }
  Result permission_get(const Document& query, const Options& o = {}) const {
    return with(api_->permission_get, query, o);
  }
  Result agent_export(const std::string& agent, const Options& o = {}) const {
    return of(api_->agent_export, agent, o);
  }
  Result agent_erase(const std::string& agent, const Options& o = {}) const {
    return of(api_->agent_erase, agent, o);
  }
  Result book_refresh(const Date& as_of, std::int64_t budget_ms, const Options& o = {}) const {
    const std::string options = o.json();
    return {api_, api_->book_refresh(engine_, whole(as_of), budget_ms, document(options), size_of(options))};
  }
  Result book_get(const Date& as_of, const Options& o = {}) const { return of(api_->book_get, as_of, o); }
  Result report_get(const Date& as_of, const Options& o = {}) const { return of(api_->report_get, as_of, o); }
  Result store_check(const Options& o = {}) const { return plain(api_->store_check, o); }
  Result store_backup(const std::string& path, const Options& o = {}) const {
    return of(api_->store_backup, path, o);
  }

 private:
  static const char* document(const std::string& options) {
    return options.empty() ? nullptr : options.data();
  }
  static std::int64_t size_of(const std::string& options) {
    return static_cast<std::int64_t>(options.size());
  }
  /// C would read what holds a NUL as another, shorter id.
  static const char* whole(const std::string& text) {
    return text.find('\0') == std::string::npos ? text.c_str() : nullptr;
  }
  template <class Function>
  Result plain(Function function, const Options& o) const {
    const std::string options = o.json();
    return {api_, function(engine_, document(options), size_of(options))};
  }
  template <class Function>
  Result with(Function function, const Document& in, const Options& o) const {
    const std::string options = o.json();
    return {api_, function(engine_, in.data(), in.size(), document(options), size_of(options))};
  }
  template <class Function>
  Result of(Function function, const std::string& name, const Options& o) const {
    const std::string options = o.json();
    return {api_, function(engine_, whole(name), document(options), size_of(options))};
  }
  template <class Function>
  Result of(Function function, const std::string& name, const std::string& other, const Options& o) const {
    const std::string options = o.json();
    return {api_, function(engine_, whole(name), whole(other), document(options), size_of(options))};
  }

  Api api_;
  rendabel_engine* engine_;
};

#ifdef RENDABEL_WITH_LOADER
/// Opens the library in `file` (a bare name is looked up by the system) and asks for its version before
/// anything else. Throws Failure: IO when it cannot be loaded, UNSUPPORTED when it speaks another version of
/// the contract.
inline Api load(const std::string& file) {
  struct Loaded {
    boost::dll::shared_library library;
    Functions functions;
  };
  const auto loaded = std::make_shared<Loaded>();
  const auto find = [&loaded](auto& place, const char* name) {
    place = &loaded->library.get<std::remove_pointer_t<std::remove_reference_t<decltype(place)>>>(name);
  };
  try {
    const std::filesystem::path path(file);
    loaded->library.load(path, path.has_parent_path() ? boost::dll::load_mode::default_mode
                                                      : boost::dll::load_mode::search_system_folders);
    find(loaded->functions.abi_supports, "rendabel_abi_supports");
    if (loaded->functions.abi_supports(RENDABEL_ABI_VERSION) != 1)
      throw Failure(RENDABEL_UNSUPPORTED, "unsupported", file + " speaks another version of the contract");
#define RENDABEL_FACE_LOADED(name) find(loaded->functions.name, "rendabel_" #name);
    RENDABEL_FACE_FUNCTIONS(RENDABEL_FACE_LOADED)
#undef RENDABEL_FACE_LOADED
  } catch (const std::system_error& error) {  // Boost.DLL's, and the file system's
    throw Failure(RENDABEL_IO, "io", "cannot load " + file + ": " + error.what());
  }
  return {loaded, &loaded->functions};
}
#endif

}  // namespace face
}  // namespace rendabel
#endif
