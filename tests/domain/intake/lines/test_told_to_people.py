"""The lines that people are told to write are read as clear."""

from __future__ import annotations

import re

from adtracker import resources
from adtracker.domain.intake.lines.line_proposal import Fate
from adtracker.domain.intake.lines.reading import read_lines
from tests.domain.intake.lines.habits import TODAY, habits


def test_the_lines_of_the_lesson_are_clear() -> None:
    blocks = resources.read_toml("lessons", resources.LANGUAGE, "diary.toml")["body"]
    place = next(at for at, block in enumerate(blocks) if block.get("heading") == "Away from the computer")
    lines = blocks[place + 2]["list"]
    assert len(lines) == 5
    for line in lines:
        (one,) = read_lines(line, habits())
        assert (one.fate, one.day is not None and one.day <= TODAY) == (Fate.CLEAR, True), line


def test_the_line_of_the_data_formats_is_clear() -> None:
    text = (resources.root().parent / "docs" / "data-formats.md").read_text("utf-8")
    line = re.search(r"^    (28\.11\.2026 itch .*)$", text, re.MULTILINE)
    assert line is not None
    (one,) = read_lines(line[1], habits())
    assert one.fate is Fate.CLEAR
    assert len(one.parts) == 6
