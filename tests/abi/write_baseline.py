#!/usr/bin/env python3
"""write_baseline.py — takes today's header and schemas as what hosts are built with from now on (tests/abi/baseline).

Only when a version is released: whatever is in the baseline stays for as long as ABI 1 lives."""
import header_gate
import schema_gate

found = [*header_gate.header_breaks(header_gate.ABI / "rendabel.h"),
         *schema_gate.all_breaks(schema_gate.baseline(), schema_gate.documents())] if schema_gate.BASELINE.exists() else []
header_gate.write_baseline()
schema_gate.write_baseline()
print("\n".join(["the baseline is written; it no longer has what broke:", *found] if found else ["the baseline is written"]))
