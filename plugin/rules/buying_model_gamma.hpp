// buying_model_gamma.hpp — ln Γ and its slope, as the buying model needs them.
// In: x > 0.  Out: double.  Never: the C library's lgamma, which writes a global.  Method: Boost.Math,
// without its detour by long double, which costs much time; exact enough for figures to 1e-8.
#pragma once
#include <boost/math/special_functions/digamma.hpp>
#include <boost/math/special_functions/gamma.hpp>

namespace rendabel::rules {

using InDouble = boost::math::policies::policy<boost::math::policies::promote_double<false>>;

inline double log_gamma(double x) { return boost::math::lgamma(x, InDouble()); }
inline double digamma(double x) { return boost::math::digamma(x, InDouble()); }

}  // namespace rendabel::rules
