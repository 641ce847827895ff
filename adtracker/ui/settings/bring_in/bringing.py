"""One file on its way into the diary, without a window: opened, read by its answers, put beside the diary.

All of it but `with_choices` may take long and is done off the window's thread.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from adtracker import paths
from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.common.progress import GoesOn, StoppedError
from adtracker.domain.intake.found import Found
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.photo import Photo
from adtracker.domain.treatments.dose import DayDoses
from adtracker.exchange.codecs.all_codecs import read_alike
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.intake.gathering import gather_found, gather_picked
from adtracker.exchange.intake.opening import Opened, Opening, OpenTable, open_table, opened
from adtracker.exchange.intake.reading import read_open_table
from adtracker.exchange.intake.recipes import FOLDER, Recipes
from adtracker.exchange.intake.text_grid import text_grid
from adtracker.exchange.known import known_to
from adtracker.exchange.merge import Conflict, MergePlan, plan_merge
from adtracker.exchange.picture_folder import picture_folder
from adtracker.exchange.references import References
from adtracker.exchange.snapshot import Snapshot
from adtracker.language import tr
from adtracker.photos.picture_file import clean_bytes, take_back_bytes, take_back_file
from adtracker.ui.core.context import Context
from adtracker.ui.settings.bring_in.readers import Readers


@dataclass(frozen=True, slots=True)
class Preview:
    """What would become of a file: what was found in it, what the diary has of that, and what changes.

    Of a sheet or of lines `found` is what was read, and `picks` what a person picked of what is open in it.
    """

    parsed: ImportResult
    diary: Snapshot
    plan: MergePlan
    theirs: frozenset[Conflict] = frozenset()
    found: Found | None = None
    picks: Mapping[int, int] = field(default_factory=dict)

    @property
    def entries(self) -> Sequence[DayEntry]:
        """The days as they stand in the file."""
        return self.parsed.of(DayEntry)

    @property
    def standing(self) -> Iterator[DayEntry]:
        """The days of the file as they will be in the diary; none for one that says nothing."""
        days = self.plan.days
        met = (one.change for one in (*days.completed, *days.same, *days.different))
        return (change.after for change in (*days.new, *met) if isinstance(change.after, DayEntry))

    @property
    def conflicts(self) -> Sequence[Conflict]:
        """All in which diary and file differ, days first."""
        found = [(kind, identity, part) for kind, identity, met in self.plan.differing for part in met.differs]
        return sorted(found, key=lambda one: one[0] != "days")

    def with_choices(self, theirs: set[Conflict]) -> Preview:
        """The same, with the file's own where the person chose it."""
        if theirs == self.theirs:
            return self
        return replace(self, plan=plan_merge(self.diary, self.parsed, theirs=theirs), theirs=frozenset(theirs))

    def with_picks(self, picks: Mapping[int, int]) -> Preview:
        """The same, with what the person picked of what is open."""
        assert self.found is not None, "only there is something open"
        parsed = ImportResult(self.parsed.today, self.parsed.known)
        gather_picked(self.found, picks, parsed)
        for photo in self.parsed.of(Photo):
            parsed.add(photo)
        parsed.pictures = self.parsed.pictures
        plan = plan_merge(self.diary, parsed, theirs=self.theirs)
        return replace(self, parsed=parsed, plan=plan, picks=dict(picks))


class Bringing:
    """One file; `close` lets go of what was taken out of it. `readers` read sheets and lines."""

    def __init__(self, context: Context, file: Path, readers: Readers) -> None:
        self.file = file
        self._readers = readers
        self._context = context
        self._stack = ExitStack()
        self._is_over = False
        self.recipes = Recipes(paths.data_folder() / FOLDER)
        self._today = context.today()

    def open(self, order: DateOrder | None, goes_on: GoesOn) -> Opened | None:
        """What it is; None if nobody waits any more. Raises ExchangeError, DiaryError, DateOrderError."""
        opening = Opening(
            today=self._today,
            known=self._known,
            take_back=take_back_bytes,
            key=lambda _: self._context.journal.key,
            recipes=self.recipes.all(),
            order=order,
            read_sheets=self._readers.sheets,
            read_lines=self._readers.lines,
        )
        self._stack.close()  # the person may have answered what was asked before it was open
        try:
            return self._stack.enter_context(opened(self.file, opening, goes_on=goes_on))
        except StoppedError:
            return None
        finally:
            if self._is_over:
                self._stack.close()

    def reopened(self, separator: str, goes_on: GoesOn) -> OpenTable:
        """The same table with its cells parted otherwise. Raises ExchangeError."""
        opening = Opening(self._today, self._known, take_back_bytes, recipes=self.recipes.all())
        return open_table(text_grid(self.file, separator), opening, goes_on=goes_on)

    def taken_by(self, table: OpenTable, name: str, goes_on: GoesOn) -> OpenTable:
        """The same table by the recipe of a name, or as its columns seem to be. Raises ExchangeError."""
        opening = Opening(self._today, self._known, take_back_bytes, recipes=())
        return open_table(table.base, opening, self.recipes.called(name) if name else None, goes_on)

    def read(self, found: Opened, goes_on: GoesOn) -> Preview | None:
        """What would become of it; None if nobody waits. Raises ExchangeError, DateOrderError, DiaryError."""
        if found.found is not None:
            return self._read_found(found.found)
        parsed = found.ready
        if found.table is not None:
            empty = ImportResult(self._today, self._known(self.file))
            day_start = self._context.preferences.value.day_starts_at
            try:
                parsed = read_open_table(found.table, empty, day_start, goes_on)
            except StoppedError:
                return None
        assert parsed is not None, "it is ours, or a table"
        diary = read_alike(self._context.journal, parsed)
        return Preview(parsed, diary, plan_merge(diary, parsed))

    def _read_found(self, found: Found) -> Preview:
        """What would become of a sheet or of lines, with nothing picked. The diary is read on all days that they can be
        about: what is picked changes no more than the plan."""
        words = tr("Written by hand on a paper sheet")
        parsed = ImportResult(self._today, self._known(self.file))
        gather_found(found, {}, parsed, clean_bytes, words)
        reach = ImportResult(self._today, parsed.known)
        for day in found.days:
            reach.add(DayEntry(day, note="-"))
        for told in found.all_doses:
            reach.add(DayDoses(int(told.part[1]), told.day, 1))
        for photo in parsed.of(Photo):
            reach.add(photo)
        diary = read_alike(self._context.journal, reach)
        return Preview(parsed, diary, plan_merge(diary, parsed), found=found)

    def turn_to(self, today: date) -> None:
        """Go on with it on another day."""
        self._today = today

    def close(self) -> None:
        """Let go of it, also where it is still being opened."""
        self._is_over = True
        self._stack.close()

    def _known(self, file: Path) -> References:
        folder = picture_folder(file)
        return known_to(self._context.texts, self._context.journal, lambda name: take_back_file(folder / name))
