#include "abi/documents/answers.hpp"
#include "plugin/base/learning.hpp"

namespace rendabel::abi::answers {
namespace {

Shape tenth() {
  return object("Outcomes whose chance was said to lie here, before they were known",
                {{"from", number("Least chance")},
                 {"to", number("Up to this one")},
                 {"outcomes", integer("How many")},
                 {"successes", integer("Order, quote or meeting")},
                 {"predicted", number("Mean of what was said; null: no outcomes")},
                 {"observed", number("Share that succeeded; null: no outcomes")}});
}

Shape weight() {
  return object(
      "What one thing does to the chance, the largest first",
      {{"feature", code("What it is about", Names<LearningFeature>::values)},
       {"code", text_or_null("Which: a reason, an attempt, a part of the day, days waited as a range")},
       {"effect", number("On the log-odds; above 0 raises the chance")},
       {"odds", number("The same as what the odds are multiplied by")},
       {"text?", text("In words")}});
}

}  // namespace

Shape learning() {
  return object(
      "What was learnt from outcomes, and how well it foretells",
      {{"rules_version", integer("Of the rules")},
       {"outcomes", integer("Learnt from")},
       {"successes", integer("Order, quote or meeting among them")},
       {"learnt_to", date("Day of the last outcome; null: none yet")},
       {"log_loss", number("Mean of −ln of the chance given to what came true; less is better")},
       {"base_log_loss", number("The same of the moving base rate; more than log_loss: learning helps")},
       {"calibration_error", number("Mean of |predicted − observed| over outcomes, by tenth")},
       {"calibration", array("By tenth of the predicted chance", tenth())},
       {"weights", array("The largest twelve, but those of attributes", weight())},
       {"priors", map("Chance per reason where learning starts", number("0 to 1"))},
       {"learn_attributes", array("Attributes of accounts that are read", text("Name"))},
       {"drift", object("Variance in log-odds² that a day adds: what was learnt ages",
                        {{"level", number("Of the overall level")}, {"weights", number("Of the others")}})}});
}

Shape learning_reset() {
  return object("What was forgotten",
                {{"reset", yes_no("true")}, {"outcomes", integer("Outcomes that had been learnt from")}});
}

}  // namespace rendabel::abi::answers
