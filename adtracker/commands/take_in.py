"""`adtracker import`: takes days from a file into the diary, all rows or none."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from adtracker.commands.desk import FINE, REFUSED, Desk
from adtracker.domain.day import DayEntry
from adtracker.domain.dose import DayDoses
from adtracker.domain.edits import Edit
from adtracker.domain.period import Period
from adtracker.domain.photo import CleanPhoto
from adtracker.domain.problem import Problem
from adtracker.exchange import csv_days, json_diary
from adtracker.exchange.contents import Contents
from adtracker.exchange.merge import Fate, Plan, plan
from adtracker.exchange.parsed import Parsed, Place, Refused
from adtracker.exchange.picture_folder import picture_folder
from adtracker.exchange.text_file import read_text_file
from adtracker.photos.picture_file import take_back_file
from adtracker.resources import read_toml
from adtracker.storage.journal import Journal


def run(desk: Desk, *, file: Path, overwrite: bool) -> int:
    """Import a file; what it would replace is replaced only if `overwrite`. Raises DiaryError and ExchangeError."""
    parsed = _parse(desk, file)
    if parsed.refused:
        _tell_refused(desk, parsed.refused)
        return REFUSED
    with desk.journal(create=True) as journal:
        found = plan(_present(journal, parsed), parsed, overwrite=overwrite)
        journal.keep_pixels(parsed.pictures.values())
        journal.replay(found.edit)
    _tell(desk, found)
    return FINE


def _parse(desk: Desk, file: Path) -> Parsed:
    text = read_text_file(file)
    if _is_json(file, text):
        regions = read_toml("body", "body.toml")["regions"]
        sites = read_toml("treatment", "choices.toml")["sites"]
        return json_diary.read(text, desk.today(), regions, sites, partial(_picture, picture_folder(file)))
    return csv_days.read(text, desk.today())


def _picture(folder: Path, name: str) -> CleanPhoto:
    return take_back_file(folder / name)


def _is_json(file: Path, text: str) -> bool:
    """By its name, and where that says nothing by how it begins: no header of a table begins so."""
    suffix = file.suffix.lower()
    return suffix == ".json" or (suffix != ".csv" and text.lstrip()[:1] in ("{", "["))


def _present(journal: Journal, parsed: Parsed) -> Contents:
    """What the diary holds where the file has something."""
    days, dose_days = _period(parsed.entries), _period(parsed.doses)
    return Contents(
        profile=journal.profile(),
        courses=journal.courses(),
        entries=journal.entries(days) if days else (),
        treatments=journal.treatments(),
        doses=journal.doses(dose_days) if dose_days else (),
        photos=journal.photos() if parsed.photos else (),
    )


def _period(found: Sequence[DayEntry | DayDoses]) -> Period | None:
    days = [one.day for one in found]
    return Period(min(days), max(days)) if days else None


def _tell_refused(desk: Desk, refused: list[Refused]) -> None:
    for row in refused:
        for problem in row.problems:
            desk.complain(_placed(desk, row.place, problem))
    key = "import.refused_one" if len(refused) == 1 else "import.refused"
    desk.complain(desk.text(key, count=len(refused)))


def _placed(desk: Desk, place: Place, problem: Problem) -> str:
    said = desk.texts.problem(problem)
    if problem.field:
        said = desk.text("import.field", field=problem.field, problem=said)
    if place.line is not None:
        return desk.text("import.place_line", line=place.line, problem=said)
    return desk.text("import.place_path", path=place.path, problem=said)


def _tell(desk: Desk, found: Plan) -> None:
    desk.say("import.days", **_counts(found.days))
    for day in sorted(Edit(found.days.replaced).days):
        desk.say("import.replaced_day", day=day)
    for name in ("courses", "treatments", "doses", "photos"):
        counts = _counts(getattr(found, name))
        if any(counts.values()):
            desk.say(f"import.{name}", **counts)
    for day in sorted(Edit(found.doses.replaced).days):
        desk.say("import.replaced_doses", day=day)
    for name, count in _counts(found.profile).items():
        if count:
            desk.say(f"import.profile_{name}")


def _counts(fate: Fate) -> dict[str, int]:
    return {"added": len(fate.added), "kept": len(fate.kept), "replaced": len(fate.replaced)}
