// One normal form of mail addresses.
#include "plugin/base/mail.hpp"

#include <catch2/catch.hpp>

using rendabel::normal_mail;

TEST_CASE("an address is the same however it is written") {
  REQUIRE(normal_mail("jan@example.nl") == "jan@example.nl");
  REQUIRE(normal_mail(" Jan@Example.NL\t") == "jan@example.nl");
  REQUIRE(normal_mail("\"a@b\"@example.nl") == "\"a@b\"@example.nl");
  REQUIRE(normal_mail("jan+werk@example.nl") == "jan+werk@example.nl");
  REQUIRE(normal_mail(*normal_mail("JAN@x")) == "jan@x");
}

TEST_CASE("what is no address has no normal form") {
  for (const char* text : {"", "  ", "jan", "@example.nl", "jan@", "jan jansen@example.nl", "@"})
    REQUIRE_FALSE(normal_mail(text));
}
