"""Lines from a phone: pasted on the left, as they are read on the right; the importer's preview comes after it."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.domain.common.problem import Problem
from adtracker.domain.common.progress import GoesOn
from adtracker.domain.intake.lines.line_proposal import Fate, LineProposal
from adtracker.errors import AdtrackerError
from adtracker.language import tr, tr_count
from adtracker.ui.core.context import Context
from adtracker.ui.core.tasks import Task
from adtracker.ui.kit.basics import Card, button, label, scrolled
from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.kit.room.page_head import beside
from adtracker.ui.kit.unfinished_line import UnfinishedLine
from adtracker.ui.records.drafted_dialog import DraftedDialog
from adtracker.ui.records.form_draft import FormDraft
from adtracker.ui.settings.bring_in.dialog import BringInDialog
from adtracker.ui.settings.bring_in.own_words import OwnWords
from adtracker.ui.settings.bring_in.pasted import Pasted
from adtracker.ui.settings.bring_in.readers import read_pasted
from adtracker.ui.settings.lines.form import LinesForm
from adtracker.ui.settings.lines.help_dialog import LinesHelpDialog
from adtracker.ui.settings.lines.line_table import LineTable

_RIM = 24  # of the window that stays in sight
_PAUSE = 200  # milliseconds after the last letter
_READ_WIDTH, _FIELD_HEIGHT, _TABLE_HEIGHT = 800, 130, 300
_FORM = "lines"
_Lines = tuple[LineProposal, ...]


class LinesDialog(DraftedDialog):
    """To be shown by `open()`. It stores nothing: what was read goes to the preview, which closes it in the end.

    What was pasted is kept until then, however it is left: it may be nowhere else any more.
    """

    form: LinesForm

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "diary")
        self.setWindowTitle(tr("Lines from my phone"))
        self._context = context
        self._task: Task | None = None
        self.lines: _Lines = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._build()
        self._connect()
        self._show_lines(())
        context.drafts.add(FormDraft(context, self, (_FORM, None)), self)
        size = parent.window().size()
        self.resize(size.width() - _RIM, size.height() - _RIM)
        self.field.setFocus()

    def _build(self) -> None:
        self.cancel, self.go = button(tr("Cancel")), button(tr("Look at these lines"), "primary")
        self.help = button(tr("Five lines that work, and a square for your phone"), "link")
        self.form = LinesForm(self._context.today)
        self.field = self.form.field
        self.unfinished = UnfinishedLine()
        self.unfinished.hide()
        self.problem = label("", "caution", wrap=True)
        self.problem.hide()
        cards = QWidget()
        columns = Columns(cards)
        columns.add(self._paste_card())
        read = self._read_card()
        columns.add(read, 1)
        columns.want(read, self._context.theme.px(_READ_WIDTH))  # or what it was read as would be cut off
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(label(self.windowTitle(), "title", wrap=True))
        layout.addWidget(self._head())
        layout.addWidget(scrolled(cards), 1)
        layout.insertWidget(2, self.unfinished)  # above the fields, but after them for Tab
        layout.addWidget(self._foot())

    def _head(self) -> QWidget:
        words = tr("Write to yourself in any messenger, then paste it here. Nothing is stored yet.")
        return beside(label(words, "soft", wrap=True), self.cancel)

    def _paste_card(self) -> Card:
        card = Card(tr("Paste or write here"))
        self.form.setMinimumHeight(_FIELD_HEIGHT)
        card.body.addWidget(self.form, 1)
        card.body.addWidget(self.problem)
        words = tr("A day, then itch and sleep, or just two numbers. A copied chat is read by its own dates.")
        card.body.addWidget(label(words, "soft", wrap=True))
        card.body.addWidget(self.help, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _read_card(self) -> Card:
        card = Card(tr("As it is read"))
        self.counts = label("", "soft", wrap=True)
        card.body.addWidget(self.counts)
        context = self._context
        self.table = LineTable(context.theme, context.texts, context.today(), OwnWords.of(context.journal))
        self.table.setMinimumHeight(_TABLE_HEIGHT)
        card.body.addWidget(self.table, 1)
        return card

    def _foot(self) -> QWidget:
        words = tr("Next you choose what is not clear, and see what would stand in your diary.")
        return beside(label(words, "soft", wrap=True), self.go)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._on_go)
        self.help.clicked.connect(self._on_help)
        self.field.textChanged.connect(self._timer.start)
        self.field.refused.connect(self._on_refused)
        self.unfinished.afresh.connect(self._on_afresh)
        self.form.listen()
        self.field.unreadable.connect(self._on_failed)
        self._timer.timeout.connect(self.read_now)

    def read_now(self) -> None:
        """Have the text read off the window's thread, in place of one that was under way."""
        self._stop()
        self._task = self._context.tasks.run_long(partial(self._lines_of, self.field.text(), self.form.written))
        self._task.done.connect(self._show_lines)
        self._task.failed.connect(self._on_failed)

    def _lines_of(self, text: str, written: date | None, _goes_on: GoesOn) -> _Lines:
        return tuple(read_pasted(self._context, text, written=written))

    def _show_lines(self, lines: object) -> None:
        assert isinstance(lines, tuple), "lines are read"
        self.lines = lines
        self.table.lines.show_rows(lines)
        told = [one for one in lines if one.fate is not Fate.HEADING]
        clear = sum(one.fate is Fate.CLEAR for one in told)
        left = sum(one.fate is Fate.NOT_READ for one in told)
        said = tr_count(
            "{count} line. Clear: {clear}. To look at: {open}. Not read: {left}.",
            "{count} lines. Clear: {clear}. To look at: {open}. Not read: {left}.",
            len(told),
            clear=clear,
            open=len(told) - clear - left,
            left=left,
        )
        self.counts.setText(said if told else tr("What you paste is shown here, line by line. None is dropped."))
        self.go.setEnabled(len(told) > left)

    def _on_afresh(self) -> None:
        self.unfinished.hide()
        self.afresh.emit()
        self.field.setFocus()

    def _on_refused(self, problem: Problem) -> None:
        self._say(self._context.texts.problem(problem))

    def _on_failed(self, error: AdtrackerError) -> None:
        self._say(self._context.texts.error(error))

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def _on_help(self) -> None:
        LinesHelpDialog(self, self._context).open()

    def _on_go(self) -> None:
        """Show what would become of the diary; this stays open behind until it is put in."""
        self._say("")
        self._context.gate.look()
        pasted = Pasted(self._context, self.field.text(), written=self.form.written)
        dialog = BringInDialog(self, self._context, pasted.file, bringing=pasted)
        dialog.accepted.connect(self.accept)
        dialog.open()

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task.stop()

    def done(self, result: int) -> None:
        """Stop what is under way."""
        self._timer.stop()
        self._stop()
        super().done(result)
