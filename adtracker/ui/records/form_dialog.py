"""A form in a window of its own, with Save and Cancel; what is wrong with an answer is said below the fields."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from adtracker.language import tr
from adtracker.ui.kit.basics import button, keep_end_free, label, leave_room, scrolled
from adtracker.ui.kit.fields.field import Field
from adtracker.ui.kit.fields.form_body import FormBody
from adtracker.ui.kit.fields.typed_value import TypedValue, hold_refused
from adtracker.ui.kit.heard.telling import describe, describe_as_before
from adtracker.ui.kit.messages import announce
from adtracker.ui.kit.unfinished_line import UnfinishedLine
from adtracker.ui.records.drafted_dialog import DraftedDialog

_SHARE = 0.95  # of the window below, at most
_LEAST_LETTERS = 52  # in a line
_SCROLLBAR = 20
_GUTTER = 8  # between the fields and the scroll bar

# What is wrong with a form: a sentence, and the field that it is about; None if it can be stored.
Fault = tuple[str, str] | None


class FormDialog(DraftedDialog):
    """To be shown by `open()`. `wanted` says that the person wants the form stored, `removed` that it shall be deleted.

    Whoever stores it then closes the dialog with `accept`, or says with `show_problem` why that cannot be; `check` is
    asked again with every key until nothing is wrong any more. While a field has refused what was typed, nothing is
    wanted: the value before would be stored in its place. Enter saves, but in a text of several lines it makes a
    line: Ctrl+Enter saves from everywhere. Esc leaves the form for later, Cancel gives it up (`is_given_up`); `afresh`
    says that what was left the last time shall go.
    """

    wanted = Signal()
    removed = Signal()

    def __init__(
        self,
        parent: QWidget,
        title: str,
        form: FormBody,
        *,
        can_delete: bool = False,
        explanation: str = "",
        check: Callable[[], Fault] | None = None,
    ) -> None:
        super().__init__(parent)
        self.form = form
        self.check = check
        self._at_fault = ""
        self._described: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "diary")
        self.setWindowTitle(title)
        self._make_parts(can_delete=can_delete)
        self._build(title, explanation)
        self._connect()
        self._fit()

    def _make_parts(self, *, can_delete: bool) -> None:
        self.save = button(tr("Save"), "primary")
        self.cancel = button(tr("Cancel"))
        self.delete = button(tr("Delete"))
        self.save.setDefault(True)
        self.save.setToolTip(tr("Ctrl+Enter"))
        self.delete.setVisible(can_delete)
        self.unfinished = UnfinishedLine()
        self.unfinished.hide()
        self._problem = label("", "caution", wrap=True)
        self._problem.hide()
        self._view = scrolled(self.form)
        rows = self.form.layout()
        assert rows is not None, "a form lays out its fields"
        keep_end_free(rows, _GUTTER)

    def _build(self, title: str, explanation: str) -> None:
        column = QVBoxLayout(self)
        leave_room(column, 24, 20, 24 - _GUTTER, 20)
        column.setSpacing(14)
        column.addWidget(label(title, "heading", wrap=True))
        column.addWidget(self._view, 1)
        if explanation:
            column.addWidget(label(explanation, "small", wrap=True))
        column.addWidget(self._problem)
        column.insertWidget(1, self.unfinished)  # above the fields, but after them for Tab
        row = self._buttons = QHBoxLayout()
        row.addWidget(self.delete)
        row.addStretch(1)
        pair = QHBoxLayout()  # it stays one where the row has no room
        pair.addWidget(self.cancel)
        pair.addWidget(self.save)
        row.addLayout(pair)
        column.addLayout(row)

    def _connect(self) -> None:
        self.delete.clicked.connect(self.removed)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self._on_cancel)
        self.unfinished.afresh.connect(self._on_afresh)
        self.form.touched.connect(self._on_touched)
        self.form.installEventFilter(self)
        self.form.listen()
        for field in self.form.findChildren(TypedValue):
            if not isinstance(field.parentWidget(), Field):  # it has no room for a sentence of its own
                field.refused.connect(self._on_refused)

    def show_unfinished(self, sentence: str) -> None:
        """Say that the form is filled in as it was left, with a way to begin afresh."""
        super().show_unfinished(sentence)
        self._fit()

    def show_problem(self, sentence: str, field: str = "") -> None:
        """Say why the form cannot be stored, with the keyboard on what fills `field`, as far as that can be seen."""
        self._problem.setText(sentence)
        self._problem.show()
        self._fit()
        self._at_fault = field
        asked = self.form.findChild(QWidget, field) if field else None
        if asked is not None and asked.isVisible():
            asked.setFocus()
        self._describe(asked, sentence)
        announce(self, sentence)

    @property
    def problem(self) -> str:
        """What it says is wrong, empty if nothing."""
        return "" if self._problem.isHidden() else self._problem.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save with Ctrl+Enter, whatever has the keyboard; it took over what was typed before the key came here."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.save.click()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with the form: one answer can bring up more questions."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        elif event.type() is QEvent.Type.Resize:
            self._align()
        return super().eventFilter(watched, event)

    def _on_touched(self) -> None:
        """A fault goes once its field is right; what is no fault of a field stays until the next try."""
        if not self._at_fault:
            return
        fault = self.check() if self.check is not None else None
        if fault is None or fault[1] != self._at_fault:
            self._at_fault = ""
            self._problem.hide()
            self._describe(None)
        else:
            self._problem.setText(fault[0])

    def _describe(self, asked: QWidget | None, sentence: str = "") -> None:
        """Have the fault heard with what fills the field, each time the keyboard comes there, until it is right."""
        if self._described is not None and isValid(self._described):
            describe_as_before(self._described)
        self._described = asked
        if asked is not None:
            describe(asked, sentence)

    def _on_save(self) -> None:
        if not hold_refused(self.form):
            self.wanted.emit()

    def _on_refused(self, sentence: str) -> None:
        self._at_fault = ""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._fit()

    def _on_cancel(self) -> None:
        self.is_given_up = True
        self.reject()

    def _on_afresh(self) -> None:
        self.afresh.emit()
        self.unfinished.hide()
        self.form.take_focus()

    def _align(self) -> None:
        """Have all rows end where the fields end, whether there is a scroll bar beside them or not."""
        side = self._view.width() - self.form.width() + _GUTTER
        keep_end_free(self._buttons, side)
        keep_end_free(self.unfinished, side)

    def _fit(self) -> None:
        """As large as the form likes to be, as far as the window below allows; never smaller than it was."""
        room = self._room()
        frame = self.sizeHint() - self._view.sizeHint()
        least = _LEAST_LETTERS * self.fontMetrics().averageCharWidth()
        width = min(max(self.form.sizeHint().width() + frame.width() + _SCROLLBAR, least), room.width())
        inside = width - frame.width()
        form = self.form
        height = form.heightForWidth(inside) if form.hasHeightForWidth() else form.sizeHint().height()
        wanted = QSize(width, min(height + frame.height(), room.height()))
        self.resize(wanted.expandedTo(self.size()) if self.isVisible() else wanted)

    def _room(self) -> QSize:
        """What the program's window allows, also where another dialog is between."""
        below = self.parentWidget()
        if below is None:
            return self.maximumSize()
        while (parent := below.window().parentWidget()) is not None:
            below = parent
        return below.window().size() * _SHARE
