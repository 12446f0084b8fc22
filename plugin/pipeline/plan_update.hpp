// plan_update.hpp — step 7: a plan of today after more was saved: the same calls, in their present state.
// In: the stored plan and what changed since.  Out: the plan, changed in place.  Never: another order or
// rank. Method: every open call is judged again; accounts saved since may join the now-lane or the end of the
// list.
#pragma once
#include "plugin/base/cancel.hpp"
#include "plugin/base/settings.hpp"
#include "plugin/store/store.hpp"

namespace rendabel::pipeline {

/// Within a Change or a Reading.
void update_plan(store::Store& store, const Settings& settings, store::Plan& plan, const Cancel& cancel);

}  // namespace rendabel::pipeline
