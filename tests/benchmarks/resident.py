"""How much memory this process holds now."""

from __future__ import annotations

from pathlib import Path


def resident_bytes() -> int:
    """Resident memory in bytes. Raises OSError where the system has no /proc (Linux has)."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) * 1024
