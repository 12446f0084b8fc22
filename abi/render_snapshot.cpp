#include "abi/render_snapshot.hpp"

#include "abi/documents/values.hpp"

namespace rendabel::abi {

void write_snapshot(Writer& out, const Snapshot& snapshot) {
  Values(out, Unknown::left_out).object(snapshot);
}

}  // namespace rendabel::abi
