#include "adapters/cli/saver.hpp"

#include <set>
#include <utility>

namespace rendabel::cli {

void Batch::add(std::string line, std::int64_t record) {
  bytes += line.size() + 1;
  lines.push_back(std::move(line));
  records.push_back(record);
}

bool Saver::save(Batch batch) {
  while (!batch.lines.empty()) {
    std::string text;
    text.reserve(batch.bytes);
    for (const std::string& line : batch.lines) (text += line) += '\n';
    const std::string options = host_->call_options(R"(,"text":false)");
    const Answer answer(host_->library(),
                        host_->library().accounts_save(host_->engine(), text.data(), size_of(text),
                                                       options.data(), size_of(options)));
    if (answer.status() != RENDABEL_BAD_INPUT) {
      accept(answer, batch);
      return true;
    }
    const Findings findings = findings_of(answer);
    if (!keep_going_) {
      // More faults than one call keeps: record by record, so that all of them are named.
      if (findings.total > static_cast<std::int64_t>(findings.items.size()))
        check(batch);
      else
        note_findings(findings, batch);
      return false;
    }
    Findings kept = findings;
    kept.total = static_cast<std::int64_t>(kept.items.size());  // the rest turns up in the next round
    note_findings(kept, batch);
    batch = without_bad(batch, findings);
  }
  return true;
}

void Saver::check(const Batch& batch) {
  const std::string options = host_->call_options(R"(,"text":false)");
  for (std::size_t i = 0; i < batch.lines.size(); ++i) {
    Batch one;
    one.add(batch.lines[i], batch.records[i]);
    const Answer answer(host_->library(), host_->library().account_preview(
                                              host_->engine(), one.lines[0].data(), size_of(one.lines[0]),
                                              options.data(), size_of(options)));
    if (answer.status() == RENDABEL_BAD_INPUT) note_findings(findings_of(answer), one);
  }
}

void Saver::accept(const Answer& answer, const Batch& batch) {
  if (!answer.ok())
    throw Failure(Exit::failed, fmt::format("{}: {}", answer.status_name(), answer.message()));
  const Json body = parse_json(answer.body());
  saved_ += body["saved"].whole();
  for (const Json& id : body["stale"].items) stale_.push_back(id.text);
  last_account_id_ = parse_json(batch.lines.back())["account"]["id"].text;
}

void Saver::note_findings(const Findings& findings, const Batch& batch) {
  for (Finding finding : findings.items) {
    const auto place = static_cast<std::size_t>(finding.record - 1);
    if (place < batch.records.size()) finding.record = batch.records[place];
    found_.items.push_back(std::move(finding));
  }
  found_.total += findings.total;
}

Batch Saver::without_bad(const Batch& batch, const Findings& findings) {
  std::set<std::size_t> bad;
  for (const Finding& finding : findings.items) bad.insert(static_cast<std::size_t>(finding.record - 1));
  Batch good;
  for (std::size_t i = 0; i < batch.lines.size(); ++i) {
    if (!bad.contains(i)) good.add(batch.lines[i], batch.records[i]);
  }
  // A finding that names no record of ours would go round for ever.
  if (good.lines.size() == batch.lines.size()) throw Failure(Exit::failed, "a fault outside every record");
  left_out_ += static_cast<std::int64_t>(batch.lines.size() - good.lines.size());
  return good;
}

}  // namespace rendabel::cli
