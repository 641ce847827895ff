"""The part of the settings about copies: when the last one was made, what is in them, a check, and the way back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from adtracker.errors import AdtrackerError
from adtracker.language import tr
from adtracker.storage.copies.checking import CheckedCopy, look_into
from adtracker.storage.copies.contents import Contents
from adtracker.storage.copies.copy_folder import Copy
from adtracker.storage.copies.shelf import BackedUp, Shelf
from adtracker.storage.header import looks_sealed
from adtracker.ui.core.context import Context
from adtracker.ui.core.copies import backing_up_now, note_backed_up, own_shelf, second_since
from adtracker.ui.core.tasks import Task
from adtracker.ui.kit.basics import Card, button, clear_layout, label, rule
from adtracker.ui.kit.fields.field import Field, selectable
from adtracker.ui.kit.messages import announce
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.settings.restore_dialog import RestoreDialog
from adtracker.ui.words.copy_words import backed_up_words, contents_words, drill_words, made_words
from adtracker.ui.words.day_words import date_words

_LISTED = 3
_ICON = 32
Found = Sequence[tuple[Copy, Contents | None]]


class CopiesCard(Card):
    """The copies of the open diary. All that takes long is done off the window's thread."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.heading.setText(tr("Backups"))
        self.heading.show()
        self._context = context
        self._task: Task | None = None
        self._copying: Task | None = None
        self._is_over = False
        self._found: Found = ()
        self._checked: dict[str, bool] = {}
        self._sealed: frozenset[str] = frozenset()
        self.dialog: RestoreDialog | None = None
        self._build()
        context.events.backed_up.connect(self.refresh)

    @property
    def _shelf(self) -> Shelf:
        return own_shelf(self._context)

    def refresh(self) -> None:
        """Look which copies there are."""
        self.folder.setText(str(self._shelf.folder.place))
        self._show_second()
        self._context.tasks.run(partial(_look, self._shelf)).done.connect(self._on_found)

    def _build(self) -> None:
        self.body.addLayout(self._head())
        self.folder, self.second = selectable(""), selectable("")
        self.body.addWidget(Field(tr("On this computer"), self.folder))
        self.body.addWidget(Field(tr("A second folder"), self.second))
        self.check = button(tr("Check my backups"), "primary")
        self.now = button(tr("Back up now"))
        self.choose = button(tr("Second folder…"))
        self.forget = button(tr("No second folder"))
        self.back = button(tr("Go back to a copy…"))
        buttons = FlowLayout()
        for made in (self.check, self.now, self.choose, self.forget, self.back):
            buttons.addWidget(made)
        self.body.addLayout(buttons)
        self.verdict = label("", "strong", wrap=True)
        self._panel = QFrame()
        self._panel.setProperty("kind", "hint")
        QVBoxLayout(self._panel).addWidget(self.verdict)
        self._panel.hide()
        self.body.addWidget(self._panel)
        rows = QWidget()
        self._rows = QGridLayout(rows)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setColumnStretch(1, 1)
        self.body.addWidget(rows)
        self.check.clicked.connect(self._on_check)
        self.now.clicked.connect(self._on_now)
        self.choose.clicked.connect(self._on_choose)
        self.forget.clicked.connect(self._on_forget)
        self.back.clicked.connect(partial(self._on_back, None))
        self._context.theme.changed.connect(self._restyle)

    def _head(self) -> QHBoxLayout:
        self._mark, self.state, self.about = label(), label("", "answer", wrap=True), label("", "soft", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.state)
        words.addWidget(self.about)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._mark)
        head.addLayout(words, 1)
        self._restyle()
        return head

    def _restyle(self) -> None:
        theme = self._context.theme
        self._mark.setPixmap(theme.icon("check", "good", _ICON).pixmap(QSize(theme.px(_ICON), theme.px(_ICON))))

    def _on_found(self, looked: tuple[Found, frozenset[str]]) -> None:
        found, self._sealed = looked
        self._show(found)

    def _show(self, found: Found) -> None:
        self._found = found
        now = self._context.now()
        last = next((copy.name.made for copy, _ in found), None)
        self.state.setText(backed_up_words(last, now))
        self._mark.setVisible(bool(found))
        self.about.setText(self._about(found))
        self.back.setEnabled(bool(found))
        self.check.setEnabled(bool(found) and self._copying is None)
        clear_layout(self._rows)
        for row, (copy, held) in enumerate(found[:_LISTED]):
            self._add_row(2 * row, copy, held)
        if len(found) > _LISTED:
            kept = label(tr("{count} copies are kept.", count=len(found)), "small")
            self._rows.addWidget(kept, 2 * _LISTED, 0, 1, 4)

    def _add_row(self, row: int, copy: Copy, held: Contents | None) -> None:
        made = made_words(copy.name.made, self._context.now())
        is_good = self._checked.get(copy.name.text)
        if copy.name.text in self._sealed:
            words, fate = tr("has a password that this diary does not have"), ""
        else:
            words = tr("damaged") if held is None else contents_words(held.days, held.last)
            fate = "" if is_good is None else tr("checked") if is_good else tr("not good")
        kind = "good" if is_good else "caution"
        for place, (text, look) in enumerate(((made, "body"), (words, "soft"), (fate, kind))):
            self._rows.addWidget(label(text, look, wrap=place == 1), row, place)
        if held is not None:
            name = tr("Look inside the copy, {made}", made=made)
            inside = button(tr("Look inside"), "link", name=name)
            inside.clicked.connect(partial(self._on_back, copy))
            self._rows.addWidget(inside, row, 3)
        self._rows.addWidget(rule(), row + 1, 0, 1, 4)

    def _about(self, found: Found) -> str:
        """What is in the last copy."""
        held = found[0][1] if found else None
        if held is None:
            return ""
        return tr(
            "{contents}. The copy was opened and checked when it was made.",
            contents=contents_words(held.days, held.last),
        )

    def _show_second(self) -> None:
        settings = self._context.preferences.value
        last = second_since(settings)
        self.forget.setVisible(bool(settings.second_folder))
        if not settings.second_folder:
            self.second.setText(
                tr("None. A folder on a stick, or one that is synced, keeps your diary if this disk dies.")
            )
        elif last is None:
            self.second.setText(settings.second_folder)
        else:
            self.second.setText(tr("{folder}, last copy on {day}", folder=settings.second_folder, day=date_words(last)))

    def _on_check(self) -> None:
        if self._task is not None:
            self._is_over = True
            self._task.cancel()
            return
        self._is_over = False
        self._begin(self._context.tasks.run(partial(self._shelf.drill, None, lambda: self._is_over)))
        assert self._task is not None, "it has begun"
        self.check.setText(tr("Stop checking"))
        self._task.done.connect(self._on_checked)

    def _on_checked(self, checked: Sequence[CheckedCopy]) -> None:
        self._checked = {one.copy.name.text: one.is_good for one in checked}
        good = [(one.contents.days, one.contents.last) for one in checked if one.is_good and one.contents is not None]
        self._say(drill_words(good, len(checked)))
        self._show(self._found)

    def _on_now(self) -> None:
        """Make a copy; while one is made the button stops that."""
        if self._copying is not None:
            self._copying.stop()
        else:
            self._back_up()

    def _back_up(self) -> None:
        self._copying = self._context.tasks.run_long(backing_up_now(self._context))
        self._begin(self._copying)
        self._copying.progressed.connect(self._on_progressed)
        self._copying.done.connect(self._on_backed_up)
        self.check.setEnabled(False)

    def _on_progressed(self, percent: int) -> None:
        """It takes a while, so it can be stopped."""
        self.now.setText(tr("Stop backing up"))
        self.now.setEnabled(True)
        self.verdict.setText(tr("The photos are being copied: {percent} %", percent=percent))

    def _on_backed_up(self, done: BackedUp) -> None:
        note_backed_up(self._context, done)
        if done.made is not None:
            held = done.made.contents
            self._say(
                tr("A copy was made, opened and checked: {contents}.", contents=contents_words(held.days, held.last))
            )
        if done.why_not is not None:
            self._say(f"{self.verdict.text()} {self._context.texts.error(done.why_not)}")
        self._context.events.backed_up.emit()

    def _begin(self, task: Task) -> None:
        self._task = task
        self.now.setEnabled(False)
        self._say(tr("One moment…"))
        task.failed.connect(self._on_failed)
        task.finished.connect(self._on_finished)

    def _on_failed(self, error: AdtrackerError) -> None:
        self._say(self._context.texts.error(error))

    def _on_finished(self) -> None:
        self._task = self._copying = None
        self.now.setText(tr("Back up now"))
        self.check.setEnabled(bool(self._found))
        self.now.setEnabled(True)
        self.check.setText(tr("Check my backups"))
        if self._is_over:
            self._panel.hide()

    def _say(self, words: str) -> None:
        self.verdict.setText(words)
        self._panel.show()
        announce(self.verdict, words)

    def _on_choose(self) -> None:
        dialog = QFileDialog(self, tr("Second folder for copies"), self._context.preferences.value.second_folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.take_second)
        dialog.open()

    def take_second(self, folder: str) -> None:
        """Have copies in this folder too, from now on; the first one is brought at once."""
        self._context.preferences.change(second_folder=str(Path(folder)), second_copied="")
        self._show_second()
        if self._copying is None:
            self._back_up()

    def _on_forget(self) -> None:
        """The copies that are there stay."""
        self._context.preferences.change(second_folder="", second_copied="")
        self._show_second()

    def _on_back(self, copy: Copy | None) -> None:
        """Show what is in the copies, beginning with one."""
        self.dialog = RestoreDialog(self, self._context, self._found, copy)
        self.dialog.wanted.connect(self._context.events.restore_copy)
        self.dialog.open()


def _look(shelf: Shelf) -> tuple[Found, frozenset[str]]:
    """The copies with what is in them, and the names of those that the diary's key does not open."""
    found = [(copy, look_into(copy)) for copy in shelf.copies()]
    return found, frozenset(copy.name.text for copy, held in found if held is None and looks_sealed(copy.file))
