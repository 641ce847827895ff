"""Reads TOML text from elsewhere: what is not TOML is named by its line, and no file takes long."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from adtracker.errors import ExchangeError

# The parser's time grows with the square of the parts of a dotted name; names of thirty parts mean no good.
_PART = r"""(?:[A-Za-z0-9_-]++|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')"""
_LONG_NAME = re.compile(rf"(?<![A-Za-z0-9_-])(?:{_PART}[ \t]*+\.[ \t]*+){{30}}")
_LINE = re.compile(r"at line (\d+)")


def read_toml_text(text: str) -> dict[str, Any]:
    """The tables of the text. Raises ExchangeError if it is not TOML."""
    if _LONG_NAME.search(text):
        raise ExchangeError("exchange.endless")
    try:
        return tomllib.loads(text.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        found = _LINE.search(str(error))
        raise ExchangeError("exchange.not_toml", line=found[1] if found else text.count("\n") + 1) from None
    except (ValueError, RecursionError):  # a number of thousands of digits, brackets in brackets without end
        raise ExchangeError("exchange.endless") from None
