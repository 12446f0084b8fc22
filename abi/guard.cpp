#include "abi/guard.hpp"

namespace rendabel::abi {

Result result_of_exception() {
  try {
    throw;
  } catch (const BadInput& bad) {
    return {Status::bad_input, bad.what(), render_findings(bad.findings), media_json};
  } catch (const Failure& failure) {
    return {failure.status(), failure.what(), {}, ""};
  } catch (const std::bad_alloc&) {
    throw;  // the guard answers with the constant that needs no memory
  } catch (const std::exception& surprise) {
    return {Status::internal, surprise.what(), {}, ""};
  } catch (...) {
    return {Status::internal, "something unknown was thrown", {}, ""};
  }
}

}  // namespace rendabel::abi
