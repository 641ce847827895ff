"""A question that is answered by no or yes, or not at all."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from adtracker.language import tr
from adtracker.ui.kit.basics import arrow_of, label
from adtracker.ui.kit.chips import GroupChip
from adtracker.ui.kit.room.columns import Columns

_TARGET = 44
_CHOICES = {Qt.Key.Key_Left: False, Qt.Key.Key_Up: False, Qt.Key.Key_Right: True, Qt.Key.Key_Down: True}


class YesNo(QWidget):
    """`changed` carries True, False, or None for "not recorded" again: pressing the answer that is lit takes it back.

    Tab stops here once; the arrow keys choose, Backspace and Delete take back.
    """

    changed = Signal(object)

    def __init__(self, question: str, short: str = "") -> None:
        """`short` is what stands beside the two answers, where room is scarce; a screen reader says the question."""
        super().__init__()
        self.setAccessibleName(question)
        self.question = label(short or question, "body", wrap=not short)
        self.question.setMinimumHeight(_TARGET)
        self.no, self.yes = GroupChip(tr("No")), GroupChip(tr("Yes"))
        answers = QWidget()
        row = QHBoxLayout(answers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        ends = ("right", "left") if self.isRightToLeft() else ("left", "right")
        for made, side in zip((self.no, self.yes), ends, strict=True):
            made.setAccessibleName(tr("{name}: {words}", name=question, words=made.text()))
            made.setProperty("side", side)
            made.clicked.connect(self._on_clicked)
            row.addWidget(made)
        parts = Columns(self, spacing=8)
        parts.add(self.question, 1)
        parts.add(answers)
        self.show_value(None)

    @property
    def value(self) -> bool | None:
        """What is shown."""
        return True if self.yes.isChecked() else False if self.no.isChecked() else None

    def show_value(self, value: bool | None) -> None:
        """Show an answer, telling nobody."""
        self.no.setChecked(value is False)
        self.yes.setChecked(value is True)
        stop = self.yes if value else self.no
        for made in (self.no, self.yes):
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if made is stop else Qt.FocusPolicy.ClickFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose and take back; digits belong to the first question that is still to be answered with one."""
        choice = _CHOICES.get(arrow_of(event, self))
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            event.ignore()
        elif choice is not None:
            self._choose(choice)
            (self.yes if choice else self.no).setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self._choose(None)
        else:
            event.ignore()

    def _choose(self, value: bool | None) -> None:
        self.show_value(value)
        self.changed.emit(value)

    def _on_clicked(self) -> None:
        """The one that was pressed counts: it is lit now, or was and no longer is."""
        pressed = self.sender()
        self._choose(pressed is self.yes if pressed in (self.no, self.yes) and pressed.isChecked() else None)
