#include "abi/render_book.hpp"

#include "abi/documents/writer.hpp"
#include "abi/render_assessment.hpp"
#include "abi/render_book_parts.hpp"

namespace rendabel::abi {
namespace {

void write_accounts(Writer& out, const BookAccounts& accounts) {
  out.key("accounts").begin_object().key("all").integer(accounts.all);
  out.key("customers").integer(accounts.customers).key("inactive").integer(accounts.inactive);
  out.key("prospects").integer(accounts.prospects).key("unassigned").integer(accounts.unassigned);
  out.key("assessable").integer(accounts.assessable);
  out.key("not_assessable").integer(accounts.not_assessable).end_object();
}

void write_layer(Writer& out, const BookLayer& layer) {
  out.begin_object().key("layer").text(name_of(layer.layer)).key("accounts").integer(layer.accounts);
  out.key("revenue").money(layer.revenue).key("revenue_share_bp").integer(layer.revenue_share_bp);
  out.key("net_result").money(layer.net_result).key("net_margin_bp").integer(layer.net_margin_bp);
  out.key("assessable").integer(layer.assessable).key("cost_lines");
  write_cost_lines(out, layer.cost_lines);
  out.end_object();
}

void write_pareto_and_tail(Writer& out, const Pareto& pareto, const Tail& tail) {
  out.key("pareto").begin_object().key("customers").integer(pareto.customers).key("of").integer(pareto.of);
  out.key("revenue_share_bp").integer(pareto.revenue_share_bp).end_object();
  out.key("tail").begin_object().key("customers").integer(tail.customers).key("revenue").money(tail.revenue);
  out.key("revenue_share_bp").integer(tail.revenue_share_bp);
  out.key("net_result").money(tail.net_result).key("net_margin_bp").integer(tail.net_margin_bp);
  out.key("assessable").integer(tail.assessable).key("claim").begin_object();
  out.key("revenue_share_bp").integer(tail_claim_revenue_share_bp);
  out.key("net_margin_bp").integer(tail_claim_net_margin_bp).end_object().end_object();
}

void write_flags(Writer& out, const std::vector<FlagHeadline>& flags) {
  out.key("flags").begin_array();
  for (const FlagHeadline& flag : flags) {
    out.begin_object().key("code").text(name_of(flag.code)).key("accounts").integer(flag.accounts);
    out.key("amount").money(flag.amount).end_object();
  }
  out.end_array();
}

void write_coverage(Writer& out, const std::vector<BookCoverage>& coverage) {
  out.key("coverage").begin_array();
  for (const BookCoverage& row : coverage) {
    out.begin_object().key("line").text(row.line);
    for (std::size_t state = 0; state < row.accounts.size(); ++state)
      out.key(name_of(static_cast<CoverageState>(state))).integer(row.accounts[state]);
    out.end_object();
  }
  out.end_array();
}

void write_reconciliation(Writer& out, const Reconciliation& sums) {
  out.key("reconciliation").begin_object().key("accounts").money(sums.accounts);
  out.key("unassigned").money(sums.unassigned).key("book").money(sums.book);
  out.key("difference").money(sums.difference).key("ledger").begin_array();
  for (const LedgerCheck& period : sums.ledger) {
    out.begin_object().key("from").date(period.from).key("to").date(period.to);
    out.key("ledger").money(period.ledger).key("book").money(period.book);
    out.key("difference").money(period.difference).end_object();
  }
  out.end_array().end_object();
}

}  // namespace

std::string render_book(const Book& book, const Words& words) {
  Writer out(words.money_decimals);
  out.begin_object().key("as_of").date(book.as_of).key("rules_version").integer(book.rules_version);
  out.key("currency").text(book.currency);
  write_accounts(out, book.accounts);
  out.key("result");
  write_window(out, book.result);
  out.key("previous");
  write_window(out, book.previous);
  out.key("unassigned").begin_object().key("result");
  write_window(out, book.unassigned_result);
  out.key("previous");
  write_window(out, book.unassigned_previous);
  out.end_object();
  write_waterfall(out, book.waterfall);
  out.key("pyramid").begin_array();
  for (const BookLayer& layer : book.pyramid) write_layer(out, layer);
  out.end_array();
  write_pareto_and_tail(out, book.pareto, book.tail);
  write_whale(out, book.whale);
  write_flags(out, book.flags);
  write_remedies(out, book.remedies);
  write_worst(out, book.worst);
  write_trend(out, book.trend);
  write_visit_programme(out, book.visit_programme);
  write_capacity(out, book.capacity);
  write_model(out, book.model);
  write_scale(out, book.scale);
  write_coverage(out, book.coverage);
  write_reconciliation(out, book.reconciliation);
  out.end_object();
  return out.text_copy();
}

std::string render_progress(const RefreshProgress& progress) {
  Writer out;
  out.begin_object().key("as_of").date(progress.as_of).key("done").integer(progress.done);
  out.key("total").integer(progress.total).key("phase").text(progress.phase);
  out.key("finished").yes_no(progress.finished).end_object();
  return out.text_copy();
}

}  // namespace rendabel::abi
