// directory.hpp — the store's directory and files: made if absent, private to one OS user.
// In: a path.  Out: a directory of mode 0700 with files of mode 0600 that belong to us, or Failure{io}.
// Never: opens a database file (that would drop the locks SQLite has on it), never touches the umask.
// Method: a new file gets its content under another name and its own name by link(), so nobody sees it half
// made.
#pragma once
#include <functional>
#include <string>

namespace rendabel::store {

/// Makes `directory` with its parents if absent and checks that it is ours. The absolute path.
/// Failure: corrupt (something else stands there), io.
std::string private_directory(const std::string& directory);
/// Whether a file is there; checks that it is a regular file of ours and takes others' access away. Failure:
/// io.
bool private_file(const std::string& path);
/// Makes a new file: `fill` gets the path of an empty private file beside it. False when `path` was there
/// already.
bool make_file(const std::string& path, const std::function<void(const std::string&)>& fill);
/// Bytes of the file.
std::int64_t size_of(const std::string& path);

}  // namespace rendabel::store
