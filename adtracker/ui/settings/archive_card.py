"""The part of the settings about the archive: a ZIP that can be read without the program, to be saved once a year."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from adtracker.errors import AdtrackerError
from adtracker.language import tr, tr_count
from adtracker.queries.conventions import Conventions
from adtracker.storage.copies.archive_note import archive_note, note_archive
from adtracker.storage.copies.copy_folder import CopyFolder
from adtracker.ui.core.context import Context
from adtracker.ui.core.copies import is_time_for_archive, own_shelf
from adtracker.ui.core.tasks import Task
from adtracker.ui.kit.basics import Card, button, label, set_kind
from adtracker.ui.kit.messages import announce
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.kit.save_dialog import save_dialog
from adtracker.ui.words.day_words import date_words
from adtracker.ui.words.place_words import place_words

if TYPE_CHECKING:  # it brings the report along
    from adtracker.archive.making import MadeArchive


class ArchiveCard(Card):
    """Saves an archive where the person says, off the window's thread."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.heading.setText(tr("Archive"))
        self.heading.show()
        self._context = context
        self._task: Task | None = None
        self._build()

    def refresh(self) -> None:
        """Say when the last archive was made, and offer one if it is time."""
        made = archive_note(self._folder).made
        is_time = bool(self._context.read(partial(is_time_for_archive, self._context)))
        words = tr("There is no archive yet.")
        if is_time:
            words = tr("A year of your diary is full. It is time to save an archive.")
        elif made is not None:
            words = tr("Last archive: {day}", day=date_words(made))
        if self._task is None:
            self.state.setText(words)
        self.later.setVisible(is_time)
        set_kind(self.save, "primary" if is_time else "plain")

    def _build(self) -> None:
        words = tr(
            "One file that can be read without adtracker, on any computer and in many years: all days as pages, "
            "a report of each year, tables, photos. Keep it on another disk. No password protects it."
        )
        self.body.addWidget(label(words, wrap=True))
        self.state = label("", "strong", wrap=True)
        self.body.addWidget(self.state)
        self.save = button(tr("Save an archive…"))
        self.later = button(tr("Later"))
        buttons = FlowLayout()
        for made in (self.save, self.later):
            buttons.addWidget(made)
        self.body.addLayout(buttons)
        self.save.clicked.connect(self._on_save)
        self.later.clicked.connect(self._on_later)

    @property
    def _folder(self) -> CopyFolder:
        return own_shelf(self._context).folder

    def _on_save(self) -> None:
        """Ask where it goes; while one is made the button stops that."""
        if self._task is not None:
            self._task.stop()
            return
        name = tr("skin-diary-archive-{isoformat}", isoformat=self._context.today().isoformat())
        dialog = save_dialog(self, tr("Save an archive"), "ZIP", f"{name}.zip")
        dialog.fileSelected.connect(self.make)
        dialog.open()

    def make(self, name: str) -> None:
        """Make an archive in a file."""
        from adtracker.archive.making import MadeArchive, make_archive  # noqa: PLC0415 -- as above
        from adtracker.archive.years import Press  # noqa: PLC0415 -- as above

        context = self._context
        press = Press(context.texts, conventions=Conventions.of(context.preferences.value))
        today, now = context.gate.today(), context.now()
        work = partial(make_archive, context.journal, Path(name), now, today, press)
        lost = tr("Making the archive was stopped: nothing was saved.")
        self._task = context.tasks.run_long(work, lost=lost, whole=MadeArchive)
        self._task.progressed.connect(self._on_progressed)
        self._task.done.connect(self._on_made)
        self._task.failed.connect(self._on_failed)
        self._task.finished.connect(self._on_finished)
        self.save.setText(tr("Stop saving"))
        self._say(self._under_way(0))

    def _under_way(self, percent: int) -> str:
        return tr("The archive is being made: {percent} %. Please keep adtracker open until then.", percent=percent)

    def _on_progressed(self, percent: int) -> None:
        self.state.setText(self._under_way(percent))

    def _on_made(self, made: MadeArchive | None) -> None:
        if made is None:
            self._say(tr("Stopped. Nothing was saved."))
            return
        place = place_words(made.file)
        said = tr("✓ Saved as {file}. It was read back, and all of it is there.", file=place)
        if made.lacking:
            said += " " + tr_count(
                "The picture of 1 photo is nowhere any more.",
                "The pictures of {count} photos are nowhere any more.",
                made.lacking,
            )
        self._context.events.backed_up.emit()
        self.refresh()
        self._say(said)

    def _on_failed(self, error: AdtrackerError) -> None:
        self._say(self._context.texts.error(error))

    def _on_finished(self) -> None:
        self._task = None
        self.save.setText(tr("Save an archive…"))

    def _on_later(self) -> None:
        """Offer it again in a month."""
        note = replace(archive_note(self._folder), put_off=self._context.gate.today())
        if self._context.attempt(partial(note_archive, self._folder, note)):
            self._context.events.backed_up.emit()
            self.refresh()
            self.save.setFocus()

    def _say(self, words: str) -> None:
        """Say what became of it, where it stood how things are: until the page is shown anew."""
        self.state.setText(words)
        announce(self.state, words)
