#include "adapters/cli/library.hpp"

#include <fmt/format.h>

#include <boost/dll/runtime_symbol_info.hpp>
#include <cstdlib>

#include "adapters/cli/json.hpp"

namespace rendabel::cli {
namespace {

namespace fs = std::filesystem;
constexpr const char* file_name = "librendabel.so.1";

fs::path chosen_file(const std::string& wanted) {
  if (!wanted.empty()) return wanted;
  if (const char* named = std::getenv("RENDABEL_LIBRARY"); named != nullptr && *named != '\0') return named;
  std::error_code unknown;
  const fs::path folder = boost::dll::program_location(unknown).parent_path();
  for (const fs::path& place :
       {folder / file_name, folder / "../lib" / file_name, folder / "../lib64" / file_name}) {
    std::error_code error;
    if (fs::exists(place, error)) return place;
  }
  return file_name;
}

template <class Function>
void find(Library& library, Function& place, const char* name) {
  place = &library.file.get<std::remove_pointer_t<Function>>(name);
}

void find_all(Library& library) {
  find(library, library.version, "rendabel_version");
  find(library, library.status_name, "rendabel_status_name");
  find(library, library.labels_get, "rendabel_labels_get");
  find(library, library.engine_new, "rendabel_engine_new");
  find(library, library.engine_open, "rendabel_engine_open");
  find(library, library.engine_free, "rendabel_engine_free");
  find(library, library.settings_get, "rendabel_settings_get");
  find(library, library.settings_set, "rendabel_settings_set");
  find(library, library.accounts_save, "rendabel_accounts_save");
  find(library, library.account_preview, "rendabel_account_preview");
  find(library, library.account_get, "rendabel_account_get");
  find(library, library.accounts_get, "rendabel_accounts_get");
  find(library, library.account_erase, "rendabel_account_erase");
  find(library, library.account_export, "rendabel_account_export");
  find(library, library.calls_plan, "rendabel_calls_plan");
  find(library, library.events_record, "rendabel_events_record");
  find(library, library.permission_get, "rendabel_permission_get");
  find(library, library.calls_next, "rendabel_calls_next");
  find(library, library.call_open, "rendabel_call_open");
  find(library, library.call_report, "rendabel_call_report");
  find(library, library.learning_get, "rendabel_learning_get");
  find(library, library.learning_reset, "rendabel_learning_reset");
  find(library, library.calls_board, "rendabel_calls_board");
  find(library, library.agent_export, "rendabel_agent_export");
  find(library, library.agent_erase, "rendabel_agent_erase");
  find(library, library.book_refresh, "rendabel_book_refresh");
  find(library, library.book_get, "rendabel_book_get");
  find(library, library.report_get, "rendabel_report_get");
  find(library, library.store_check, "rendabel_store_check");
  find(library, library.store_backup, "rendabel_store_backup");
  find(library, library.result_status, "rendabel_result_status");
  find(library, library.result_message, "rendabel_result_message");
  find(library, library.result_body, "rendabel_result_body");
  find(library, library.result_body_size, "rendabel_result_body_size");
  find(library, library.result_free, "rendabel_result_free");
}

std::string abi_text(std::int32_t abi) { return fmt::format("{}.{}", abi >> 16, abi & 0xffff); }

}  // namespace

std::string library_file(const std::string& wanted) { return chosen_file(wanted).string(); }

std::unique_ptr<Library> load_library(const std::string& wanted) {
  const fs::path path = chosen_file(wanted);
  auto library = std::make_unique<Library>();
  try {
    // A bare name is looked up by the system's loader, a path is taken as it is.
    library->file.load(path, path.has_parent_path() ? boost::dll::load_mode::default_mode
                                                    : boost::dll::load_mode::search_system_folders);
    find(*library, library->abi_version, "rendabel_abi_version");
    const std::int32_t abi = library->abi_version();
    // The same major, and no older minor than this program was built with: then all it calls is there.
    if (abi >> 16 != RENDABEL_ABI_VERSION >> 16 || abi < RENDABEL_ABI_VERSION) {
      throw Failure(Exit::failed, fmt::format("{}: its ABI is {}, this program needs {}", path.string(),
                                              abi_text(abi), abi_text(RENDABEL_ABI_VERSION)));
    }
    find_all(*library);
  } catch (const fs::filesystem_error& error) {
    throw Failure(Exit::failed, fmt::format("cannot load the library {}: {}", path.string(), error.what()));
  } catch (const std::system_error& error) {
    throw Failure(Exit::failed, fmt::format("cannot load the library {}: {}", path.string(), error.what()));
  }
  return library;
}

std::string_view Answer::body() const {
  const char* text = library_->result_body(result_.get());
  const std::int64_t size = library_->result_body_size(result_.get());
  return text == nullptr || size <= 0 ? std::string_view{}
                                      : std::string_view{text, static_cast<std::size_t>(size)};
}

Findings findings_of(const Answer& answer) {
  const Json body = parse_json(answer.body());
  Findings found;
  for (const Json& finding : body["findings"].items) {
    found.items.push_back({finding["record"].whole(), finding["field"].text, finding["why"].text});
  }
  found.total = body["total"].whole();
  return found;
}

Answer checked(Answer answer, const std::string& file) {
  if (answer.ok()) return answer;
  const std::string message{answer.message()};
  switch (answer.status()) {
    case RENDABEL_BAD_INPUT: throw BadInput(file, findings_of(answer), message);
    case RENDABEL_INVALID_ARGUMENT: throw Failure(Exit::usage, message);
    default: throw Failure(Exit::failed, fmt::format("{}: {}", answer.status_name(), message));
  }
}

Engine::Engine(const Library& library, const std::string& store)
    : engine_(library.engine_new(RENDABEL_ABI_VERSION), library.engine_free) {
  if (!engine_) throw Failure(Exit::failed, "the library does not support this program's ABI");
  // Full durability: what a journal calls saved must have reached the disk.
  const std::string config = fmt::format(R"({{"store":{},"durability":"full"}})", json_text(store));
  checked(Answer(
      library, library.engine_open(engine_.get(), config.data(), static_cast<std::int64_t>(config.size()))));
}

}  // namespace rendabel::cli
