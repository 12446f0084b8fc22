// library.hpp — the plugin, loaded at run time, and its handles with an owner.
// In: where to look.  Out: Library (functions), Answer (one result), Engine (one store).
// Never: anything of the library but rendabel.h.  Method: Boost.DLL; the ABI is checked before any other
// call.
#pragma once
#include <boost/dll/shared_library.hpp>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "abi/rendabel.h"
#include "adapters/cli/failure.hpp"

namespace rendabel::cli {

/// The functions that a command line needs, spelt as in rendabel.h. Filled once, by load_library.
struct Library {
  boost::dll::shared_library file;
  decltype(&rendabel_abi_version) abi_version = nullptr;
  decltype(&rendabel_version) version = nullptr;
  decltype(&rendabel_status_name) status_name = nullptr;
  decltype(&rendabel_labels_get) labels_get = nullptr;
  decltype(&rendabel_engine_new) engine_new = nullptr;
  decltype(&rendabel_engine_open) engine_open = nullptr;
  decltype(&rendabel_engine_free) engine_free = nullptr;
  decltype(&rendabel_settings_get) settings_get = nullptr;
  decltype(&rendabel_settings_set) settings_set = nullptr;
  decltype(&rendabel_accounts_save) accounts_save = nullptr;
  decltype(&rendabel_account_preview) account_preview = nullptr;
  decltype(&rendabel_account_get) account_get = nullptr;
  decltype(&rendabel_accounts_get) accounts_get = nullptr;
  decltype(&rendabel_account_erase) account_erase = nullptr;
  decltype(&rendabel_account_export) account_export = nullptr;
  decltype(&rendabel_calls_plan) calls_plan = nullptr;
  decltype(&rendabel_calls_next) calls_next = nullptr;
  decltype(&rendabel_call_open) call_open = nullptr;
  decltype(&rendabel_call_report) call_report = nullptr;
  decltype(&rendabel_learning_get) learning_get = nullptr;
  decltype(&rendabel_learning_reset) learning_reset = nullptr;
  decltype(&rendabel_events_record) events_record = nullptr;
  decltype(&rendabel_permission_get) permission_get = nullptr;
  decltype(&rendabel_calls_board) calls_board = nullptr;
  decltype(&rendabel_agent_export) agent_export = nullptr;
  decltype(&rendabel_agent_erase) agent_erase = nullptr;
  decltype(&rendabel_book_refresh) book_refresh = nullptr;
  decltype(&rendabel_book_get) book_get = nullptr;
  decltype(&rendabel_report_get) report_get = nullptr;
  decltype(&rendabel_store_check) store_check = nullptr;
  decltype(&rendabel_store_backup) store_backup = nullptr;
  decltype(&rendabel_result_status) result_status = nullptr;
  decltype(&rendabel_result_message) result_message = nullptr;
  decltype(&rendabel_result_body) result_body = nullptr;
  decltype(&rendabel_result_body_size) result_body_size = nullptr;
  decltype(&rendabel_result_free) result_free = nullptr;
};

/// The file that load_library takes.
std::string library_file(const std::string& wanted);

/// `wanted` (--library), else $RENDABEL_LIBRARY, else beside the program or in ../lib, else librendabel.so.1
/// of the system. A file named but unusable fails; it is never silently another one. Throws Failure.
std::unique_ptr<Library> load_library(const std::string& wanted);

/// One result of the library, freed with its owner. Views live as long as the answer.
class Answer {
 public:
  Answer(const Library& library, rendabel_result* result)
      : library_(&library), result_(result, library.result_free) {}
  std::int32_t status() const { return library_->result_status(result_.get()); }
  bool ok() const { return status() == RENDABEL_OK; }
  std::string_view status_name() const { return library_->status_name(status()); }
  std::string_view message() const { return library_->result_message(result_.get()); }
  std::string_view body() const;

 private:
  const Library* library_;
  std::unique_ptr<rendabel_result, decltype(&rendabel_result_free)> result_;
};

/// The answer when it is ok; otherwise throws Failure, or BadInput naming `file` for each finding.
Answer checked(Answer answer, const std::string& file = {});

/// The findings in a bad_input answer's body.
Findings findings_of(const Answer& answer);

/// An engine of the loaded library with one store open. Throws Failure.
class Engine {
 public:
  Engine(const Library& library, const std::string& store);
  rendabel_engine* handle() const { return engine_.get(); }

 private:
  std::unique_ptr<rendabel_engine, decltype(&rendabel_engine_free)> engine_;
};

}  // namespace rendabel::cli
