#include "plugin/rules/channels.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace rendabel;
using namespace rendabel::rules;

namespace {

const Date today = parse_date("2026-11-23").value();

/// A natural person with every channel; `links` tells them as `kind allowed link`.
struct Someone {
  std::vector<Channel> given{{"linkedin", "jan-jansen"}, {"whatsapp", "06-12345678"}};
  Contact contact;
  Person person;

  Someone() {
    contact.id = person.id = "P1";
    contact.phone = "020-1234567";
    contact.mobile = "06-12345678";
    contact.email = "jan@example.nl";
    person.law.country = "NL";
    person.law.person = PersonKind::natural;
    person.law.day = today;
    person.law.nl_customer_exception_end = parse_date("2026-07-01").value();
  }
  void consent(std::string_view channel) {
    Consent one;
    one.purpose = "marketing";
    one.channel = channel;
    one.given_on = today - days{10};
    person.consents.push_back(one);
  }
  std::vector<ChannelLink> channels() {
    contact.channels = {given, true};
    person.contact = &contact;
    return channels_of(person, person.law);
  }
  std::string links() {
    std::string out;
    for (const auto& each : channels())
      out += each.kind + " " + std::string(name_of(each.permission.allowed)) + " " + each.link + "\n";
    return out;
  }
};

}  // namespace

TEST_CASE("Every channel comes with its link and with what the law says of that channel") {
  Someone jan;
  jan.consent("email");
  jan.consent("linkedin");
  CHECK(jan.links() ==
        "phone no tel:+31201234567\n"
        "mobile no tel:+31612345678\n"
        "email allowed mailto:jan@example.nl\n"
        "whatsapp no https://wa.me/31612345678\n"
        "linkedin allowed https://www.linkedin.com/in/jan-jansen\n");
}

TEST_CASE("The preferred channel comes first, by its own name or by its kind") {
  Someone jan;
  jan.contact.preferred_channel = "whatsapp";
  CHECK(jan.channels().front().kind == "whatsapp");
  CHECK(jan.channels().front().preferred);
  jan.contact.preferred_channel = "mobile";
  CHECK(jan.channels().front().kind == "mobile");
  jan.contact.preferred_channel = "mail";
  CHECK(jan.channels().front().kind == "email");
}

TEST_CASE("Where the telephone failed only written channels that the law allows are offered") {
  Someone jan;
  CHECK(other_channels(jan.channels()).empty());
  jan.consent("whatsapp");
  jan.consent("phone");
  const auto offered = other_channels(jan.channels());
  REQUIRE(offered.size() == 1);
  CHECK(offered[0].link == "https://wa.me/31612345678");
  jan.person.law.purpose = Purpose::service;
  CHECK(other_channels(jan.channels()).size() == 3);
  jan.person.law.purpose = Purpose::marketing;
  jan.person.law.objected_on = today;
  CHECK(other_channels(jan.channels()).empty());
}

TEST_CASE("Handles are escaped, and only lead to the place of their channel") {
  const auto link = [](std::string_view kind, std::string_view handle) {
    return channel_link(kind, handle, "NL");
  };
  CHECK(link("linkedin", "https://nl.linkedin.com/in/jan").empty());
  CHECK(link("linkedin", "https://www.linkedin.com/in/jan?x=1&y=2") ==
        "https://www.linkedin.com/in/jan%3Fx%3D1%26y%3D2");
  CHECK(link("linkedin", "linkedin.com/company/acme") == "https://www.linkedin.com/company/acme");
  CHECK(link("linkedin", "jos\xC3\xA9") == "https://www.linkedin.com/in/jos%C3%A9");
  CHECK(link("linkedin", "javascript:alert(1)").empty());
  CHECK(link("linkedin", "https://evil.example/in/jan").empty());
  CHECK(link("linkedin", "https://linkedin.com.evil.example/jan").empty());
  CHECK(link("x", "@jan") == "https://x.com/jan");
  CHECK(link("facebook", "jan\"><script>") == "https://www.facebook.com/jan%22%3E%3Cscript%3E");
  CHECK(link("email", "a+b&c?@example.nl") == "mailto:a%2Bb%26c%3F@example.nl");
  CHECK(link("email", "jan").empty());
  CHECK(link("email", "jan@example.nl\r\nBcc: x@y").empty());
  CHECK(link("email", "jan@").empty());
  CHECK(link("whatsapp", "+44 7700 900123") == "https://wa.me/447700900123");
  CHECK(link("whatsapp", "jan").empty());
  CHECK(link("phone", "020-1234567") == "tel:+31201234567");
  CHECK(link("sms", "0612345678") == "sms:+31612345678");
  CHECK(link("mastodon", "jan@example.social").empty());
  CHECK(link("linkedin", "").empty());
}

TEST_CASE("The account's own number brings the account's own mail address") {
  Account account;
  account.phone = "020-1234567";
  account.email = "info@example.nl";
  Person own;
  own.own_number = true;
  own.account = &account;
  own.law.country = "NL";
  own.law.person = PersonKind::legal;
  own.law.relation = Relation::customer;
  own.law.day = today;
  const auto all = channels_of(own, own.law);
  REQUIRE(all.size() == 2);
  CHECK(all[1].link == "mailto:info@example.nl");
  CHECK(all[1].permission == Permission{Allowed::allowed, "NL5"});
}
