#include "plugin/report/call_sentences.hpp"

#include <catch2/catch.hpp>

#include "tests/support/build_snapshot.hpp"

using namespace rendabel;
using rendabel::test::on;

namespace {
constexpr std::string_view today = "2026-11-23";
}

TEST_CASE("A reason is said in words that an agent can say") {
  const Settings settings;
  CallReason quote;
  quote.code = Reason::quote;
  quote.source_id = "Q-17";
  quote.since = on("2026-11-14");
  quote.amount = 2400'00;
  quote.until = on("2026-11-30");
  CHECK(report::why_call(quote, on(today), settings, "nl") ==
        "Offerte Q-17 van € 2.400,00 staat 9 dagen open, geldig tot 30-11-2026");
  CHECK(report::why_call(quote, on(today), settings, "en") ==
        "Quote Q-17 for €2,400.00 has been open for 9 days, valid until 30 November 2026");
  quote.until = on("2026-11-20");
  CHECK(report::why_call(quote, on(today), settings, "nl") ==
        "Offerte Q-17 van € 2.400,00 is verlopen op 20-11-2026: vraag of het nog speelt");
  CallReason complaint;
  complaint.code = Reason::problem;
  complaint.kind = "complaint";
  complaint.subject = "levertijd";
  complaint.since = on("2026-11-22");
  CHECK(report::why_call(complaint, on(today), settings, "nl") ==
        "Klacht van 22-11-2026 over 'levertijd' is nog niet opgelost");
  for (std::size_t i = 0; i < Names<Reason>::values.size(); ++i)
    for (const auto* language : {"nl", "en"}) {
      CallReason any;
      any.code = static_cast<Reason>(i);
      any.since = on("2026-11-22");
      CHECK_FALSE(report::why_call(any, on(today), settings, language).empty());
    }
  for (const auto* rule : {"NL1", "NL3", "NL4", "NL5", "NL6", "NL7", "NL8", "NL9", "XX1", "XX2", "XX3"})
    CHECK_FALSE(report::rule_words(rule, "nl").empty());
}
