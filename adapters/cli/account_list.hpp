// account_list.hpp — every account's summary, one a line, page by page (`book --accounts`).
#pragma once
#include "adapters/cli/failure.hpp"
#include "adapters/cli/host.hpp"

namespace rendabel::cli {

/// NDJSON, CSV or a table, as the global options say.
Exit list_accounts(const Host& host);

}  // namespace rendabel::cli
