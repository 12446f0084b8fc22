// import — saves snapshots from NDJSON in batches, and goes on where an interrupted import was.
#include <algorithm>
#include <filesystem>

#include "adapters/cli/commands.hpp"
#include "adapters/cli/help.hpp"
#include "adapters/cli/journal.hpp"
#include "adapters/cli/line_reader.hpp"
#include "adapters/cli/progress.hpp"
#include "adapters/cli/report.hpp"
#include "adapters/cli/saver.hpp"

namespace rendabel::cli {
namespace {

struct ImportOptions {
  std::string file, journal;
  std::int64_t skip = 0;
  bool keep_going = false;
};

std::string absolute_store(const std::string& store) {
  std::error_code error;
  const auto path = std::filesystem::canonical(store, error);
  return error ? store : path.string();
}

class Import {
 public:
  Import(const Host& host, const ImportOptions& options)
      : host_(host),
        options_(options),
        file_(options.file == "-" ? "stdin" : options.file),
        reader_(std::make_unique<LineReader>(options.file)),
        journal_(journal_path(options), !options.journal.empty()),
        saver_(host, options.keep_going),
        progress_(host.say(words::importing)) {}

  Exit run() {
    resume();
    skip();
    Batch batch;
    std::string text;
    while (reader_->next(text)) {
      batch.add(std::move(text), reader_->record());
      if (batch.full()) take(batch);
    }
    take(batch);
    progress_.clear();
    if (bad_ == 0 || options_.keep_going) journal_.remove();
    tell();
    return bad_ == 0 ? Exit::ok : Exit::bad_input;
  }

 private:
  static std::string journal_path(const ImportOptions& options) {
    if (!options.journal.empty() || options.file == "-") return options.journal;
    return options.file + ".rendabel-journal";
  }

  /// Reads past what an interrupted import had saved, if the journal is of this very input and store.
  void resume() {
    const auto mark = journal_.read();
    if (!mark) return;
    while (reader_->record() < mark->record && reader_->pass()) progress_.show(0, 0, reader_->record());
    if (reader_->record() == mark->record && fmt::to_string(reader_->fingerprint()) == mark->fingerprint &&
        mark->store == absolute_store(host_.options().store) && stored(mark->account_id)) {
      before_ = *mark;
      progress_.clear();
      note(host_.say(words::resumed, mark->record));
      return;
    }
    if (options_.file == "-") throw Failure(Exit::failed, host_.say(words::journal_other, options_.journal));
    note(host_.say(words::restarted));
    reader_ = std::make_unique<LineReader>(options_.file);
  }

  bool stored(const std::string& account_id) const {
    const std::string options = host_.call_options(R"(,"text":false)");
    return account_id.empty() ||
           Answer(host_.library(),
                  host_.library().account_get(host_.engine(), account_id.c_str(), host_.as_of().c_str(),
                                              options.data(), size_of(options)))
                   .status() != RENDABEL_NOT_FOUND;
  }

  void skip() {
    while (reader_->record() < options_.skip && reader_->pass()) progress_.show(0, 0, reader_->record());
  }

  void take(Batch& batch) {
    if (batch.lines.empty()) return;
    if (stopped_at_ > 0) {
      saver_.check(batch);
    } else if (saver_.save(batch)) {
      journal_.write({absolute_store(host_.options().store), reader_->record(),
                      fmt::to_string(reader_->fingerprint()), saver_.last_account_id(),
                      before_.saved + saver_.saved(), before_.left_out + saver_.left_out()});
    } else {
      stopped_at_ = batch.records.front();
    }
    const Findings found = saver_.take_findings();
    if (found.total > 0) progress_.clear();
    print_findings(file_, found, host_.language());
    bad_ += found.total;
    progress_.show(reader_->bytes(), reader_->size(), reader_->record());
    batch.clear();
  }

  void tell() const {
    const std::int64_t saved = before_.saved + saver_.saved();
    const std::int64_t left_out = before_.left_out + saver_.left_out();
    if (stopped_at_ > 0) note(host_.say(words::stopped, stopped_at_ - 1, saved, stopped_at_));
    if (left_out > 0) note(host_.say(words::kept_going, left_out));
    if (host_.options().json) {
      std::string stale;
      for (const std::string& id : saver_.stale()) stale += (stale.empty() ? "" : ",") + json_text(id);
      print(fmt::format(R"({{"saved":{},"stale":[{}],"left_out":{},"findings_total":{},"stopped_at":{}}})"
                        "\n",
                        saved, stale, left_out, bad_,
                        stopped_at_ > 0 ? fmt::to_string(stopped_at_) : "null"));
      return;
    }
    if (host_.options().csv) {
      CsvOut csv({"saved", "stale", "left_out", "findings_total"});
      csv.row({{fmt::to_string(saved), true},
               {fmt::to_string(saver_.stale().size()), true},
               {fmt::to_string(left_out), true},
               {fmt::to_string(bad_), true}});
      print(csv.text());
      return;
    }
    if (!saver_.stale().empty()) note(host_.say(words::stale, saver_.stale().size()));
    print(host_.say(words::saved, saved) + "\n");
  }

  const Host& host_;
  const ImportOptions& options_;
  std::string file_;
  std::unique_ptr<LineReader> reader_;
  Journal journal_;
  Saver saver_;
  Progress progress_;
  Mark before_;  // what an interrupted import had done already
  std::int64_t stopped_at_ = 0, bad_ = 0;
};

}  // namespace

void add_import(CommandLine& line) {
  auto options = std::make_shared<ImportOptions>();
  CLI::App* command = line.command("import", help::import,
                                   "  rendabel --store book import accounts.ndjson\n"
                                   "  crm-export | rendabel --store book import - --journal import.journal\n"
                                   "  rendabel --store book import accounts.ndjson --keep-going --json");
  command->add_option("file", options->file, line.say(help::import_file))->required()->type_name("FILE|-");
  command->add_option("--journal", options->journal, line.say(help::journal))->type_name("FILE");
  command->add_option("--skip", options->skip, line.say(help::skip))
      ->check(CLI::NonNegativeNumber)
      ->type_name("N");
  command->add_flag("--keep-going", options->keep_going, line.say(help::keep_going));
  command->callback([&line, options] {
    line.run = [&line, options] {
      const Host host(line.options);
      return Import(host, *options).run();
    };
  });
}

}  // namespace rendabel::cli
