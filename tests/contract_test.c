/* contract_test.c — walks the whole contract in C99, linked with nothing but the library. */
#define _XOPEN_SOURCE 700
#include <stdlib.h>

#include "contract_walk.h"

int main(void) {
  char directory[] = "/tmp/rendabel-contract-XXXXXX";
  char command[64];
  int faults;
  const contract_functions functions = {
#define CONTRACT_LINKED(type, name, arguments) rendabel_##name,
      CONTRACT_FUNCTIONS(CONTRACT_LINKED)
#undef CONTRACT_LINKED
  };
  if (mkdtemp(directory) == NULL) return 2;
  faults = contract_walk(&functions, directory);
  snprintf(command, sizeof command, "rm -r '%s'", directory);
  if (system(command) != 0) return 2;
  if (faults != 0) fprintf(stderr, "%d faults\n", faults);
  return faults == 0 ? 0 : 1;
}
