// render_snapshot.hpp — an account's facts as the snapshot document they came in.
// In: described structs.  Out: JSON that the reader takes back.  Never: a value that is unknown; it is left
// out. Method: walks Description<T>, as the reader does.
#pragma once
#include "abi/documents/writer.hpp"
#include "plugin/base/snapshot.hpp"

namespace rendabel::abi {

void write_snapshot(Writer& out, const Snapshot& snapshot);

}  // namespace rendabel::abi
