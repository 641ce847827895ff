"""What `adtracker import` says: each row that was refused and why, or what became of each kind of record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from adtracker.commands.desk import Desk
from adtracker.domain.edits import Change
from adtracker.domain.problem import Problem
from adtracker.exchange.kinds.days import DAYS
from adtracker.exchange.kinds.person import PROFILE
from adtracker.exchange.merge import Fate, Plan
from adtracker.exchange.parsed import Place, Refused
from adtracker.exchange.section import Section
from adtracker.exchange.sections import SECTIONS
from adtracker.exchange.values import shown

_FIELD_LETTERS = 100


def tell_refused(desk: Desk, refused: Sequence[Refused]) -> None:
    """Say what is wrong, a line for each problem."""
    for row in refused:
        for problem in row.problems:
            desk.complain(_placed(desk, row.place, problem))
    key = "import.refused_one" if len(refused) == 1 else "import.refused"
    desk.complain(desk.text(key, count=len(refused)))


def _placed(desk: Desk, place: Place, problem: Problem) -> str:
    said = desk.texts.problem(problem)
    if problem.field:
        said = desk.text("import.field", field=shown(problem.field, _FIELD_LETTERS), problem=said)
    if place.line is None:
        return desk.text("import.place_path", path=place.path, problem=said)
    key = "import.place_table" if place.table else "import.place_line"
    return desk.text(key, table=shown(place.table, _FIELD_LETTERS), line=place.line, problem=said)


def tell(desk: Desk, found: Plan) -> None:
    """Say how much was added, kept and replaced, and what was replaced: days first, then what else there was."""
    _tell_kind(desk, DAYS, found.of(DAYS.kind), always=True)
    for section in SECTIONS:
        if section not in (DAYS, PROFILE):
            _tell_kind(desk, section, found.of(section.kind))
    for name, count in _counts(found.of(PROFILE.kind)).items():
        if count:
            desk.say(f"import.profile_{name}")


def _tell_kind(desk: Desk, section: Section[Any], fate: Fate, *, always: bool = False) -> None:
    counts = _counts(fate)
    if always or any(counts.values()):
        desk.say(f"import.{section.name}", **counts)
    for name in _names(section, fate.replaced):
        desk.say(f"import.replaced.{section.name}", name=shown(name))


def _names(section: Section[Any], replaced: Iterable[Change]) -> list[str]:
    """What is said of those replaced, each once: doses of one day may be of several treatments."""
    return sorted({section.named(change.before) for change in replaced})


def _counts(fate: Fate) -> dict[str, int]:
    return {"added": len(fate.added), "kept": len(fate.kept), "replaced": len(fate.replaced)}
