#include "adapters/cli/book_csv.hpp"

#include "adapters/cli/csv_out.hpp"
#include "adapters/cli/statement.hpp"

namespace rendabel::cli {
namespace {

std::string joined(const Json& texts) {
  std::string all;
  for (const Json& one : texts.items) all += (all.empty() ? "" : " + ") + one.text;
  return all;
}

class BookCsv {
 public:
  explicit BookCsv(const Json& book) : book_(book) {}

  std::string text() {
    for (const char* part : {"accounts", "reconciliation", "pareto", "tail"}) numbers(part, book_[part]);
    layers();
    add_result_rows(csv_, book_["result"], book_["previous"]);
    for (const char* name : {"net_revenue", "gross_margin", "net_result"})
      amount("unassigned", name, book_["unassigned"]["result"][name], book_["unassigned"]["previous"][name]);
    for (const Json& step : book_["waterfall"].items) amount("waterfall", step["code"].text, step["amount"]);
    for (const Json& point : book_["whale"]["points"].items)
      csv_.row({{"whale"}, {}, cell(point["accounts"]), cell(point["amount"]), {}, {point["share_bp"].text}});
    for (const Json& flag : book_["flags"].items)
      csv_.row({{"flag"}, {flag["code"].text}, cell(flag["accounts"]), cell(flag["amount"]), {}, {}});
    accounts();
    programme();
    basis();
    for (const Json& row : book_["coverage"].items)
      for (const char* state : {"known", "partial", "assumed", "not_assessable"})
        quantity("coverage", row["line"].text, row[state], state);
    return csv_.text();
  }

 private:
  static CsvCell cell(const Json& number) { return {number.text, true}; }
  void quantity(const char* part, std::string code, const Json& number, std::string name = {}) {
    csv_.row({{part}, {std::move(code)}, cell(number), {}, {}, {std::move(name)}});
  }
  void amount(const char* part, std::string code, const Json& number, const Json& previous = Json{},
              std::string name = {}) {
    csv_.row({{part}, {std::move(code)}, {}, cell(number), cell(previous), {std::move(name)}});
  }
  /// The plain numbers of an object, each under its own name.
  void numbers(const char* part, const Json& object) {
    for (std::size_t at = 0; at < object.items.size(); ++at)
      if (object.items[at].kind == Json::Kind::number) amount(part, object.keys[at], object.items[at]);
  }

  void layers() {
    for (const Json& layer : book_["pyramid"].items) {
      for (const char* name : {"revenue", "revenue_share_bp", "net_result", "net_margin_bp"})
        csv_.row(
            {{"pyramid"}, {layer["layer"].text}, cell(layer["accounts"]), cell(layer[name]), {}, {name}});
      for (const Json& line : layer["cost_lines"].items)
        csv_.row({{"layer_cost"},
                  {layer["layer"].text},
                  cell(line["quantity"]),
                  cell(line["amount"]),
                  {},
                  {line["code"].text}});
    }
  }

  void accounts() {
    for (const Json& row : book_["remedies"].items) {
      for (const char* name : {"advised", "offered", "agreed", "refused"})
        quantity("remedy", row["code"].text, row[name], name);
      for (const char* name : {"advised_effect", "predicted", "predicted_so_far", "realised"})
        amount("remedy", row["code"].text, row[name], {}, name);
    }
    for (const Json& row : book_["worst"].items)
      amount("worst", row["account_id"].text, row["net_result"], {}, row["name"].text);
    const Json& trend = book_["trend"];
    for (const char* name : {"became_loss_making", "repaired"}) {
      quantity("trend", name, trend[name]["accounts"], trend["since"].text);
      for (const Json& row : trend[name]["rows"].items)
        amount(name, row["account_id"].text, row["now"], row["before"], row["name"].text);
    }
    quantity("trend", "left", trend["left"], trend["since"].text);
    for (const char* name : {"predicted_so_far", "realised"}) amount("trend", name, trend[name]);
  }

  void visits(const char* part, const std::string& owner, const Json& sums) {
    for (const char* name :
         {"customers", "known", "done", "hours", "carried", "advised", "calls", "hours_freed"})
      quantity(part, owner, sums[name], name);
    amount(part, owner, sums["money_freed"], {}, "money_freed");
  }
  void programme() {
    const Json& programme = book_["visit_programme"];
    visits("visits_total", {}, programme["total"]);
    for (const Json& owner : programme["owners"].items) visits("visits", owner["owner"].text, owner);
    for (const Json& row : programme["total"]["best"].items)
      csv_.row({{"visit_best"},
                {row["account_id"].text},
                cell(row["done"]),
                cell(row["potential"]),
                cell(row["potential_per_visit"]),
                {row["name"].text}});
  }

  void basis() {
    for (const Json& pool : book_["capacity"].items) {
      for (const char* name : {"minutes", "used_minutes", "unused_minutes", "utilisation_bp",
                               "visit_hours_logged", "visit_hours_paid"})
        quantity("capacity", joined(pool["drivers"]), pool[name], name);
      for (const char* name : {"cost", "used_cost", "unused_cost"})
        amount("capacity", joined(pool["drivers"]), pool[name], {}, name);
    }
    for (const Json& row : book_["reconciliation"]["ledger"].items)
      for (const char* name : {"ledger", "book", "difference"})
        amount("ledger", row["from"].text + "/" + row["to"].text, row[name], {}, name);
    for (const char* name : {"timing", "spend"}) {
      const Json& fit = book_["model"][name];
      quantity("model", name, fit["buyers"], fit["state"].text);
      for (std::size_t at = 0; at < fit["parameters"].items.size(); ++at)
        quantity("model", name, fit["parameters"].items[at]["value"], fit["parameters"].keys[at]);
    }
    for (const Json& step : book_["scale"]["steps"].items)
      csv_.row({{"scale"},
                {book_["scale"]["kind"].text},
                cell(step["percent"]),
                cell(step["from_revenue"]),
                {},
                {}});
  }

  const Json& book_;
  CsvOut csv_{{"part", "code", "quantity", "amount", "previous", "text"}};
};

}  // namespace

std::string book_csv(const Json& book) { return BookCsv(book).text(); }

}  // namespace rendabel::cli
