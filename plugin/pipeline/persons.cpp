#include "plugin/pipeline/persons.hpp"

#include <algorithm>

#include "plugin/base/phone.hpp"
#include "plugin/rules/people.hpp"

namespace rendabel::pipeline {

namespace {

/// The law looks 60 days back at most: a refusal in France rests so long (law.md).
constexpr days looked_back{60};

/// Calls of ours that the law counts.
void add_outcomes(std::vector<rules::Person>& people, store::Store& store, store::AccountKey account,
                  Date day) {
  for (const auto& call : store::marketing_calls(store, account, day - looked_back))
    for (auto& person : people) {
      // Who was spoken to is unknown: it may have been anybody there.
      if (!call.contact_id.empty() && call.contact_id != person.id) continue;
      if (call.date > day) continue;
      person.law.marketing_calls.push_back(call.date);
      if (call.not_interested)
        person.law.not_interested_on = std::max(person.law.not_interested_on, std::optional(call.date));
    }
}

/// A number that turned out to be somebody else's is no number of his; another one may be there.
void drop_wrong_numbers(std::vector<rules::Person>& people, store::Store& store, store::AccountKey account) {
  const auto wrong = store::wrong_numbers(store, account);
  if (wrong.empty()) return;
  const auto is_wrong = [&](const std::string& normal) {
    const auto key = store::number_key(normal);
    return key && std::ranges::binary_search(wrong, *key);
  };
  for (auto& person : people) {
    if (!is_wrong(person.phone_e164)) continue;
    person.phone.clear();
    person.phone_e164.clear();
    std::vector<std::string_view> others;
    if (person.contact != nullptr) others = {person.contact->phone, person.contact->mobile};
    if (person.account != nullptr)
      others.insert(others.end(), {person.account->phone, person.account->mobile});
    for (const auto other : others) {
      auto normal = normal_number(other, person.law.country);
      if (!normal || is_wrong(*normal)) continue;
      person.phone = other;
      person.phone_e164 = std::move(*normal);
      break;
    }
  }
}

}  // namespace

std::vector<rules::Person> persons_at(store::Store& store, const Settings& settings,
                                      store::AccountKey account, const Snapshot& snapshot, Date day) {
  auto out = rules::people_of(snapshot, settings, day);
  add_outcomes(out, store, account, day);
  drop_wrong_numbers(out, store, account);
  const bool silenced =
      std::ranges::any_of(out, [](const rules::Person& person) { return person.law.do_not_call; });
  const auto known = silenced ? store::own_state(store, account) : store::OwnState{};
  for (auto& person : out) {
    for (const auto& contact : known.contacts) {
      // What the account refused stands without a contact, and binds everybody there.
      const bool binds = contact.contact_id == person.id || contact.contact_id.empty();
      if (binds && contact.do_not_call)
        person.law.do_not_call_on = std::max(person.law.do_not_call_on, contact.do_not_call_on);
    }
    const auto number = store::number_key(person.phone_e164);
    const auto refusal = number ? store::refusal_of(store, *number) : std::nullopt;
    if (!refusal) continue;
    // The same line refused in another account, or before an erasure.
    person.law.do_not_call = person.law.do_not_call || refusal->do_not_call;
    if (refusal->objected_on) person.law.objected_on = std::max(person.law.objected_on, refusal->objected_on);
  }
  return out;
}

}  // namespace rendabel::pipeline
