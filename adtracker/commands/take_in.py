"""`adtracker import`: takes what is in a file into the diary, all rows or none."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from adtracker.commands.desk import FINE, REFUSED, Desk
from adtracker.commands.taken_in import tell, tell_refused
from adtracker.domain.photo import CleanPhoto
from adtracker.exchange.known import Known
from adtracker.exchange.merge import plan
from adtracker.exchange.picture_folder import picture_folder
from adtracker.exchange.reading import read_file
from adtracker.exchange.sections import read_alike
from adtracker.photos.picture_file import take_back_file
from adtracker.resources import read_toml


def run(desk: Desk, *, file: Path, overwrite: bool) -> int:
    """Import a file; what it would replace is replaced only if `overwrite`. Raises DiaryError and ExchangeError."""
    parsed = read_file(file, desk.today(), _known(desk, file))
    if parsed.refused:
        tell_refused(desk, parsed.refused)
        return REFUSED
    with desk.journal(create=True) as journal:
        found = plan(read_alike(journal, parsed), parsed, overwrite=overwrite)
        journal.keep_pixels(parsed.pictures.values())
        journal.take_in(found.edit)
    tell(desk, found)
    return FINE


def _known(desk: Desk, file: Path) -> Known:
    """What the file may name; a file that is refused makes no diary, so there may be none to ask."""
    triggers = set(desk.texts.table("triggers")["usual"])
    questions, forms = {}, {}
    if desk.diary.exists():
        with desk.journal() as journal:
            triggers |= {trigger.key for trigger in journal.triggers()}
            questions = {question.key: question for question in journal.questions()}
            forms = {form.key: form for form in journal.forms()}
    return Known(
        regions=read_toml("body", "body.toml")["regions"],
        sites=read_toml("treatment", "choices.toml")["sites"],
        triggers=triggers,
        questions=questions,
        forms=forms,
        load=partial(_picture, picture_folder(file)),
    )


def _picture(folder: Path, name: str) -> CleanPhoto:
    return take_back_file(folder / name)
