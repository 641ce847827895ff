"""`adtracker export`: the whole diary as JSON, or as tables."""

from __future__ import annotations

from pathlib import Path

from adtracker.commands.context import FINE, CommandContext
from adtracker.commands.output import STANDARD_OUTPUT, put
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.photo import Photo
from adtracker.exchange.codecs.all_codecs import read_snapshot
from adtracker.exchange.csv.table_folder import has_tables, table_folder
from adtracker.exchange.export import CSV, export, write_export
from adtracker.exchange.picture_folder import picture_folder
from adtracker.exchange.snapshot import Snapshot
from adtracker.photos.picture_file import is_readable


def run(desk: CommandContext, *, form: str, target: str) -> int:
    """Write the diary to `target` in a format of `exchange.export`. Raises DiaryError and ExchangeError.

    Pictures and further tables go into folders beside the file; standard output has no place beside it.
    """
    has_place = target != STANDARD_OUTPUT
    with desk.journal() as journal:
        contents = read_snapshot(journal, with_pictures=has_place).with_pictures_that(is_readable)
    if not has_place:
        put(desk, target, export(contents, form, desk.now()))
        return FINE
    write_export(contents, form, Path(target), desk.diary, desk.now())
    _tell(desk, contents, form, Path(target))
    return FINE


def _tell(desk: CommandContext, contents: Snapshot, form: str, file: Path) -> None:
    count = len(contents.of(DayEntry))
    desk.say("export.written", count=count, file=file)
    if form == CSV and has_tables(contents):
        desk.say("export.tables", folder=table_folder(file))
    if pictures := len(contents.pictures):
        desk.say("export.pictures", count=pictures, folder=picture_folder(file))
    if lacking := sum(photo.digest not in contents.pictures for photo in contents.of(Photo)):
        desk.say("export.lacking", count=lacking)
