"""How the code says sentences: whoever looks one up fills its gaps, and says it in English where they are broken."""

import ast
from collections.abc import Iterator
from pathlib import Path

import adtracker

FOLDER = Path(adtracker.__file__).parent
LOOKED_UP = ("tr", "tr_count", "tr_as")


def _calls() -> Iterator[tuple[str, ast.Call]]:
    for file in sorted(FOLDER.rglob("*.py")):
        for found in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(found, ast.Call):
                yield f"{file.relative_to(FOLDER)}:{found.lineno}", found


def test_no_gap_is_filled_by_format() -> None:
    """Only what a module says by itself, under a name in capitals, is no sentence that was looked up."""
    filled = [
        (place, found.func.value)
        for place, found in _calls()
        if isinstance(found.func, ast.Attribute) and found.func.attr in ("format", "format_map")
    ]
    wrong = [place for place, of in filled if not (isinstance(of, ast.Name) and of.id.isupper())]
    assert filled
    assert [place for place in wrong if not place.startswith("language.py:")] == []


def test_what_is_looked_up_is_gathered_whole() -> None:
    """What gathers sentences for translators takes every text between the brackets for a part of the sentence."""
    looked_up = [
        (place, found) for place, found in _calls() if isinstance(found.func, ast.Name) and found.func.id in LOOKED_UP
    ]
    assert len(looked_up) > 1_000
    wrong = [
        place
        for place, found in looked_up
        for part in (*found.args, *(keyword.value for keyword in found.keywords))
        if isinstance(part, ast.JoinedStr)
    ]
    assert wrong == []
