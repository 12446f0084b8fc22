#include "abi/render_book_parts.hpp"

#include <array>
#include <string_view>

namespace rendabel::abi {
namespace {

void write_point(Writer& out, const WhalePoint& point) {
  out.begin_object().key("accounts").integer(point.accounts).key("amount").money(point.amount);
  out.key("share_bp").integer(point.share_bp).end_object();
}

void write_best(Writer& out, const std::vector<VisitAccount>& accounts) {
  out.key("best").begin_array();
  for (const VisitAccount& account : accounts) {
    out.begin_object().key("account_id").text(account.account_id).key("name").text_or_null(account.name);
    out.key("owner").text_or_null(account.owner).key("done").decimal(account.done);
    out.key("carried").integer(account.carried).key("advised").integer(account.advised);
    out.key("potential").money(account.potential);
    out.key("potential_per_visit").money(account.potential_per_visit).end_object();
  }
  out.end_array();
}

void write_sums(Writer& out, const VisitSums& sums) {
  out.key("customers").integer(sums.customers).key("known").integer(sums.known);
  out.key("done").decimal(sums.done).key("hours").decimal(sums.hours);
  out.key("carried").integer(sums.carried).key("advised").integer(sums.advised);
  out.key("calls").decimal(sums.calls).key("hours_freed").decimal(sums.hours_freed);
  out.key("money_freed").money(sums.money_freed);
}

void write_trend_rows(Writer& out, std::string_view name, std::int64_t accounts,
                      const std::vector<TrendAccount>& rows) {
  out.key(name).begin_object().key("accounts").integer(accounts).key("rows").begin_array();
  for (const TrendAccount& row : rows) {
    out.begin_object().key("account_id").text(row.account_id).key("name").text_or_null(row.name);
    out.key("before").money(row.before).key("now").money(row.now).end_object();
  }
  out.end_array().end_object();
}

void write_texts(Writer& out, std::string_view name, const std::vector<std::string>& texts) {
  out.key(name).begin_array();
  for (const auto& text : texts) out.text(text);
  out.end_array();
}

void write_fit(Writer& out, std::string_view name, const BookFit& fit) {
  out.key(name).begin_object().key("state").text(fit.state).key("buyers").integer(fit.buyers);
  out.key("events").integer(fit.events).key("parameters").begin_object();
  for (const auto& parameter : fit.parameters) {
    out.key(parameter.name).begin_object().key("value").decimal(parameter.value);
    out.key("prior").decimal(parameter.prior).key("spread").decimal(parameter.spread).end_object();
  }
  out.end_object().key("log_likelihood").decimal(fit.log_likelihood).end_object();
}

}  // namespace

void write_waterfall(Writer& out, const std::vector<WaterfallStep>& steps) {
  out.key("waterfall").begin_array();
  for (const WaterfallStep& step : steps) {
    out.begin_object().key("code").text(step.code).key("amount").money(step.amount);
    out.key("total").yes_no(step.total).end_object();
  }
  out.end_array();
}

void write_whale(Writer& out, const WhaleCurve& whale) {
  out.key("whale").begin_object().key("accounts").integer(whale.accounts);
  out.key("net_result").money(whale.total).key("share_of").text(whale.of_peak ? "peak" : "total");
  out.key("peak");
  write_point(out, whale.peak);
  out.key("points").begin_array();
  for (const WhalePoint& point : whale.points) write_point(out, point);
  out.end_array().end_object();
}

void write_remedies(Writer& out, const std::vector<RemedyHeadline>& remedies) {
  out.key("remedies").begin_array();
  for (const RemedyHeadline& remedy : remedies) {
    out.begin_object().key("code").text(name_of(remedy.code)).key("advised").integer(remedy.advised);
    out.key("advised_effect").money(remedy.advised_effect).key("offered").integer(remedy.offered);
    out.key("agreed").integer(remedy.agreed).key("refused").integer(remedy.refused);
    out.key("predicted").money(remedy.predicted).key("predicted_so_far").money(remedy.predicted_so_far);
    out.key("realised").money(remedy.realised).end_object();
  }
  out.end_array();
}

void write_worst(Writer& out, const std::vector<WorstAccount>& worst) {
  out.key("worst").begin_array();
  for (const WorstAccount& account : worst) {
    out.begin_object().key("account_id").text(account.account_id).key("name").text_or_null(account.name);
    out.key("layer").text_or_null(account.layer ? name_of(*account.layer) : std::string_view());
    out.key("net_revenue").money(account.net_revenue).key("net_result").money(account.net_result);
    out.key("verdict").text_or_null(account.verdict ? name_of(*account.verdict) : std::string_view());
    out.key("plan").begin_array();
    for (const auto code : account.plan) out.text(name_of(code));
    out.end_array().key("result_after").money(account.result_after).end_object();
  }
  out.end_array();
}

void write_trend(Writer& out, const BookTrend& trend) {
  out.key("trend").begin_object().key("since").date(trend.since);
  write_trend_rows(out, "became_loss_making", trend.became_loss_making, trend.became_rows);
  write_trend_rows(out, "repaired", trend.repaired, trend.repaired_rows);
  out.key("left").integer(trend.left).key("predicted_so_far").money(trend.predicted_so_far);
  out.key("realised").money(trend.realised).end_object();
}

void write_visit_programme(Writer& out, const VisitProgramme& visits) {
  const auto owners = static_cast<std::int64_t>(visits.owners.size()) + visits.owners_left_out;
  out.key("visit_programme").begin_object().key("total").begin_object().key("owners").integer(owners);
  write_sums(out, visits.total);
  write_best(out, visits.best);
  out.end_object().key("owners").begin_array();
  for (const VisitOwner& owner : visits.owners) {
    out.begin_object().key("owner").text_or_null(owner.owner);
    write_sums(out, owner.sums);
    write_best(out, owner.best);
    out.end_object();
  }
  out.end_array().key("owners_left_out").integer(visits.owners_left_out).end_object();
}

void write_capacity(Writer& out, const std::vector<CapacityCheck>& pools) {
  out.key("capacity").begin_array();
  for (const CapacityCheck& pool : pools) {
    out.begin_object();
    write_texts(out, "drivers", pool.drivers);
    out.key("cost").money(pool.cost).key("minutes").decimal(pool.minutes);
    out.key("used_minutes").decimal(pool.used_minutes).key("used_cost").money(pool.used_cost);
    out.key("unused_minutes").decimal(pool.unused_minutes).key("unused_cost").money(pool.unused_cost);
    out.key("utilisation_bp").integer(pool.utilisation_bp);
    write_texts(out, "without_minutes", pool.without_minutes);
    out.key("visit_hours_logged").decimal(pool.visit_hours_logged);
    out.key("visit_hours_paid").decimal(pool.visit_hours_paid).end_object();
  }
  out.end_array();
}

void write_model(Writer& out, const BookModel& model) {
  out.key("model").begin_object().key("k").integer(model.k);
  write_fit(out, "timing", model.timing);
  write_fit(out, "spend", model.spend);
  out.end_object();
}

void write_scale(Writer& out, const BookScale& scale) {
  constexpr std::array<std::string_view, 3> kinds{"none", "steps", "inferred"};
  out.key("scale").begin_object().key("kind").text(kinds[static_cast<std::size_t>(scale.kind)]);
  out.key("steps").begin_array();
  for (const DiscountStep& step : scale.steps) {
    out.begin_object().key("from_revenue").money(step.from_revenue);
    out.key("percent").decimal(step.percent).end_object();
  }
  out.end_array().end_object();
}

}  // namespace rendabel::abi
