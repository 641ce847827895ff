"""Goes on from a damaged diary: has what can be read counted, and saved into a new one where the person wants it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from adtracker import paths
from adtracker.errors import AdtrackerError
from adtracker.language import tr
from adtracker.resources import Texts
from adtracker.ui.core.handed import Handed
from adtracker.ui.core.tasks import Tasks
from adtracker.ui.shell.damage.damaged_page import DamagedPage, named
from adtracker.ui.shell.damage.last_good_copy import LastGoodCopy
from adtracker.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from adtracker.storage.copies.shelf import Shelf
    from adtracker.storage.salvage.salvaging import Place, Salvage

Go = Callable[[Path, Handed], object]


class DamagedDiary(QObject):
    """One damaged file and the page about it. `go` opens the new diary, with what was given since the last start.

    `go_back` carries the last good Copy and what was given, where the person goes back to that.
    """

    go_back = Signal(object, object)

    def __init__(
        self,
        window: MainWindow,
        texts: Texts,
        file: Path,
        found: str,
        given: Handed,
        go: Go,
        key: bytes | None = None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._texts = texts
        self._file = file
        self._given = given
        self._go = go
        self._key = key
        self._tasks = Tasks()
        self.page = DamagedPage(str(file), found)
        self._copy = LastGoodCopy(self)
        self._copy.found.connect(self.page.show_copy)
        self.page.save.connect(self._on_save)
        self.page.restore.connect(self._on_restore)
        self.page.leave.connect(window.close)

    def begin(self, shelf: Shelf, now: datetime) -> None:
        """Look for the last good copy and count what can be read, off the window's thread."""
        from adtracker.storage.salvage.salvaging import survey  # noqa: PLC0415 -- hardly ever needed

        task = self._tasks.run(partial(survey, self._file, self._file.parent, self._key))
        task.done.connect(self._on_surveyed)  # where it cannot be counted, saving says why
        self._copy.begin(self._tasks, shelf, now)

    def stop(self) -> None:
        """The page is gone."""
        self._tasks.wait()
        self.deleteLater()

    def _on_restore(self) -> None:
        self.go_back.emit(self._copy.copy, self._given)

    def _on_surveyed(self, found: Salvage) -> None:
        self.page.show_survey(found)
        self.page.show_lost(self._named(found.lost), self._named(found.changed))

    def _named(self, places: Sequence[Place]) -> list[str]:
        return named(places, {kind: self._texts.say(f"records.{kind}.many") for kind in {one.kind for one in places}})

    def _on_save(self) -> None:
        names = tr("Diaries") + f" (*{paths.DIARY_SUFFIX})"
        dialog = QFileDialog(self._window, tr("Where shall the new diary live?"), str(self._file.parent), names)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # what is there is never replaced
        dialog.setDefaultSuffix(paths.DIARY_SUFFIX)
        dialog.fileSelected.connect(self._on_place)
        dialog.open()

    def _on_place(self, file: str) -> None:
        from adtracker.storage.salvage.salvaging import salvage  # noqa: PLC0415 -- hardly ever needed

        self.page.save_button.setEnabled(False)
        called = partial(_called, self._texts)
        task = self._tasks.run(partial(salvage, self._file, Path(file), called, self._key))
        task.done.connect(partial(self._on_saved, Path(file)))
        task.failed.connect(self._on_failed)

    def _on_saved(self, new: Path, done: Salvage) -> None:
        lost = len(done.lost)
        self._go(new, self._given)
        said = tr(
            "{saved} records are in {file}, which is open now; {lost} could not be read. "
            "The damaged file is as it was.",
            saved=len(done.saved),
            file=new,
            lost=lost,
        )
        if done.changed:
            said += " " + tr("{changed} of those saved may not be what you wrote.", changed=len(done.changed))
        self._window.messages.error(said if done.has_photos else f"{said} {self._texts.say('cli.salvage.no_photos')}")

    def _on_failed(self, error: AdtrackerError) -> None:
        self.page.save_button.setEnabled(True)
        self._window.messages.error(self._texts.error(error))


def _called(texts: Texts, number: int) -> str:
    return texts.say("cli.salvage.treatment", number=number)
