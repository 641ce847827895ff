"""Puts a file into the diary after a checked copy was made: off the window's thread, watched, and to be stopped."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from adtracker.domain.common.progress import GoesOn
from adtracker.domain.edits.edit import Edit
from adtracker.errors import AdtrackerError
from adtracker.language import tr
from adtracker.storage.copies.shelf import BackedUp
from adtracker.ui.core.context import Context
from adtracker.ui.core.copies import backing_up_now, note_backed_up
from adtracker.ui.core.tasks import Task
from adtracker.ui.settings.bring_in.bringing import Preview


class PuttingIn(QObject):
    """`said` carries how far it is, `ended` what became of it: the Edit, the AdtrackerError, or None if it was stopped,
    with the diary as it was."""

    said = Signal(str)
    ended = Signal(object)

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._task: Task | None = None
        self._is_stopped = False
        self._is_wanted = True

    @property
    def is_under_way(self) -> bool:
        """Whether its end is still to be told."""
        return self._task is not None

    def begin(self, preview: Preview) -> None:
        """Make the copy, then put in what a preview shows."""
        self._is_stopped = False
        task = self._run(backing_up_now(self._context))
        task.progressed.connect(self._on_copying)
        task.done.connect(partial(self._on_copied, preview))
        self.said.emit(tr("A copy of your diary is being made…"))

    def stop(self) -> None:
        """Ask it to end before its time. What is stored by then is taken back; once all of it is, it stands."""
        if self._task is not None:
            self._is_stopped = True
            self._task.stop()
            self.said.emit(tr("Stopping…"))

    def leave(self) -> None:
        """The person does not want it any more."""
        self._is_wanted = False

    def give_up(self) -> None:
        """Stop where nobody is there any more to hear how it ended. If it is not the person who closes the window, the
        diary is being locked: what they answered is gone, and they are told once it is open again."""
        if self._is_wanted and self._task is None:
            self._context.tasks.note_stopped(_lost())
        if self._task is not None:
            self._task.cancel()
            self._task.stop()
            self._task = None

    def _on_copying(self, percent: int) -> None:
        if not self._is_stopped:
            self.said.emit(tr("The photos are being copied: {percent} %", percent=percent))

    def _on_copied(self, preview: Preview, copied: BackedUp) -> None:
        note_backed_up(self._context, copied)
        self._context.events.backed_up.emit()
        if self._is_stopped:
            self._end(None)
            return
        task = self._run(self._context.writer.taking_in(preview.plan.edit, preview.parsed.pictures.values()))
        task.progressed.connect(self._on_storing)
        task.done.connect(self._end)
        self.said.emit(tr("Your diary is being written…"))

    def _run(self, work: Callable[[GoesOn], object]) -> Task:
        """Begin one part; until there is an Edit nothing was put in."""
        self._task = task = self._context.tasks.run_long(work, lost=_lost(), whole=Edit)
        task.failed.connect(self._end)
        return task

    def _on_storing(self, percent: int) -> None:
        if not self._is_stopped:
            self.said.emit(tr("Your diary is being written: {percent} %", percent=percent))

    def _end(self, outcome: Edit | AdtrackerError | None) -> None:
        self._task = None
        if isinstance(outcome, Edit):
            self._is_wanted = False
            self._context.writer.took_in(outcome)
        elif self._is_stopped:
            outcome = None  # also where the copy says that it was stopped
        self.ended.emit(outcome)


def _lost() -> str:
    return tr("What was being put in was stopped: nothing of it is in the diary.")
