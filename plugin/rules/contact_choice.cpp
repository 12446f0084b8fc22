#include "plugin/rules/contact_choice.hpp"

#include <algorithm>
#include <utility>

#include "plugin/rules/cases.hpp"

namespace rendabel::rules {

namespace {

/// The person with the youngest day, the smaller id among equals; null if nobody has one.
const Person* youngest(const std::vector<Person>& people, std::optional<Date> Person::*day) {
  const Person* out = nullptr;
  for (const auto& person : people) {
    if (!(person.*day)) continue;
    const bool younger = out == nullptr || *(person.*day) > *(out->*day);
    if (younger || (*(person.*day) == *(out->*day) && person.id < out->id)) out = &person;
  }
  return out;
}

}  // namespace

std::vector<const Person*> contact_order(const std::vector<Person>& people, const Case& found) {
  std::vector<const Person*> out;
  const auto add = [&](const Person* person) {
    if (person != nullptr && std::ranges::find(out, person) == out.end()) out.push_back(person);
  };
  if (!found.contact_id.empty()) {
    const auto own = std::ranges::find(people, found.contact_id, &Person::id);
    if (own != people.end()) add(&*own);
  }
  add(youngest(people, &Person::last_reached));
  add(youngest(people, &Person::last_quote));
  std::vector<const Person*> rest;
  for (const auto& person : people) rest.push_back(&person);
  // Somebody whose function we know goes before somebody of whom we know nothing; the own number comes last.
  std::ranges::sort(rest, [](const Person* left, const Person* right) {
    if (left->own_number != right->own_number) return right->own_number;
    if (left->role.empty() != right->role.empty()) return right->role.empty();
    return left->role != right->role ? left->role < right->role : left->id < right->id;
  });
  for (const auto* person : rest) add(person);
  return out;
}

PermissionQuery law_on(const Person& person, LawChannel channel, std::string_view subject) {
  PermissionQuery query = person.law;
  query.channel = channel;
  query.consent_on = query.consent_until = query.documented_on = std::nullopt;
  if (const auto given = opt_in(person.consents, channel, query.day, subject)) {
    query.consent_on = given->given;
    query.consent_until = given->until;
  }
  if (const auto proven = opt_in(person.consents, channel, query.day, subject, true))
    query.documented_on = proven->given;
  return query;
}

void add_case(PermissionQuery& query, const Case& found) {
  query.purpose = purpose_on(found, query.day);
  if (query.purpose != Purpose::asked) return;
  query.asked_on = found.since;
  query.asked_until = found.asked_until;
}

ContactChoice choose_contact(const std::vector<Person>& people, const Case& found, Date day,
                             std::optional<Moment> at) {
  ContactChoice out;
  out.why = "no_phone";
  for (const auto* person : contact_order(people, found)) {
    if (person->phone_e164.empty()) continue;
    PermissionQuery query = person->law;
    query.day = day;
    if (at) query = on_moment(std::move(query), *at);
    add_case(query, found);
    const Permission permission = permission_of(query);
    if (permission.allowed == Allowed::allowed) {
      if (out.person == nullptr) out.person = person, out.permission = permission;
      out.why = {};
      out.may_reach.push_back(person->id);
    } else if (out.why == "no_phone") {
      // The rule that is told is that of the person whom one would have called.
      out.permission = permission;
      out.why = permission.allowed == Allowed::not_now ? "not_now" : "denied";
    }
  }
  return out;
}

}  // namespace rendabel::rules
