// intake.hpp — reads all documents of one call before anything is done with them.
// In: what the host handed over.  Out: options, snapshots; then accept(), or all findings at once.
// Never: half a document: after a finding accept() throws.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "abi/engine.hpp"
#include "plugin/base/findings.hpp"
#include "plugin/pipeline/save.hpp"

namespace rendabel::abi {

class Intake {
 public:
  explicit Intake(Session& session) : session_(session) {}

  /// The options; `allowed` are the keys that this call takes beside language and text.
  Options options(const char* text, std::int64_t size, std::initializer_list<std::string_view> allowed = {});
  /// One snapshot, in the session's arena.
  Snapshot snapshot(const char* text, std::int64_t size);
  /// A snapshot a line, in the session's arena.
  std::vector<Snapshot> snapshots(const char* text, std::int64_t size);
  /// An event a line, in the session's arena.
  std::vector<Event> events(const char* text, std::int64_t size);
  /// One outcome.
  Outcome outcome(const char* text, std::int64_t size);
  /// The question of permission_get.
  PermissionAsked permission_query(const char* text, std::int64_t size);
  /// BadInput with every finding so far, if there is one.
  void accept();

 private:
  Session& session_;
  Findings findings_;
};

/// The page that accounts_get's options ask for. BadInput: more than 5,000 accounts or none.
pipeline::Page page_of(const Options& options);

/// Reads an engine's config. BadInput.
Config config_of(const char* text, std::int64_t size);

}  // namespace rendabel::abi
