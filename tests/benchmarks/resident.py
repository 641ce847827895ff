"""How much memory this process holds now."""

from __future__ import annotations

from pathlib import Path


def resident_bytes() -> int:
    """Resident memory in bytes. Raises OSError where the system has no /proc (Linux has)."""
    return _bytes("VmRSS")


def most_resident_bytes() -> int:
    """The most that it was since the process began."""
    return _bytes("VmHWM")


def _bytes(name: str) -> int:
    status = Path("/proc/self/status").read_text(encoding="ascii")
    line = next(line for line in status.splitlines() if line.startswith(f"{name}:"))
    return int(line.split()[1]) * 1024
