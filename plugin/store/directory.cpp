#include "plugin/store/directory.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "plugin/base/status.hpp"

namespace rendabel::store {
namespace {

[[noreturn]] void fail_io(const std::string& doing, const std::string& path) {
  throw Failure(Status::io, doing + " " + path + ": " + std::generic_category().message(errno));
}

void sync_directory(const std::string& path) {
  const int handle = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) fail_io("cannot open directory", path);
  const bool done = ::fsync(handle) == 0 || errno == EINVAL;  // some file systems cannot
  ::close(handle);
  if (!done) fail_io("cannot put on the disk: directory", path);
}

void make_directory(const std::filesystem::path& path) {
  if (path.has_parent_path() && path.parent_path() != path && !std::filesystem::exists(path.parent_path()))
    make_directory(path.parent_path());
  if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) fail_io("cannot make directory", path.string());
}

std::string new_name(const std::string& path) {
  static std::atomic<unsigned> count{0};
  return path + ".new-" + std::to_string(::getpid()) + "-" + std::to_string(++count);
}

/// A file that goes away unless it got its name, with what stands beside it. The names are made beforehand:
/// when it goes because memory ran out there is none to make them.
struct Draft {
  std::string path;
  std::array<std::string, 3> beside{path + "-wal", path + "-shm", path + "-journal"};
  ~Draft() {
    ::unlink(path.c_str());
    for (const auto& name : beside) ::unlink(name.c_str());
  }
};

}  // namespace

std::string private_directory(const std::string& directory) {
  try {
    const auto path = std::filesystem::absolute(directory).lexically_normal().string();
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0) {
      if (errno != ENOENT) fail_io("cannot use store directory", path);
      make_directory(path);
      if (::stat(path.c_str(), &found) != 0) fail_io("cannot use store directory", path);
    }
    if (!S_ISDIR(found.st_mode)) throw Failure(Status::corrupt, "no store directory but a file: " + path);
    if (found.st_uid != ::geteuid())
      throw Failure(Status::io, "the store directory belongs to another user: " + path);
    return path;
  } catch (const std::filesystem::filesystem_error& error) {
    throw Failure(Status::io, std::string("cannot use store directory: ") + error.what());
  }
}

bool private_file(const std::string& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) {
    if (errno == ENOENT) return false;
    fail_io("cannot use file", path);
  }
  if (!S_ISREG(found.st_mode)) throw Failure(Status::corrupt, "no store but something else: " + path);
  if (found.st_uid != ::geteuid()) throw Failure(Status::io, "the file belongs to another user: " + path);
  if ((found.st_mode & 0077) != 0 && ::chmod(path.c_str(), 0600) != 0) fail_io("cannot make private", path);
  return true;
}

bool make_file(const std::string& wanted, const std::function<void(const std::string&)>& fill) {
  const auto path = std::filesystem::absolute(wanted).string();
  const Draft draft{new_name(path)};
  const int handle = ::open(draft.path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
  if (handle < 0) fail_io("cannot make file", path);
  const bool private_now = ::fchmod(handle, 0600) == 0;  // an umask may have taken our own rights away
  ::close(handle);
  if (!private_now) fail_io("cannot make private", path);
  fill(draft.path);
  if (::link(draft.path.c_str(), path.c_str()) != 0) {
    if (errno == EEXIST) return false;
    fail_io("cannot make file", path);
  }
  sync_directory(std::filesystem::path(path).parent_path().string());
  return true;
}

std::int64_t size_of(const std::string& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) fail_io("cannot use file", path);
  return found.st_size;
}

}  // namespace rendabel::store
