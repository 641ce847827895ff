"""Starts the program: `python -m adtracker`, the installed `adtracker`, and a packed program."""

from __future__ import annotations

import gc
import sys

from adtracker import cli


def main() -> int:
    """Do what the words of the command line ask; the exit code."""
    if getattr(sys, "frozen", False):  # a packed program is its own second process
        from adtracker.report import typeset  # noqa: PLC0415
        from adtracker.sheets import apart  # noqa: PLC0415
        from adtracker.workers import associations  # noqa: PLC0415

        for second in (typeset, associations, apart):
            if sys.argv[1:] == [second.PACKED_WORD]:
                second.main()
                return 0
    code = cli.main()
    gc.freeze()  # it all ends now: to look for garbage once more would take a tenth of a command's time
    return code


if __name__ == "__main__":
    sys.exit(main())
