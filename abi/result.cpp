#include "abi/result.hpp"

#include <utility>

namespace rendabel::abi {
namespace {

constexpr std::uint8_t result_tag = 0x52;
constinit Handles<Result> results{result_tag, AfterFork::usable};

// A place and a generation that the table never gives: generations start at 1.
constexpr std::uint64_t no_memory_handle = std::uint64_t{result_tag} << HandleLayout::tag_shift;

static_assert(sizeof(rendabel_result*) == sizeof(std::uint64_t), "handles need 64-bit pointers");

rendabel_result* to_pointer(std::uint64_t handle) { return reinterpret_cast<rendabel_result*>(handle); }
std::uint64_t to_handle(const rendabel_result* result) { return reinterpret_cast<std::uint64_t>(result); }

}  // namespace

rendabel_result* hand_over_no_memory() noexcept { return to_pointer(no_memory_handle); }

rendabel_result* hand_over(Result&& result) noexcept {
  try {
    return to_pointer(results.put(std::make_unique<Result>(std::move(result))));
  } catch (const std::bad_alloc&) {
    return hand_over_no_memory();
  }
}

ResultView view(const rendabel_result* result) noexcept {
  const std::uint64_t handle = to_handle(result);
  if (handle == no_memory_handle) return {Status::no_memory, "out of memory", "", 0, ""};
  Lookup lookup{};
  const Pin<Result> found = results.find(handle, lookup);
  if (!found) return {};
  return {found->status, found->message.c_str(), found->body.c_str(),
          static_cast<std::int64_t>(found->body.size()), found->media_type};
}

void free_result(rendabel_result* result) noexcept { results.free(to_handle(result)); }

}  // namespace rendabel::abi
