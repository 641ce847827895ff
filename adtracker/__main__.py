"""Starts the program: `python -m adtracker`, the installed `adtracker`, and a packed program."""

from __future__ import annotations

import sys

from adtracker.report.typeset import PACKED_WORD


def main() -> int:
    """Do what the words of the command line ask; the exit code."""
    if sys.argv[1:] == [PACKED_WORD]:
        from adtracker.report import typeset  # noqa: PLC0415

        typeset.main()
        return 0
    from adtracker import cli  # noqa: PLC0415, the second process needs none of it

    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
