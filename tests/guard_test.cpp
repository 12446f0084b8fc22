// Whatever is thrown inside becomes a result; nothing crosses, and no thread is cancelled half-way.
#include "abi/guard.hpp"

#include <pthread.h>

#include <catch2/catch.hpp>
#include <stdexcept>
#include <string>

using namespace rendabel;
using namespace rendabel::abi;

namespace {

struct Told {
  Status status;
  std::string message, body, media_type;
};

template <class Work>
Told told(Work&& work) {
  rendabel_result* result = guarded(work);
  const ResultView seen = view(result);
  Told copy{seen.status, seen.message, seen.body, seen.media_type};
  free_result(result);
  return copy;
}

int cancel_state() {
  int state = 0;
  pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &state);
  pthread_setcancelstate(state, nullptr);
  return state;
}

}  // namespace

TEST_CASE("An answer goes through as it is") {
  const Told answer = told([] { return Result{Status::ok, {}, "{}", media_json}; });
  CHECK(answer.status == Status::ok);
  CHECK(answer.body == "{}");
  CHECK(answer.media_type == "application/json");
}

TEST_CASE("A failure keeps its status and message and has no body") {
  const Told answer = told([]() -> Result { throw Failure(Status::too_new, "store of version 7"); });
  CHECK(answer.status == Status::too_new);
  CHECK(answer.message == "store of version 7");
  CHECK(answer.body.empty());
  CHECK(answer.media_type.empty());
}

TEST_CASE("Findings become the body of bad_input") {
  const Told answer = told([]() -> Result {
    Findings findings;
    findings.add(17, "invoices[3].due_date", "is \"no\" day");
    throw BadInput(std::move(findings));
  });
  CHECK(answer.status == Status::bad_input);
  CHECK(answer.body ==
        R"({"findings":[{"record":17,"field":"invoices[3].due_date","why":"is \"no\" day"}],"total":1})");
}

TEST_CASE("Without memory the answer is one that needs none, as often as it is asked for") {
  for (int round = 0; round < 3; ++round) {
    const Told answer = told([]() -> Result { throw std::bad_alloc(); });
    CHECK(answer.status == Status::no_memory);
    CHECK_FALSE(answer.message.empty());
    CHECK(answer.body.empty());
  }
}

TEST_CASE("A surprise is internal and says what it was") {
  const Told known = told([]() -> Result { throw std::out_of_range("place 7 of 3"); });
  CHECK(known.status == Status::internal);
  CHECK(known.message == "place 7 of 3");
  CHECK(told([]() -> Result { throw 7; }).status == Status::internal);
}

TEST_CASE("Cancellation of the thread is off inside and as before outside") {
  const int before = cancel_state();
  int inside = before;
  told([&] {
    inside = cancel_state();
    return Result{};
  });
  CHECK(inside == PTHREAD_CANCEL_DISABLE);
  CHECK(cancel_state() == before);
  CHECK(guarded_value([]() -> int { throw 7; }, 42) == 42);
}
