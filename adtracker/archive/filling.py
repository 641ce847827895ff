"""Puts a diary into an archive, piece by piece: pictures, tables, JSON, pages, reports, and the page about it all."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from datetime import date
from itertools import chain
from pathlib import Path

from adtracker.archive.container import Container
from adtracker.archive.day_pages import DayPages
from adtracker.archive.read_me import Inventory, read_me
from adtracker.archive.vocabulary import Vocabulary
from adtracker.archive.years import Press, yearly_reports, years
from adtracker.domain.common.progress import GoesOn, StoppedError
from adtracker.domain.records.diary_break import DiaryBreak
from adtracker.domain.records.photo import Photo
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.records.visit import Visit
from adtracker.domain.treatments.treatment import Treatment
from adtracker.domain.views.event import Surroundings
from adtracker.exchange.codecs.all_codecs import CODECS
from adtracker.exchange.codecs.photos import picture_name
from adtracker.exchange.csv.table_folder import table_folder
from adtracker.exchange.csv.tables import has_rows, write_tables
from adtracker.exchange.export import CSV, JSON, export
from adtracker.exchange.picture_folder import picture_folder
from adtracker.exchange.snapshot import Snapshot
from adtracker.photos.picture_file import is_readable
from adtracker.queries.surroundings import read_scores
from adtracker.storage.journal import Journal

READ_ME = "read-me-first.html"
_JSON, _CSV = Path("diary.json"), Path("diary.csv")  # of one stem: the pictures beside them belong to both
TABLES, PICTURES = table_folder(_CSV).name, picture_folder(_CSV).name


class Filling:
    """Fills one container; tells `goes_on` before each piece how much is done, and stops if it says so."""

    def __init__(self, journal: Journal, container: Container, goes_on: GoesOn) -> None:
        self._journal = journal
        self._container = container
        self._goes_on = goes_on
        self._done, self._pieces = 0, 1

    def fill(self, contents: Snapshot, today: date, press: Press) -> int:
        """Put in all that there is; how many photos have no picture. Raises DiaryError, ReportError, StoppedError."""
        self._pieces = _count(contents)
        contents = self._pictures(contents)
        words = Vocabulary(press.texts, contents)
        lacking = sum(photo.digest not in contents.pictures for photo in contents.of(Photo))
        inventory = Inventory(
            days=self._days(contents, words),
            reports=self._reports(contents, today, press),
            json=_JSON.name,
            csv=_CSV.name,
            tables_folder=TABLES,
            tables=self._tables(contents),
            pictures=PICTURES if contents.pictures else "",
            lacking=lacking,
        )
        self._add(READ_ME, read_me(contents, today, inventory, words))
        return lacking

    def _pictures(self, contents: Snapshot) -> Snapshot:
        """Put in the pictures that can be read, and give contents that say which these are; none is kept in memory."""
        found: dict[str, bool] = {}
        for photo in contents.of(Photo):
            jpeg = self._journal.picture(photo)
            found[photo.digest] = jpeg is not None and is_readable(photo.digest, jpeg)
            if jpeg is not None and found[photo.digest]:
                self._add(f"{PICTURES}/{picture_name(photo)}", jpeg)
        records = chain.from_iterable(contents.of(codec.kind) for codec in CODECS)
        return Snapshot(records, {digest: b"" for digest, is_there in found.items() if is_there})

    def _tables(self, contents: Snapshot) -> Mapping[str, int]:
        """Put in the JSON and all tables; the rows of each table that is no day."""
        self._add(_JSON.name, export(contents, JSON, self._container.made))
        self._add(_CSV.name, export(contents, CSV))
        tables = {name: text for name, text in write_tables(contents).items() if has_rows(text)}
        for name, text in tables.items():
            self._add(f"{TABLES}/{name}.csv", text.encode())
        return {name: sum(1 for _ in csv.reader(io.StringIO(text, newline=""))) - 1 for name, text in tables.items()}

    def _days(self, contents: Snapshot, words: Vocabulary) -> Mapping[int, str]:
        around = Surroundings(
            visits=contents.of(Visit),
            side_effects=contents.of(SideEffect),
            breaks=contents.of(DiaryBreak),
            treatments=contents.of(Treatment),
            readings=read_scores(self._journal),
            others=self._journal.other_events(),
        )
        pages = DayPages(contents, around, words, PICTURES)
        names = {year: f"days-{year}.html" for year in pages.years}
        for year, name in names.items():
            self._add(name, pages.page(year, READ_ME))
        return names

    def _reports(self, contents: Snapshot, today: date, press: Press) -> Mapping[int, str]:
        names: dict[int, str] = {}
        for year, document in yearly_reports(self._journal, contents, today, press):
            names[year] = f"report-{year}.pdf"
            self._add(names[year], document)
        return names

    def _add(self, name: str, data: bytes) -> None:
        if not self._goes_on(min(self._done / self._pieces, 1)):
            raise StoppedError
        self._done += 1
        self._container.add(name, data)


def _count(contents: Snapshot) -> int:
    """About how many pieces there will be; reports, which take longest, come last."""
    tables = sum(bool(contents.of(codec.kind)) for codec in CODECS)
    return len(contents.of(Photo)) + 2 * len(years(contents)) + tables + 2
