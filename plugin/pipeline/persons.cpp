#include "plugin/pipeline/persons.hpp"

#include <algorithm>

#include "plugin/rules/people.hpp"

namespace rendabel::pipeline {

std::vector<rules::Person> persons_at(store::Store& store, const Settings& settings,
                                      store::AccountKey account, const Snapshot& snapshot, Date day) {
  auto out = rules::people_of(snapshot, settings, day);
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
