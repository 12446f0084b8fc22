#include "plugin/rules/contact_choice.hpp"

#include <catch2/catch.hpp>

using namespace rendabel;
using namespace rendabel::rules;

namespace {
const Date today = parse_date("2026-11-23").value();  // a Monday
}

TEST_CASE("The contact is the reason's, else the last reached, else the last quote's, else by role and id") {
  const auto person = [](std::string id, std::string role) {
    Person out;
    out.id = std::move(id);
    out.role = std::move(role);
    out.phone = out.phone_e164 = "31201234567";
    out.law.country = "NL";
    out.law.person = PersonKind::legal;
    return out;
  };
  std::vector<Person> people{person("own", ""), person("c4", ""), person("c3", "buyer"),
                             person("c2", "buyer"), person("c1", "manager")};
  people[0].own_number = true;
  Case found;
  found.reason = Reason::quote;
  const auto chosen = [&] {
    const auto choice = choose_contact(people, found, today);
    return choice.person != nullptr ? choice.person->id : std::string(choice.why);
  };
  CHECK(chosen() == "c2");
  people[4].last_quote = today;
  CHECK(chosen() == "c1");
  people[1].last_reached = today - days{10};
  CHECK(chosen() == "c4");
  found.contact_id = "c3";
  CHECK(chosen() == "c3");
  people[2].phone_e164.clear();
  CHECK(chosen() == "c4");
  people[1].law.objected_on = today;  // the first one permitted
  CHECK(chosen() == "c1");
  for (auto& each : people) each.law.objected_on = today;
  CHECK(chosen() == "denied");
  for (auto& each : people) each.phone_e164.clear();
  CHECK(chosen() == "no_phone");
}
