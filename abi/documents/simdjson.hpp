// simdjson.hpp — simdjson as we use it, included through here by all that links the core.
// Its development checks keep memory whose allocation it does not check; they are for builds without
// optimisation, and stay on where a sanitizer watches.
#pragma once
#if !defined(__has_feature)
#define SIMDJSON_DEVELOPMENT_CHECKS 0
#elif !__has_feature(address_sanitizer)
#define SIMDJSON_DEVELOPMENT_CHECKS 0
#endif
#include <simdjson.h>
