"""`adtracker read`: takes the answers on sheets of paper, off scans and photos, into the diary.

It goes the way of `adtracker import`: the same words, what the diary has is kept, a copy is made first. Nothing that a
person has to look at is put in unless they say at a terminal what is meant.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from adtracker.commands.answer_words import Names, names_of, offer_words, part_words
from adtracker.commands.context import FAILED, FINE, CommandContext, UsageError
from adtracker.commands.garbage import never_looked_for
from adtracker.commands.in_part import say_in_part
from adtracker.commands.references import read_known
from adtracker.commands.storing import store
from adtracker.domain.common.plain_search import folded
from adtracker.domain.intake.found import Found, Left, Open
from adtracker.errors import AdtrackerError
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.intake.gathering import gather_found
from adtracker.exchange.intake.sheet_found import SheetsRead, found_on
from adtracker.exchange.values import shown
from adtracker.photos.picture_file import clean_bytes
from adtracker.sheets.apart import SheetProcess
from adtracker.sheets.in_diary import has_no_sheet, refused_of, sheets_of

_TEXT = 200
_LETTERS = "ABCDEFGH"


@dataclass(frozen=True, slots=True)
class How:
    """How sheets are taken in: whether what differs is replaced, whether one of another diary belongs into this one.

    `only_look` stores nothing.
    """

    overwrite: bool = False
    other_diary: bool = False
    only_look: bool = False


@never_looked_for()
def run(desk: CommandContext, *, files: Sequence[Path], how: How) -> int:
    """Read sheets; each picture that is none is named, and the others are taken. Raises DiaryError and UsageError."""
    with desk.journal() as journal:  # first of all: without a diary nobody has to wait for the pictures
        names = names_of(journal.questions(), journal.treatments())
    refused: list[str] = []
    read = _sheets_on(desk, files, refused)
    for sentence in refused:
        desk.complain(sentence)
    if not read.sheets:
        return FAILED
    found = found_on(read, desk.today())
    if found.asks_whose and not how.other_diary:
        _ask_whose(desk)
    parsed = ImportResult(desk.today(), read_known(desk, files[0]))
    gather_found(found, _told(desk, found, names, how), parsed, clean_bytes, desk.text("read.note"))
    store(desk, parsed, overwrite=how.overwrite, only_look=how.only_look)
    return FAILED if refused else FINE


def _sheets_on(desk: CommandContext, files: Sequence[Path], refused: list[str]) -> SheetsRead:
    """The sheets of all files, each read in a second process; a sentence for each picture or page that is none goes to
    `refused`. The empty back of a sheet is no failure, and is left."""
    found: list[SheetsRead] = []
    for file in dict.fromkeys(files):
        try:
            pages = SheetProcess()(file)
        except AdtrackerError as error:
            refused.append(desk.text("read.refused", file=shown(file.name), reason=desk.texts.error(error)))
            continue
        says = partial(_why_none, desk, file, len(pages))
        has_sheets = any(page.sheet is not None for page in pages)
        bad = [page for page in pages if not (has_sheets and has_no_sheet(page))]
        refused += [says(page, error) for page, error in refused_of(bad)]
        if has_sheets:
            with desk.journal() as journal:
                kept = [page for page in pages if page.sheet is not None or has_no_sheet(page)]
                found.append(sheets_of(kept, journal, says))
    return SheetsRead(
        tuple(sheet for one in found for sheet in one.sheets),
        tuple(words for one in found for words in one.left),
        any(one.is_of_another for one in found),
    )


def _why_none(desk: CommandContext, file: Path, pages: int, page: int, error: AdtrackerError) -> str:
    key = "read.refused" if pages == 1 else "read.refused_page"
    return desk.text(key, file=shown(file.name), page=page, reason=desk.texts.error(error))


def _ask_whose(desk: CommandContext) -> None:
    """Go on if a person says that it belongs into this diary. Raises UsageError otherwise."""
    if folded(desk.ask("read.whose").strip()) != folded(desk.text("read.yes")):
        raise UsageError("usage.other_diary")


def _told(desk: CommandContext, found: Found, names: Names, how: How) -> Mapping[int, int]:
    """Say how much is clear, ask what is open at a terminal, and name what is not taken; what was picked."""
    desk.say("read.clear_one" if len(found.told) == 1 else "read.clear", count=len(found.told))
    picks: dict[int, int] = {}
    lines: list[str] = []
    for number, one in enumerate(found.open):
        pick = None if how.only_look else _picked(desk, one, names)
        if pick is None:
            lines.append(desk.text("read.open", **_words(desk, one, names)))
        else:
            picks[number] = pick
    lines += [_left(desk, one) for one in found.left]
    say_in_part(desk, desk.show, lines, len(lines))
    return picks


def _picked(desk: CommandContext, one: Open, names: Names) -> int | None:
    """The offer that a person says is meant; None where they leave it, or nobody can be asked."""
    said = desk.ask("read.which", **_words(desk, one, names)).strip().upper()
    letters = _LETTERS[: len(one.offers)]
    return letters.index(said) if len(said) == 1 and said in letters else None


def _words(desk: CommandContext, one: Open, names: Names) -> dict[str, str]:
    told = one.offers[0][0]
    offers = zip(_LETTERS, one.offers, strict=False)
    return {
        "day": told.day.isoformat(),
        "what": part_words(desk, told.part, names),
        "why": desk.texts.say(f"intake.open.{one.why}"),
        "offers": ", ".join(
            desk.text("read.offer", letter=letter, answer=offer_words(desk, offer)) for letter, offer in offers
        ),
    }


def _left(desk: CommandContext, one: Left) -> str:
    said = desk.texts.say(f"intake.open.{one.why}")
    text = shown(one.seen.text, _TEXT)
    return desk.text("read.left", why=said, text=text) if text else desk.text("read.left_picture", why=said)
