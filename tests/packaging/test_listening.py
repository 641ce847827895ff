"""What a screen reader said is compared with what was written; the real one is heard by `packaging/listen.py`."""

import json
from pathlib import Path

import pytest

from listening.comparing import ROLES, compare

GOLDEN = Path(__file__).parents[1] / "ui" / "heard" / "golden"
FIRST = "Ctrl+T: 5 | RadioButton | chosen | (Worst itch, 0 to 10)"


def lacking(folder: Path, *heard: str, lines: tuple[str, ...] = (FIRST,)) -> list[str]:
    """What is lacking where each of `heard` was said a second after the key of its line."""
    notes, log = folder / "notes.txt", folder / "orca.txt"
    log.write_text("".join(f"10:00:0{at}.5 - SPEECH OUTPUT: '{said}'{{'e': 1}}\n" for at, said in enumerate(heard)))
    told = [{"journey": "one", "line": line, "began": f"10:00:0{at}"} for at, line in enumerate(lines)]
    ended = [note | {"ended": f"10:00:0{at + 1}"} for at, note in enumerate(told)]
    notes.write_text("\n".join(json.dumps(note) for note in ended))
    way = compare(notes, log)["one"]
    return way.lacking


def test_all_that_is_written_was_said(tmp_path: Path) -> None:
    assert lacking(tmp_path, "Itch panel. 5. selected radio button Worst itch 0 to 10.") == []


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("15. selected radio button Worst itch 0 to 10.", "['5']"),
        ("5. not selected radio button Worst itch 0 to 10", "['selected']"),
        ("5. radio button Worst itch 0 to 10", "['selected']"),
        ("5. selected radio button", "['Worst itch, 0 to 10']"),
        ("5. selected Worst itch 0 to 10", "['radio button']"),
        ("", "['5', 'Worst itch, 0 to 10', 'radio button', 'selected']"),
    ],
)
def test_what_was_not_said_is_named(tmp_path: Path, said: str, fault: str) -> None:
    (found,) = lacking(tmp_path, said)
    assert fault in found


def test_where_the_keyboard_stays_only_what_is_new_must_be_said(tmp_path: Path) -> None:
    lines = (FIRST, FIRST, "Ctrl+Z: 5 | RadioButton | chosen | (Itch 7 is 5 again)")
    said = "5. selected radio button Worst itch 0 to 10"
    assert lacking(tmp_path, said, "", "Itch 7 is 5 again", lines=lines) == []
    assert len(lacking(tmp_path, said, "", "5.", lines=lines)) == 1


def test_each_role_that_is_written_has_its_word() -> None:
    lines = [line for file in GOLDEN.iterdir() for line in file.read_text(encoding="utf-8").splitlines()]
    assert {line.split(" | ")[1] for line in lines} <= set(ROLES)
