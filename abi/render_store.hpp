// render_store.hpp — the short answers: what was saved, erased, checked, copied, opened.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "plugin/pipeline/events.hpp"
#include "plugin/pipeline/save.hpp"

namespace rendabel::abi {

std::string render_opened(std::string_view directory);
std::string render_recorded(const pipeline::Recorded& done);
std::string render_saved(const pipeline::SavedMany& saved);
/// `contact_id` empty: the whole account.
std::string render_erased(std::string_view account_id, std::string_view contact_id);
std::string render_check(const std::vector<std::string>& problems);
std::string render_backup(std::string_view path, std::int64_t bytes);

}  // namespace rendabel::abi
