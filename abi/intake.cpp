#include "abi/intake.hpp"

#include <string>
#include <utility>

#include "abi/input.hpp"

namespace rendabel::abi {
namespace {

constexpr std::int64_t page_accounts_max = 5000;

}  // namespace

Options Intake::options(const char* text, std::int64_t size,
                        std::initializer_list<std::string_view> allowed) {
  Findings found;
  Options options = session_.reader().options(options_document(text, size), allowed, found);
  // A call with two documents has to tell them apart.
  for (const Finding& finding : found.kept())
    findings_.add(finding.record, finding.field.empty() ? "options" : "options." + finding.field,
                  finding.why);
  return options;
}

Snapshot Intake::snapshot(const char* text, std::int64_t size) {
  Snapshot snapshot;
  session_.reader().snapshot(document(text, size, document_bytes_max, "snapshot"), 1,
                             session_.settings().currency, session_.arena(), snapshot, findings_);
  return snapshot;
}

std::vector<Snapshot> Intake::snapshots(const char* text, std::int64_t size) {
  std::vector<Snapshot> snapshots;
  Lines lines(document(text, size, call_bytes_max, "snapshots"), findings_);
  for (Line line; lines.next(line);) {
    session_.cancel().check();
    session_.reader().snapshot(line.json, line.record, session_.settings().currency, session_.arena(),
                               snapshots.emplace_back(), findings_);
  }
  return snapshots;
}

std::vector<Event> Intake::events(const char* text, std::int64_t size) {
  std::vector<Event> events;
  Lines lines(document(text, size, call_bytes_max, "events"), findings_);
  for (Line line; lines.next(line);) {
    session_.cancel().check();
    session_.reader().event(line.json, line.record, session_.settings().currency, session_.arena(),
                            events.emplace_back(), findings_);
  }
  return events;
}

Outcome Intake::outcome(const char* text, std::int64_t size) {
  return session_.reader().outcome(document(text, size, document_bytes_max, "outcome"),
                                   session_.settings().currency, findings_);
}

PermissionAsked Intake::permission_query(const char* text, std::int64_t size) {
  return session_.reader().permission_query(document(text, size, document_bytes_max, "query"), findings_);
}

void Intake::accept() {
  if (!findings_.empty()) throw BadInput(std::move(findings_));
}

pipeline::Page page_of(const Options& options) {
  pipeline::Page page;
  page.after = options.after;
  page.limit = options.limit.value_or(page.limit);
  if (page.limit < 1 || page.limit > page_accounts_max) {
    Findings findings;
    findings.add(1, "options.limit", "must be 1 to " + std::to_string(page_accounts_max));
    throw BadInput(std::move(findings));
  }
  page.changed_since = options.changed_since.value_or(page.changed_since);
  return page;
}

Config config_of(const char* text, std::int64_t size) {
  Findings findings;
  Config config = read_config(document(text, size, document_bytes_max, "config"), findings);
  if (!findings.empty()) throw BadInput(std::move(findings));
  return config;
}

}  // namespace rendabel::abi
