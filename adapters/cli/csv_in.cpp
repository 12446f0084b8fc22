#include "adapters/cli/csv_in.hpp"

#include <csv.h>
#include <fmt/format.h>

#include <cstdio>
#include <exception>

#include "adapters/cli/failure.hpp"
#include "adapters/cli/line_reader.hpp"

namespace rendabel::cli {
namespace {

/// libcsv calls back per field and per row; no exception may pass through it, so one is kept until it
/// returns.
struct Reading {
  csv_parser parser{};
  std::string text;               // the row's cells, one after the other
  std::vector<std::size_t> ends;  // where each ends in text
  std::vector<std::string_view> cells;
  std::int64_t record = 0;
  const std::function<void(const CsvRow&)>* row = nullptr;
  std::exception_ptr failure;

  ~Reading() { csv_free(&parser); }

  void end_field(const char* bytes, std::size_t size) {
    if (record == 0 && ends.empty() && std::string_view(bytes, size).starts_with("\xEF\xBB\xBF"))
      bytes += 3, size -= 3;
    text.append(bytes, size);
    ends.push_back(text.size());
  }
  void end_row() {
    ++record;
    cells.clear();
    std::size_t from = 0;
    for (const std::size_t end : ends) {
      cells.emplace_back(text.data() + from, end - from);
      from = end;
    }
    if (!failure) (*row)({record, cells});
    text.clear();
    ends.clear();
  }
};

extern "C" void on_field(void* bytes, std::size_t size, void* reading) {
  auto& self = *static_cast<Reading*>(reading);
  try {
    self.end_field(static_cast<const char*>(bytes), size);
  } catch (...) {
    self.failure = std::current_exception();
  }
}
extern "C" void on_row(int, void* reading) {
  auto& self = *static_cast<Reading*>(reading);
  try {
    self.end_row();
  } catch (...) {
    self.failure = std::current_exception();
  }
}
// RFC 4180: spaces are part of a field.
extern "C" int no_space(unsigned char) { return 0; }

}  // namespace

void read_csv(const std::string& path, char delimiter, const std::function<void(const CsvRow&)>& row,
              const std::function<void(std::int64_t, std::int64_t)>& progress) {
  const auto file = open_input(path);
  Reading reading;
  reading.row = &row;
  csv_init(&reading.parser, CSV_STRICT | CSV_STRICT_FINI);
  csv_set_delim(&reading.parser, static_cast<unsigned char>(delimiter));
  csv_set_space_func(&reading.parser, no_space);
  std::string buffer(1U << 18U, '\0');
  std::int64_t done = 0;
  bool sound = true;
  while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
    sound = csv_parse(&reading.parser, buffer.data(), size, on_field, on_row, &reading) == size;
    if (reading.failure) std::rethrow_exception(reading.failure);
    if (!sound) break;
    progress(done += static_cast<std::int64_t>(size), input_size(file.get()));
  }
  if (std::ferror(file.get()) != 0)
    throw Failure(Exit::failed, fmt::format("cannot read {} any further", path));
  if (sound) sound = csv_fini(&reading.parser, on_field, on_row, &reading) == 0;
  if (reading.failure) std::rethrow_exception(reading.failure);
  if (!sound) {
    const char* why = csv_strerror(csv_error(&reading.parser));
    throw BadInput(
        path == "-" ? "stdin" : path,
        {{{reading.record + 1, "", fmt::format("a quote in the wrong place or not closed ({})", why)}}, 1},
        "no CSV");
  }
}

}  // namespace rendabel::cli
