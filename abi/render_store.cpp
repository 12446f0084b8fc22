#include "abi/render_store.hpp"

#include "abi/documents/writer.hpp"

namespace rendabel::abi {

std::string render_opened(std::string_view directory) {
  return Writer().begin_object().key("store").text(directory).end_object().text_copy();
}

std::string render_recorded(const pipeline::Recorded& done) {
  Writer out;
  out.begin_object().key("recorded").integer(done.recorded).key("accounts").begin_array();
  for (const std::string& id : done.accounts) out.text(id);
  return out.end_array().end_object().text_copy();
}

std::string render_saved(const pipeline::SavedMany& saved) {
  Writer out;
  out.begin_object().key("saved").integer(saved.saved).key("stale").begin_array();
  for (const std::string& id : saved.stale) out.text(id);
  return out.end_array().end_object().text_copy();
}

std::string render_erased(std::string_view account_id, std::string_view contact_id) {
  Writer out;
  out.begin_object().key("account_id").text(account_id).key("contact_id").text_or_null(contact_id);
  return out.key("erased").yes_no(true).end_object().text_copy();
}

std::string render_check(const std::vector<std::string>& problems) {
  Writer out;
  out.begin_object().key("ok").yes_no(problems.empty()).key("problems").begin_array();
  for (const std::string& problem : problems) out.text(problem);
  return out.end_array().end_object().text_copy();
}

std::string render_backup(std::string_view path, std::int64_t bytes) {
  return Writer().begin_object().key("path").text(path).key("bytes").integer(bytes).end_object().text_copy();
}

}  // namespace rendabel::abi
