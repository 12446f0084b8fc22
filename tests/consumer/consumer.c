/* What another project sees after an install: one header, one library. */
#include <rendabel.h>
#include <stdio.h>

int main(void) {
  if (!rendabel_abi_supports(RENDABEL_ABI_VERSION)) return 1;
  printf("%s\n", rendabel_version());
  return 0;
}
