// entry — one entry point of rendabel.h as it is: for hosts that may not load a library but may start a
// program.
#define RENDABEL_WITH_LOADER
#include "abi/rendabel.hpp"
#include "adapters/cli/commands.hpp"
#include "adapters/cli/help.hpp"
#include "adapters/cli/input_text.hpp"
#include "adapters/cli/json.hpp"

namespace rendabel::cli {
namespace {

struct EntryOptions {
  std::string name;
  std::vector<std::string> texts;  ///< ids, days, moments, paths, numbers, in the header's order
  std::string document, options, config;
  bool head = false;

  const char* text(std::size_t index) const { return index < texts.size() ? texts[index].c_str() : nullptr; }
  const char* more() const { return options.empty() ? nullptr : options.data(); }
  std::string in() const { return read_input(document.empty() ? "-" : document); }
};

using E = rendabel_engine*;
using T = const char*;
using R = rendabel_result*;

/// What may be asked of a function follows from its type; the rest of the header is not for here.
R ask(R (*function)(E, T, std::int64_t), E engine, const EntryOptions& o) {
  return function(engine, o.more(), size_of(o.options));
}
R ask(R (*function)(E, T, T, std::int64_t), E engine, const EntryOptions& o) {
  return function(engine, o.text(0), o.more(), size_of(o.options));
}
R ask(R (*function)(E, T, T, T, std::int64_t), E engine, const EntryOptions& o) {
  return function(engine, o.text(0), o.text(1), o.more(), size_of(o.options));
}
R ask(R (*function)(E, T, std::int64_t, T, std::int64_t), E engine, const EntryOptions& o) {
  if (o.name == "book_refresh") {  // the one whose number is no size
    const std::int64_t budget_ms = o.texts.size() < 2 ? 0 : std::strtoll(o.text(1), nullptr, 10);
    return function(engine, o.text(0), budget_ms, o.more(), size_of(o.options));
  }
  const std::string document = o.in();
  return function(engine, document.data(), size_of(document), o.more(), size_of(o.options));
}
R ask(R (*function)(T), E, const EntryOptions& o) { return function(o.text(0)); }
template <class Other>
R ask(Other, E, const EntryOptions&) {
  return nullptr;
}

R answered(const Functions& functions, E engine, const EntryOptions& o) {
  R result = nullptr;
  if (o.name != "engine_open") {
#define RENDABEL_CLI_ENTRY(function) \
  if (o.name == #function) result = ask(functions.function, engine, o);
    RENDABEL_FACE_FUNCTIONS(RENDABEL_CLI_ENTRY)
#undef RENDABEL_CLI_ENTRY
  }
  if (result == nullptr) throw Failure(Exit::usage, fmt::format("no entry point to ask here: {}", o.name));
  return result;
}

Exit exit_of(std::int32_t status) {
  switch (status) {
    case RENDABEL_OK: return Exit::ok;
    case RENDABEL_BAD_INPUT: return Exit::bad_input;
    case RENDABEL_INVALID_ARGUMENT: return Exit::usage;
    default: return Exit::failed;
  }
}

Exit shown(const Result& result, const EntryOptions& o) {
  if (o.head)
    print(fmt::format(R"({{"status":{},"name":{},"message":{},"media_type":{}}})"
                      "\n",
                      result.status(), json_text(result.status_name()), json_text(result.message()),
                      json_text(result.media_type())));
  else if (!result.ok())
    note(fmt::format("rendabel: {}: {}", result.status_name(), result.message()));
  if (o.head)
    print(result.body());  // not a byte more
  else
    print_document(result.body());
  return exit_of(result.status());
}

Exit entry(const Options& options, const EntryOptions& o) {
  const Api api = load(library_file(options.library));
  const bool engineless = o.name == "schema_get" || o.name == "labels_get";
  const std::string config =
      o.config.empty() ? fmt::format(R"({{"store":{}}})", json_text(options.store)) : o.config;
  const face::Engine engine(api);
  if (!engineless) {
    if (o.config.empty() && options.store.empty())
      throw Failure(Exit::usage, "--store DIR or --config JSON is needed");
    const Result opened = engine.open(config);
    if (!opened.ok()) return shown(opened, o);
  }
  return shown(Result(api, answered(*api, engine.handle(), o)), o);
}

}  // namespace

void add_entry(CommandLine& line) {
  auto options = std::make_shared<EntryOptions>();
  CLI::App* command = line.command(
      "entry", help::entry,
      "  rendabel --store book entry account_save --options '{\"language\":\"nl\"}' < snapshot.json\n"
      "  rendabel --store book entry account_get 10023 2026-11-23\n"
      "  rendabel entry schema_get snapshot");
  command->add_option("name", options->name, line.say(help::entry_name))->required()->type_name("NAME");
  command->add_option("text", options->texts, line.say(help::entry_texts))->type_name("TEXT");
  command->add_option("--document", options->document, line.say(help::entry_document))->type_name("FILE|-");
  command->add_option("--options", options->options, line.say(help::entry_options))->type_name("JSON");
  command->add_option("--config", options->config, line.say(help::entry_config))->type_name("JSON");
  command->add_flag("--head", options->head, line.say(help::entry_head));
  command->callback(
      [&line, options] { line.run = [&line, options] { return entry(line.options, *options); }; });
}

}  // namespace rendabel::cli
