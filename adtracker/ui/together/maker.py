"""Works out off the window's thread what happened together, and says how far it is. Ten years of days take seconds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from adtracker.domain.common.period import Period
from adtracker.domain.statistics.association import Association
from adtracker.domain.statistics.findings import Findings, look_for
from adtracker.queries.associations import read_noted
from adtracker.ui.core.context import Context
from adtracker.ui.core.tasks import Task
from adtracker.workers.associations import Job, TogetherProcess

if TYPE_CHECKING:  # storage brings SQLAlchemy along, which the window does not wait for
    from adtracker.storage.journal import Journal

LOOK_MILLISECONDS = 100


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, and on which days it was looked for; None in an empty diary."""

    findings: Findings
    days: Period | None


def work_out(
    journal: Journal, usual: Mapping[str, str], process: TogetherProcess, span: Period | None = None
) -> Found | None:
    """Read the diary and look at all days, or those of a span; None if it was stopped. Raises DiaryError, WorkError."""
    noted = read_noted(journal, usual)
    found = look_for(noted, journal.course(), partial(_apart, process), span)
    days = span or (Period(noted.entries[0].day, noted.entries[-1].day) if noted.entries else None)
    return None if found is None else Found(found, days)


def _apart(process: TogetherProcess, *job: Any) -> tuple[Association, ...] | None:
    return process(Job(*job))


class TogetherMaker(QObject):
    """Works for one window. `made` carries what was `Found`, `failed` an AdtrackerError, `progressed` per cent."""

    made = Signal(object)
    failed = Signal(object)
    progressed = Signal(int)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._process = TogetherProcess()
        self._task: Task | None = None
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MILLISECONDS)
        self._look.timeout.connect(self._on_look)
        application = QCoreApplication.instance()
        assert application is not None, "widgets need one"
        application.aboutToQuit.connect(self.stop)  # else the program would wait for it before it ends

    @property
    def is_busy(self) -> bool:
        """Whether it is under way."""
        return self._task is not None

    def start(self, span: Period | None = None) -> None:
        """Begin, with all days or those of a span; `stop` first if it is under way."""
        self._process = TogetherProcess()
        usual = self._context.texts.table("triggers")["usual"]
        self._task = self._context.tasks.run(partial(work_out, self._context.journal, usual, self._process, span))
        self._task.done.connect(self._on_done)
        self._task.failed.connect(self._on_failed)
        self._look.start()

    def stop(self) -> None:
        """Give up; what is under way ends within a moment."""
        self._process.stop()
        self._look.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _on_look(self) -> None:
        self.progressed.emit(int(100 * self._process.share))

    def _on_done(self, found: Found) -> None:
        self.stop()
        self.made.emit(found)

    def _on_failed(self, error: Exception) -> None:
        self.stop()
        self.failed.emit(error)
