"""What the report page has done off the window's thread: twenty years of days take a tenth of a second to read."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from adtracker.domain.records.body import Body
from adtracker.errors import AdtrackerError, ReportError
from adtracker.exchange.created_file import write_created
from adtracker.exchange.csv.day_table import days_file
from adtracker.exchange.export import write_export
from adtracker.exchange.fhir.document import write_records
from adtracker.exchange.snapshot import Snapshot
from adtracker.photos.picture_file import is_readable
from adtracker.queries.report import Parts, Request
from adtracker.report.build import begin_report
from adtracker.report.document import make_document
from adtracker.report.glyphs import Covers
from adtracker.report.printing import Paper
from adtracker.report.render import PagePicture, render_draft, render_pages
from adtracker.report.typeset import SecondProcess, Typesetter, typeset_apart
from adtracker.resources import Texts
from adtracker.ui.core.tasks import Task, Tasks

if TYPE_CHECKING:  # few make one
    from adtracker.queries.sheet import SheetsWanted
    from adtracker.report.sheets.start_sheet import StartSheet

SLOW_MILLISECONDS = 500
# Between what is on the pages and their size lies the first layout of the window.
MOST_SECONDS_BETWEEN = 5
MOST_SECONDS_AHEAD = 0.08


@dataclass(frozen=True, slots=True)
class Order:
    """A report that is wanted: from what, with which parts, on which paper, in which words, and which characters can be
    printed.

    `read` is not called on the window's thread; it may raise AdtrackerError.
    """

    read: Callable[[], Request]
    parts: Parts
    paper: Paper
    body: Body
    texts: Texts
    covers: Covers

    def request(self) -> Request:
        """What was asked for, with the days it is made from. Raises what `read` raises."""
        return replace(self.read(), parts=self.parts)


@dataclass(frozen=True, slots=True)
class Preview:
    """The pages as pictures, and the words for characters that no font has."""

    pages: list[PagePicture]
    missing_characters: tuple[str, ...]


def make_preview(
    order: Order,
    ppi: float | Callable[[], float],
    typeset: Typesetter,
    first: Callable[[PagePicture], None] | None = None,
) -> Preview:
    """The pages at so many pixels an inch, which `render_pages` asks for late, and page one `first`, if that is wanted.
    Raises ReportError and DiaryError.
    """
    draft = begin_report(order.request(), order.body, order.texts, order.covers)
    if first is None:
        pages = render_pages(draft.whole(), ppi, order.paper, typeset)
    else:
        pages = render_draft(draft, first, ppi, order.paper, typeset)
    return Preview(pages, draft.whole().missing_characters)


def _said(ppi: Future[float], is_asked: Event) -> float:
    """The size, as soon as it is said. Raises ReportError if it is not."""
    is_asked.set()
    try:
        return ppi.result(MOST_SECONDS_BETWEEN)
    except (CancelledError, TimeoutError) as error:
        raise ReportError("report.failed") from error


def save_document(order: Order, file: Path, diary: Path) -> Path:
    """Write the PDF; where it is now. Raises ReportError, ExchangeError and DiaryError."""
    _, document = make_document(
        order.request(), order.body, order.texts, order.covers, days_file, order.paper, typeset_apart, write_records
    )
    return write_created(file, document, diary)


def save_start_sheet(sheet: StartSheet, texts: Texts, file: Path, diary: Path) -> Path:
    """Write the PDF; where it is now. Raises ReportError and ExchangeError."""
    from adtracker.report.sheets.start_sheet import start_sheet_pdf  # noqa: PLC0415 -- as above

    return write_created(file, start_sheet_pdf(sheet, texts, typeset_apart), diary)


def save_paper(found: SheetsWanted, made: date, texts: Texts, file: Path, diary: Path) -> Path:
    """Write the PDF of sheets to be filled in by hand; where it is now. Raises ReportError and ExchangeError."""
    from adtracker.report.sheets.paper_sheet import PaperSheets, paper_sheets_pdf  # noqa: PLC0415 -- as above

    printed = PaperSheets(found.sheets, made, found.names, found.whose)
    return write_created(file, paper_sheets_pdf(printed, texts, typeset_apart), diary)


def save_export(contents: Snapshot, form: str, file: Path, diary: Path, made_at: datetime) -> Path:
    """Write everything in a format of `exchange.export`, but for pictures that are damaged; where it is now.

    Raises ExchangeError.
    """
    return write_export(contents.with_pictures_that(is_readable), form, file, diary, made_at)


class PreviewMaker(QObject):
    """Makes one preview at a time: a newer one ends the older one at once, with its process.

    How large its pages are drawn may be said later than what is on them: `begin`, then `start` with the same order.

    `made` carries a Preview, `failed` an AdtrackerError; `slow` says whether somebody waits longer than half a second.
    Before the first preview, while there is nothing to look at, `begun` carries its page one.
    """

    made = Signal(object)
    begun = Signal(object)
    failed = Signal(object)
    slow = Signal(bool)
    _sooner = Signal(object, object)  # from the thread that works: its process, page one

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._task: Task | None = None
        self._process = SecondProcess()
        self._begun: Order | None = None  # for which no size was said so far
        self._ppi: Future[float] = Future()
        self._is_asked = Event()  # for the size: all else is known where it is laid out
        self._has_made = False
        self._sooner.connect(self._on_sooner)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(SLOW_MILLISECONDS)
        self._patience.timeout.connect(self._on_slow)

    @property
    def is_busy(self) -> bool:
        """Whether a preview is under way."""
        return self._task is not None

    def begin(self, order: Order) -> None:
        """Lay out a preview in place of the one that is under way; it waits for `start`, so that has to follow soon."""
        self._give_up()
        process, ppi = SecondProcess(), Future[float]()
        self._process, self._ppi, self._is_asked = process, ppi, Event()
        process.start_ahead()
        first = None if self._has_made else partial(self._sooner.emit, process)
        task = self._task = self._tasks.run(
            partial(make_preview, order, partial(_said, ppi, self._is_asked), process, first)
        )
        task.done.connect(self._on_done)
        task.failed.connect(self._on_failed)
        self._begun = order
        self._patience.start()

    def let_ahead(self) -> None:
        """Before there is anything to look at: do nothing until what was begun is being laid out, or for a moment that
        nobody notices.

        What the window's thread does takes from the thread that works, as Python runs one at a time: it is better done
        while the second process has all there is to know.
        """
        if not self._has_made:
            self._is_asked.wait(MOST_SECONDS_AHEAD)

    def start(self, order: Order, ppi: float) -> None:
        """Make a preview in place of the one that is under way, or go on with it."""
        if self._begun != order:
            self.begin(order)
        self._begun = None
        self._ppi.set_result(ppi)

    def stop(self) -> None:
        """Make none."""
        self._give_up()
        self._settle()

    def _give_up(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._process.stop()
        self._begun = None
        self._ppi.cancel()

    def _settle(self) -> None:
        self._process.stop()  # it has ended, unless its job was never known
        self._task = self._begun = None
        self._patience.stop()
        self.slow.emit(False)

    def _on_done(self, preview: Preview) -> None:
        if self.sender() is self._task:  # else it was on its way when a newer one was wanted
            self._settle()
            self._has_made = True
            self.made.emit(preview)

    def _on_sooner(self, process: SecondProcess, page: PagePicture) -> None:
        if self._task is not None and process is self._process:  # as above
            self.begun.emit(page)

    def _on_failed(self, error: AdtrackerError) -> None:
        if self.sender() is self._task:
            self._settle()
            self.failed.emit(error)

    def _on_slow(self) -> None:
        self.slow.emit(True)
