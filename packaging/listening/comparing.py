"""Is all that was written for a key among what Orca said after it?"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from listening.speech import spoken

# How Orca calls in English what Qt calls otherwise.
ROLES = {
    "RadioButton": "radio button",
    "CheckBox": "check box",
    "Button": "push button",
    "ButtonMenu": "push button",
    "ListItem": "",  # it says of the list how long it is, and of an item its name alone
    "EditableText": "text",
    "ComboBox": "combo box",
    "Chart": "chart",
}
STATES = {
    "RadioButton": {"chosen": "selected", "not chosen": "not selected"},
    "CheckBox": {"chosen": "checked", "not chosen": "not checked"},
}


@dataclass
class Way:
    """One journey: how many of its lines were to be heard, and which were not."""

    wanted: int = 0
    lacking: list[str] = field(default_factory=list)


def compare(notes: Path, log: Path) -> dict[str, Way]:
    """Each journey that was made."""
    ways: dict[str, Way] = {}
    if not notes.exists():
        return ways
    speech = spoken(log)
    before = ("", "")
    for text in notes.read_text(encoding="utf-8").splitlines():
        note = json.loads(text)
        key, _gap, line = note["line"].partition(": ")
        way = ways.setdefault(note["journey"], Way())
        promised = set(_promised(line, before[1] if before[0] == note["journey"] else ""))
        before = (note["journey"], line)
        way.wanted += bool(promised)
        heard = " ".join(words for when, words in speech if note["began"] <= when < note["ended"])
        if absent := sorted(words for words in promised if not _is_in(words, heard)):
            way.lacking.append(f"{key}: {absent} not in “{heard}”")
    return ways


def _promised(line: str, before: str) -> Iterator[str]:
    """What must be said now: all of it, or where the keyboard stayed, what is new."""
    name, role, *more = line.split(" | ")
    old = before.split(" | ")
    states = STATES.get(role, {})
    told = [part.strip("()“”") for part in more if part not in old or old[0] != name]
    if (name, role) != tuple(old[:2]):
        yield from (name, ROLES.get(role, role))
    yield from (
        states.get(words, "" if words in ("chosen", "not chosen", "open", "closed") else words) for words in told
    )


def _is_in(words: str, heard: str) -> bool:
    sought = _plain(words)
    return not sought.strip() or sought in _plain(heard).replace(f" not{sought}", " ")


def _plain(text: str) -> str:
    """The words alone, each whole: 5 is not heard in 15."""
    return " ".join(["", *re.findall(r"[\w%]+", text.casefold()), ""])
