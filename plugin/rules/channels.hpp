// channels.hpp — step 7: every way to reach a person, with a link that opens it, and whether the law lets us.
// In: a person with the channels as the host gave them.  Out: links in the order in which to offer them.
// Never: an address that nobody gave; a link to anywhere but the channel's own place.
// Method: the preferred channel first [M2]; RFC 3966 (tel), RFC 6068 (mailto), RFC 3986 (escapes).
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "plugin/base/calls.hpp"
#include "plugin/rules/contact_choice.hpp"

namespace rendabel::rules {

struct ChannelLink {
  LawChannel channel{};
  std::string kind;    ///< as the host names it: phone, mobile, email, whatsapp, linkedin, …
  std::string handle;  ///< as given
  std::string link;    ///< tel:, mailto:, https://…; empty: no link can be made of it
  bool preferred = false;
  Permission permission;
};

/// All of the person's channels. `query` is what the law would be asked about a call to him (Person::law with
/// day, at and purpose); each channel is asked about with its own consents.
std::vector<ChannelLink> channels_of(const Person& person, const PermissionQuery& query);

/// Those to offer when the telephone failed: written ones with a link that the law allows, in order.
std::vector<ChannelLink> other_channels(std::vector<ChannelLink> all);

/// The link of one channel; empty where the handle is none. `country`: of national telephone numbers.
std::string channel_link(std::string_view kind, std::string_view handle, std::string_view country);

}  // namespace rendabel::rules
