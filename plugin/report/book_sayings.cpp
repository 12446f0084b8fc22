#include "plugin/report/book_sayings.hpp"

#include <algorithm>
#include <array>

#include "plugin/report/labels.hpp"
#include "plugin/report/money_text.hpp"

namespace rendabel::report {
namespace {

/// A sentence under way: values in, words out.
class Sentence {
 public:
  explicit Sentence(const Speech& speech) : speech_(speech) {}
  Sentence& with(const std::string& name, const std::string& text) {
    values_.set(name, text);
    return *this;
  }
  Sentence& count(const std::string& name, std::int64_t number) {
    return with(name, count_text(number, speech_.language()));
  }
  Sentence& money(const std::string& name, std::optional<Cents> amount) {
    return with(name, amount ? speech_.money(*amount) : speech_.pages.phrase("unknown"));
  }
  Sentence& percent(const std::string& name, std::optional<std::int32_t> bp) {
    return with(name, bp ? percent_text(*bp, speech_.language()) : speech_.pages.phrase("unknown"));
  }
  std::string says(const std::string& phrase) const { return speech_.pages.phrase(phrase, values_); }

 private:
  const Speech& speech_;
  Values values_;
};

/// This year's money of the statement, with last year's below it.
Values money_tile(std::string_view code, std::optional<Cents> now, std::optional<Cents> before,
                  const Speech& speech) {
  Cell cell = speech.cells.money(now);
  cell.shown = now ? speech.money(*now) : speech.pages.phrase("unknown");
  if (before) cell.note = Sentence(speech).money("amount", before).says("previous_was");
  return tile(speech.line(code), code, cell, now.value_or(0) < 0);
}

Values tiles(const BookView& view) {
  const Book& book = view.report.book;
  const Speech& speech = view.speech;
  Values list{Values::type::list};
  list << money_tile("net_revenue", book.result.net_revenue, book.previous.net_revenue, speech);
  list << money_tile("gross_margin", book.result.gross_margin, book.previous.gross_margin, speech);
  list << money_tile("net_result", book.result.net_result, book.previous.net_result, speech);
  Cell margin = speech.cells.percent(book.result.net_margin_bp);
  if (book.previous.net_margin_bp)
    margin.note = Sentence(speech).percent("amount", book.previous.net_margin_bp).says("previous_was");
  list << tile(speech.line("net_margin_bp"), "net_margin_bp", margin,
               book.result.net_margin_bp.value_or(0) < 0);
  list << tile(speech.pages.phrase("customers"), "customers", speech.cells.count(book.accounts.customers),
               false);
  const auto losing = std::ranges::find(book.flags, FlagCode::loss_making, &FlagHeadline::code);
  const auto accounts = losing == book.flags.end() ? 0 : losing->accounts;
  list << tile(speech.pages.phrase("loss_making_accounts"), "loss_making", speech.cells.count(accounts),
               accounts > 0);
  return list;
}

std::string pareto_says(const BookView& view) {
  const Pareto& pareto = view.report.book.pareto;
  if (pareto.of == 0) return view.speech.pages.phrase("pareto_nobody");
  return Sentence(view.speech)
      .count("customers", pareto.customers)
      .count("of", pareto.of)
      .percent("share", pareto.revenue_share_bp)
      .says("pareto_says");
}

Values sayings(const BookView& view) {
  const Book& book = view.report.book;
  Values list{Values::type::list};
  const auto losing = std::ranges::find(book.flags, FlagCode::loss_making, &FlagHeadline::code);
  list << (losing == book.flags.end() ? view.speech.pages.phrase("says_nobody_loses")
                                      : Sentence(view.speech)
                                            .count("accounts", losing->accounts)
                                            .money("amount", losing->amount)
                                            .says("says_loss_making"));
  list << whale_drawing(book.whale, view.speech).description;
  list << pareto_says(view);
  if (book.accounts.not_assessable > 0)
    list << Sentence(view.speech)
                .count("accounts", book.accounts.not_assessable)
                .count("customers", book.accounts.customers)
                .says("says_not_assessable");
  return list;
}

void add_trend(Values& page, const BookView& view) {
  const BookTrend& trend = view.report.book.trend;
  page.set("trend_collected", false);
  if (!trend.since) {
    page.set("trend_says", view.speech.pages.phrase("trend_none"));
    return;
  }
  page.set("trend_says", Sentence(view.speech)
                             .with("since", date_text(*trend.since, view.speech.language()))
                             .count("became", trend.became_loss_making)
                             .count("repaired", trend.repaired)
                             .count("left", trend.left)
                             .says("trend_says"));
  if (trend.realised)
    page.set("trend_collected", Sentence(view.speech)
                                    .money("realised", trend.realised)
                                    .money("predicted", trend.predicted_so_far)
                                    .says("trend_collected"));
}

Values model_sayings(const BookView& view) {
  Values list{Values::type::list};
  const BookModel& model = view.report.book.model;
  const auto fit = [&](const char* phrase, const BookFit& found) {
    list << Sentence(view.speech)
                .with("state", std::string(label("fit", found.state, view.speech.language())))
                .count("buyers", found.buyers)
                .count("events", found.events)
                .says(phrase);
  };
  if (model.timing.state.empty()) {
    list << view.speech.pages.phrase("model_none");
  } else {
    fit("model_timing_says", model.timing);
    fit("model_spend_says", model.spend);
  }
  constexpr std::array scales{"scale_none", "scale_steps", "scale_inferred"};
  list << view.speech.pages.phrase(scales.at(static_cast<std::size_t>(view.report.book.scale.kind)));
  return list;
}

}  // namespace

Values tile(const std::string& name, std::string_view code, const Cell& cell, bool loss) {
  Values values;
  values.set("name", name);
  values.set("code", std::string(code));
  values.set("shown", cell.shown.empty() ? "–" : cell.shown);
  values.set("data", cell.data);
  values.set("note", cell.note.empty() ? Values(false) : Values(cell.note));
  values.set("loss", loss);
  return values;
}

void add_book_sayings(Values& page, const BookView& view) {
  const Book& book = view.report.book;
  page.set("as_of", date_text(book.as_of, view.speech.language()));
  page.set("currency", book.currency);
  page.set("all", count_text(book.accounts.all, view.speech.language()));
  page.set("tiles", tiles(view));
  page.set("sayings", sayings(view));
  page.set("planned", view.report.planned);
  page.set("calls", count_text(static_cast<std::int64_t>(view.report.calls.size()), view.speech.language()));
  page.set("capacity", count_text(view.report.capacity, view.speech.language()));
  page.set("pareto", pareto_says(view));
  const auto apart = book.unassigned_result.net_result.value_or(0);
  page.set("whale_apart", apart == 0
                              ? Values(false)
                              : Values(Sentence(view.speech).money("amount", apart).says("whale_apart")));
  page.set("model_sayings", model_sayings(view));
  add_trend(page, view);
}

}  // namespace rendabel::report
