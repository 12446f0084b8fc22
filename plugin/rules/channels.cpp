#include "plugin/rules/channels.hpp"

#include <algorithm>
#include <array>

#include "plugin/base/phone.hpp"

namespace rendabel::rules {

namespace {

/// Everything but the unreserved characters of RFC 3986, and those of `kept`, as %XX.
std::string escaped(std::string_view text, std::string_view kept = {}) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char each : text) {
    const auto byte = static_cast<unsigned char>(each);
    const bool letter = (each >= 'A' && each <= 'Z') || (each >= 'a' && each <= 'z');
    const bool plain = letter || (each >= '0' && each <= '9') ||
                       std::string_view("-._~").find(each) != std::string_view::npos;
    if (plain || kept.find(each) != std::string_view::npos)
      out += each;
    else
      (out += '%') += digits[byte >> 4], out += digits[byte & 15];
  }
  return out;
}

/// A network and where its profiles stand.
struct Network {
  std::string_view kind, home, profile;
};
constexpr std::array networks{Network{"facebook", "facebook.com", "https://www.facebook.com/"},
                              Network{"linkedin", "linkedin.com", "https://www.linkedin.com/in/"},
                              Network{"messenger", "m.me", "https://m.me/"},
                              Network{"twitter", "twitter.com", "https://twitter.com/"},
                              Network{"x", "x.com", "https://x.com/"}};

/// What follows `prefix`; nothing where the text does not begin so.
std::string_view after(std::string_view text, std::string_view prefix) {
  return text.starts_with(prefix) ? text.substr(prefix.size()) : std::string_view{};
}

/// A handle such as `@jan` or `jan`, or the address of a profile at the network's own place and nowhere else.
std::string profile_link(const Network& network, std::string_view handle) {
  std::string_view place = after(handle, "https://");
  if (place.empty()) place = after(handle, "http://");
  const bool address = !place.empty();
  if (!address) place = handle;
  if (const auto shorter = after(place, "www."); !shorter.empty()) place = shorter;
  if (const auto path = after(place, std::string(network.home) + "/"); !path.empty())
    return "https://www." + std::string(network.home) + "/" + escaped(path, "/%");
  if (address) return {};
  if (handle.starts_with('@')) handle.remove_prefix(1);
  if (handle.empty() || handle.find_first_of("/:\\ ") != std::string_view::npos) return {};
  return std::string(network.profile) + escaped(handle);
}

std::string number_link(std::string_view before, std::string_view handle, std::string_view country) {
  const auto number = normal_number(handle, country);
  return number ? std::string(before) + *number : std::string{};
}

std::string mail_link(std::string_view address) {
  const auto at = address.rfind('@');
  if (at == std::string_view::npos || at == 0 || at + 1 == address.size()) return {};
  if (address.find_first_of(" \r\n<>,") != std::string_view::npos) return {};
  return "mailto:" + escaped(address.substr(0, at)) + "@" + escaped(address.substr(at + 1));
}

/// The order in which channels are offered where the person prefers none.
int place_of(LawChannel channel) {
  static constexpr std::array order{LawChannel::voice, LawChannel::mail,     LawChannel::whatsapp,
                                    LawChannel::sms,   LawChannel::linkedin, LawChannel::facebook,
                                    LawChannel::x,     LawChannel::message};
  return static_cast<int>(std::ranges::find(order, channel) - order.begin());
}

/// By its own name, or where none is so named by the law's channel: mail means the mail address.
void mark_preferred(std::vector<ChannelLink>& links, std::string_view preferred) {
  if (preferred.empty()) return;
  const bool named = std::ranges::find(links, preferred, &ChannelLink::kind) != links.end();
  const auto channel = law_channel(preferred);
  for (auto& link : links) link.preferred = named ? link.kind == preferred : channel == link.channel;
}

}  // namespace

std::string channel_link(std::string_view kind, std::string_view handle, std::string_view country) {
  if (handle.empty()) return {};
  const auto network = std::ranges::find(networks, kind, &Network::kind);
  if (network != networks.end()) return profile_link(*network, handle);
  switch (law_channel(kind).value_or(LawChannel::message)) {
    case LawChannel::voice: return number_link("tel:+", handle, country);
    case LawChannel::sms: return number_link("sms:+", handle, country);
    case LawChannel::whatsapp: return number_link("https://wa.me/", handle, country);
    case LawChannel::mail: return mail_link(handle);
    default: return {};
  }
}

std::vector<ChannelLink> channels_of(const Person& person, const PermissionQuery& query) {
  std::vector<ChannelLink> out;
  const auto add = [&](std::string_view kind, std::string_view handle) {
    if (handle.empty()) return;
    ChannelLink link{law_channel(kind).value_or(LawChannel::message),
                     std::string(kind),
                     std::string(handle),
                     channel_link(kind, handle, query.country),
                     false,
                     {}};
    Person asked = person;
    asked.law = query;
    link.permission = permission_of(law_on(asked, link.channel));
    const auto same = [&](const ChannelLink& each) { return !link.link.empty() && each.link == link.link; };
    if (std::ranges::none_of(out, same)) out.push_back(std::move(link));
  };
  const Contact* contact = person.contact;
  if (contact != nullptr) {
    add("phone", contact->phone);
    add("mobile", contact->mobile);
    add("email", contact->email);
    for (const auto& channel : contact->channels) add(channel.kind, channel.handle);
  }
  if (person.account != nullptr) {
    add("phone", person.account->phone);
    add("mobile", person.account->mobile);
    add("email", person.account->email);
  }
  if (contact != nullptr) mark_preferred(out, contact->preferred_channel);
  std::ranges::stable_sort(
      out, {}, [](const ChannelLink& each) { return std::pair(!each.preferred, place_of(each.channel)); });
  return out;
}

std::vector<ChannelLink> other_channels(std::vector<ChannelLink> all) {
  std::erase_if(all, [](const ChannelLink& each) {
    return each.channel == LawChannel::voice || each.link.empty() ||
           each.permission.allowed != Allowed::allowed;
  });
  return all;
}

}  // namespace rendabel::rules
