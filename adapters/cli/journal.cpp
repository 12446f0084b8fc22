#include "adapters/cli/journal.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "adapters/cli/failure.hpp"
#include "adapters/cli/json.hpp"

namespace rendabel::cli {

std::optional<Mark> Journal::read() const {
  std::error_code error;
  if (path_.empty() || !std::filesystem::exists(path_, error)) return {};
  std::ifstream file(path_, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  Json mark;
  try {
    mark = parse_json(text.str());
  } catch (const Failure&) {
    // Told apart below: whatever is no JSON is no journal.
  }
  if (mark["rendabel_import"].whole() != 1) {
    throw Failure(Exit::failed, fmt::format("{} is no import journal; name another with --journal", path_));
  }
  return Mark{mark["store"].text,      mark["record"].whole(), mark["fingerprint"].text,
              mark["account_id"].text, mark["saved"].whole(),  mark["left_out"].whole()};
}

void Journal::write(const Mark& mark) {
  if (path_.empty()) return;
  const std::string beside = path_ + ".new";
  std::ofstream file(beside, std::ios::binary | std::ios::trunc);
  file << fmt::format(
      R"({{"rendabel_import":1,"store":{},"record":{},"fingerprint":"{}","account_id":{},"saved":{},"left_out":{}}})"
      "\n",
      json_text(mark.store), mark.record, mark.fingerprint, json_text(mark.account_id), mark.saved,
      mark.left_out);
  file.close();
  std::error_code error;
  if (file) std::filesystem::rename(beside, path_, error);
  if (file && !error) return;
  if (must_write_) throw Failure(Exit::failed, fmt::format("cannot write the journal {}", path_));
  path_.clear();  // a folder that cannot be written to: the import goes on, from the start next time
}

void Journal::remove() {
  std::error_code error;
  if (!path_.empty()) std::filesystem::remove(path_, error);
}

}  // namespace rendabel::cli
