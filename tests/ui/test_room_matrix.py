"""The table of all languages, factors, sizes and texts: what was measured stays, and what was not is no zero."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ui.room_matrix import main
from tests.ui.room_report import SIZES, TEXTS


def _said(cut_at: str = "") -> str:
    """All that a program says of a language at a factor, with a word that is cut in one size."""
    lines = []
    for cell in (f"{size} at {text} %" for size in SIZES for text in TEXTS):
        lines += ["    a visit: QLabel “Words”: a word is 9 px wider than its lines\n"] * (cell == cut_at)
        lines.append(f"{cell}: {int(cell == cut_at)} cut in 74 places, 8 s\n")
    return "".join(lines)


def _table(capsys: pytest.CaptureFixture[str]) -> list[list[str]]:
    said = capsys.readouterr().out.splitlines()
    return [line.strip("| ").split(" | ") for line in said if line.startswith("| ")]


def test_what_stands_in_the_folder_is_a_table_and_not_measured_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "en-1.5.txt"
    file.write_text(_said(), encoding="utf-8")
    assert main([str(tmp_path), "--languages", "en", "--factors", "1.5"]) == 0
    (head, _, row), cells = _table(capsys), len(SIZES) * len(TEXTS)
    assert head[:3] == ["language", "factor", "640x400 100 %"]
    assert row == ["en", "1.5", *["0"] * cells]
    assert file.read_text(encoding="utf-8") == _said()


def test_what_is_cut_is_counted_and_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "de-3.txt").write_text(_said("1024x640 at 150 %"), encoding="utf-8")
    assert main([str(tmp_path), "--languages", "de", "--factors", "3"]) == 1
    said = capsys.readouterr().out
    assert "| de | 3 | 0 | 0 | 0 | 0 | 1 | 0 |" in said
    assert "de at 3:" in said
    assert said.count("a word is 9 px wider") == said.count("cut in") == 1


def test_what_did_not_come_to_its_end_is_no_zero_and_is_measured_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(tmp_path), "--languages", "nobody's", "--factors", "1"]) == 1
    assert _table(capsys)[-1][2:] == ["?"] * len(SIZES) * len(TEXTS)
    assert not list(tmp_path.glob("*.txt"))
