#include "plugin/rules/refusals.hpp"

#include <algorithm>

#include "plugin/rules/cases.hpp"

namespace rendabel::rules {
namespace {

PermissionQuery marketing_on(const Person& person, Date day) {
  PermissionQuery query = person.law;
  query.purpose = Purpose::marketing;
  query.day = day;
  return query;
}

/// Whether he objected since the time was agreed.
bool takes_back(const Person& person, const Case& callback, Date day) {
  PermissionQuery query = marketing_on(person, day);
  add_case(query, callback);
  query.do_not_call = false;
  return is_refused(query);
}

bool refuses(const Person& person, Date day) { return is_refused(marketing_on(person, day)); }

/// Whatever the channel: not by the telephone alone.
bool objects(const Person& person, Date day) {
  PermissionQuery query = marketing_on(person, day);
  query.do_not_call = false;
  return is_refused(query);
}

/// Who can be reached; without any number those we know, and the account's own number when it stands alone.
std::vector<const Person*> reachable(const std::vector<Person>& people) {
  std::vector<const Person*> out, known;
  for (const auto& person : people) {
    if (!person.phone_e164.empty()) out.push_back(&person);
    if (!person.own_number || people.size() == 1) known.push_back(&person);
  }
  return out.empty() ? known : out;
}

}  // namespace

bool may_be_refused(const Case& found, Date day) {
  return purpose_on(found, day) == Purpose::marketing || found.reason == Reason::callback;
}

std::string_view refusal_of(const std::vector<Person>& people, const Case& found, Date day) {
  if (!may_be_refused(found, day)) return {};
  if (found.reason == Reason::callback) {
    const auto all = reachable(people);
    const auto own = std::ranges::find(people, found.contact_id, &Person::id);
    const auto takes = [&](const Person* each) { return takes_back(*each, found, day); };
    const bool ends = own != people.end() ? takes(&*own) : !all.empty() && std::ranges::all_of(all, takes);
    return ends ? "objection" : "";
  }
  const auto own = std::ranges::find(people, found.contact_id, &Person::id);
  if (own != people.end() && objects(*own, day)) return "objection";
  const auto all = reachable(people);
  if (all.empty() || !std::ranges::all_of(all, [&](const Person* each) { return refuses(*each, day); }))
    return {};
  const bool objected = std::ranges::any_of(all, [&](const Person* each) { return objects(*each, day); });
  return objected ? "objection" : "do_not_call";
}

}  // namespace rendabel::rules
