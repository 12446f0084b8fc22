#include "plugin/store/suppression.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <string>

#include "plugin/base/mail.hpp"
#include "plugin/store/directory.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::store {
namespace {

constexpr std::size_t secret_bytes = crypto_generichash_KEYBYTES;
using Secret = std::array<unsigned char, secret_bytes>;
using Hash = std::array<unsigned char, crypto_generichash_BYTES_MIN>;

std::string secret_path(const Store& store) { return store.directory() + "/suppression.key"; }

struct File {
  explicit File(int opened) : handle(opened) {}
  ~File() {
    if (handle >= 0) ::close(handle);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int handle;
};

void write_secret(const std::string& path) {
  if (sodium_init() < 0) throw Failure(Status::internal, "libsodium does not start");
  Secret secret{};
  crypto_generichash_keygen(secret.data());
  const File file(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
  const bool written =
      file.handle >= 0 &&
      ::write(file.handle, secret.data(), secret.size()) == static_cast<ssize_t>(secret.size()) &&
      ::fsync(file.handle) == 0;
  sodium_memzero(secret.data(), secret.size());
  if (!written) throw Failure(Status::io, "cannot write the key of the suppression list");
}

Secret read_secret(const std::string& path) {
  Secret secret{};
  const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.handle < 0 ||
      ::read(file.handle, secret.data(), secret.size()) != static_cast<ssize_t>(secret.size()))
    throw Failure(Status::io, "cannot read the key of the suppression list");
  return secret;
}

Hash hash_of(Store& store, std::string_view text) {
  const auto path = secret_path(store);
  if (!private_file(path)) make_file(path, write_secret);
  auto secret = read_secret(path);
  Hash hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()),
                     text.size(), secret.data(), secret.size());
  sodium_memzero(secret.data(), secret.size());
  return hash;
}

std::string_view bytes_of(const Hash& hash) {
  return {reinterpret_cast<const char*>(hash.data()), hash.size()};
}

}  // namespace

std::vector<Address> addresses_of(const Snapshot& facts, const std::vector<ContactNumber>& numbers) {
  std::vector<Address> out;
  for (const auto& one : numbers) out.push_back({std::to_string(one.number), one.contact_id});
  const auto add_mail = [&](std::string_view mail, std::string_view contact_id) {
    if (auto normal = normal_mail(mail)) out.push_back({*std::move(normal), std::string(contact_id)});
  };
  const auto own_id = facts.account.id;
  add_mail(facts.account.email, own_id);
  for (const auto& contact : facts.contacts) add_mail(contact.email, contact.id);
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  const auto has_any = [&, reached = out.size()](std::string_view contact_id) {
    return std::any_of(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(reached),
                       [&](const Address& one) { return one.contact_id == contact_id; });
  };
  const auto add_id = [&](std::string_view contact_id) {
    if (has_any(contact_id)) return;
    out.push_back({std::string(own_id) + '\n' + std::string(contact_id), std::string(contact_id)});
  };
  for (const auto& contact : facts.contacts) add_id(contact.id);
  return out;
}

void suppress(Store& store, std::string_view address, const Refusal& refusal) {
  const auto hash = hash_of(store, address);
  store.database().run(
      "INSERT INTO suppression(hash, objected_on, do_not_call) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET "
      "objected_on = max(ifnull(objected_on, ?2), ifnull(?2, objected_on)), do_not_call = max(do_not_call, "
      "?3)",
      Blob{bytes_of(hash)}, refusal.objected_on, refusal.do_not_call);
  store.database().run("UPDATE counters SET suppressed = (SELECT count(*) FROM suppression)");
}

std::optional<Refusal> suppressed(Store& store, std::string_view address) {
  const auto hash = hash_of(store, address);
  auto rows = store.database().rows("SELECT objected_on, do_not_call FROM suppression WHERE hash = ?",
                                    Blob{bytes_of(hash)});
  if (!rows.next()) return std::nullopt;
  return Refusal{rows.maybe_date(0), rows.integer(1) != 0};
}

std::optional<Refusal> suppressed(Store& store, std::int64_t number) {
  return suppressed(store, std::to_string(number));
}

bool has_secret(Store& store) { return private_file(secret_path(store)); }

}  // namespace rendabel::store
