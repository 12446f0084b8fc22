#include <catch2/catch.hpp>

#include "plugin/pipeline/privacy.hpp"
#include "tests/support/call_book.hpp"

using namespace rendabel;
using namespace rendabel::test;

TEST_CASE("The law decides who is on the list, and left_out names its rule") {
  CallBook book;
  const auto person = [](std::string_view channel) {
    return [channel](SnapshotBuilder& it) {
      it.account().person_kind = PersonKind::natural;
      it.contact("c-1", [&](Contact& contact) {
        contact.phone = it.account().phone;
        if (channel.empty()) return;
        static std::vector<Consent> consents(1);
        consents[0].purpose = "marketing";
        consents[0].channel = channel;
        consents[0].given_on = on("2026-01-01");
        contact.consents = {consents, true};
      });
    };
  };
  book.company("A-01", "2026-10-01", 400'00, person(""));
  book.company("A-02", "2026-10-01", 400'00, person("voice"));
  book.company("A-03", "2026-10-01", 400'00, person("email"));
  book.company("A-04", "2026-10-01", 400'00,
               [](SnapshotBuilder& it) { it.account().person_kind = PersonKind::unknown; });
  book.company("A-05", "2026-10-01", 400'00, [](SnapshotBuilder& it) {
    it.contact("c-1", [&](Contact& contact) {
      contact.phone = it.account().phone;
      contact.objected_on = on("2026-11-01");
    });
    it.account().phone = {};
  });
  book.company("A-06", "2026-10-01", 400'00, [](SnapshotBuilder& it) { it.account().phone = "unknown"; });
  book.company("A-07", "2026-11-10", 400'00, [](SnapshotBuilder& it) {
    it.account().person_kind = PersonKind::natural;
    it.inquiry("2026-11-23T09:00:00+01:00", [](Inquiry& inquiry) { inquiry.kind = InquiryKind::complaint; });
  });
  const auto list = book.plan();
  CHECK(calls(list) == "A-07:problem, A-02:slipping, ");
  CHECK(list.calls[0].permission.rule == "NL3");
  CHECK(list.calls[1].permission.rule == "NL6");
  CHECK(list.calls[1].contact_id == "c-1");
  CHECK(left_out(list) == "A-01:denied/NL9 A-03:denied/NL9 A-04:denied/NL9 A-05:denied/NL1 A-06:no_phone ");
}

TEST_CASE("An objection learnt in one account holds for the same number in another, at once") {
  CallBook book;
  const auto line = [](SnapshotBuilder& it) { it.account().phone = "020-7654321"; };
  book.company("A-01", "2026-10-01", 400'00, line);
  CHECK(calls(book.plan()) == "A-01:slipping, ");
  book.company("A-02", "2026-11-10", 400'00, [](SnapshotBuilder& it) {
    it.contact("c-9", [](Contact& contact) {
      contact.phone = "+31 20 765 4321";
      contact.objected_on = on(today);
    });
  });
  CHECK(calls(book.plan()) == "A-01:slipping,withdrawn=denied ");
}

TEST_CASE("Do not call binds everybody at an account, but a complaint may still be answered") {
  CallBook book;
  const auto silenced = [](SnapshotBuilder& it) { it.account().do_not_call = true; };
  book.company("A-01", "2026-10-01", 400'00, silenced);
  book.company("A-02", "2026-11-10", 400'00, [&](SnapshotBuilder& it) {
    silenced(it);
    it.inquiry("2026-11-23T09:00:00+01:00", [](Inquiry& inquiry) { inquiry.kind = InquiryKind::complaint; });
  });
  const auto list = book.plan();
  CHECK(calls(list) == "A-02:problem, ");
  CHECK(list.calls.front().permission.rule == "NL3");
  CHECK(left_out(list) == "A-01:denied/NL1 ");
}

TEST_CASE("An erased account leaves the list") {
  CallBook book;
  book.company("A-01", "2026-10-01");
  book.company("A-02", "2026-10-01");
  book.plan();
  pipeline::erase(book.store, "A-01", "");
  const auto list = book.plan();
  for (const auto& call : list.calls)
    CHECK((call.account_id == "A-02" || call.state == CallState::withdrawn));
}
