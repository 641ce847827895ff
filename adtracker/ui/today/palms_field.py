"""A number of palms, typed or stepped with two large buttons."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from adtracker.domain.common.problem import Problem, check_number
from adtracker.domain.common.typed_number import number_meant, number_problem
from adtracker.domain.records.day import MOST_PALMS
from adtracker.language import tr
from adtracker.ui.kit.basics import button, label

STEP = 0.5
PAUSE_MILLISECONDS = 800


class PalmsField(QWidget):
    """`stepped` and `typed` carry 0 to 100 palms, or None when the field was emptied; `refused` carries a Problem.

    What was typed counts after a pause, on Enter, and when the field is left.
    """

    stepped = Signal(object)
    typed = Signal(object)
    refused = Signal(Problem)

    def __init__(self) -> None:
        super().__init__()
        self._palms: float | None = None
        self._is_typing = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._build()
        self._pause.timeout.connect(self.flush)
        self.field.textEdited.connect(self._on_typed)
        self.field.editingFinished.connect(self.flush)
        self.less.clicked.connect(self._on_less)
        self.more.clicked.connect(self._on_more)

    def _build(self) -> None:
        self.less = button("\u2212", "step", name=tr("Half a palm less"))
        self.more = button("+", "step", name=tr("Half a palm more"))
        self.field = QLineEdit()
        self.field.setProperty("kind", "figure")
        self.field.setMaxLength(40)
        self.field.setAccessibleName(tr("How many of your palms, 0 to 100"))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.less)
        row.addWidget(self.field)
        row.addWidget(self.more)
        row.addWidget(label(tr("palms"), "soft"))
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(12)
        column.addWidget(
            label(tr("How many of your own palms, with the fingers, would cover all affected skin?"), wrap=True)
        )
        column.addLayout(row)
        column.addWidget(label(tr("One palm is about 1 % of your skin. Halves are fine."), "soft", wrap=True))
        column.addStretch(1)

    def show_palms(self, palms: float | None, *, fresh: bool) -> None:
        """Show a number. What is being typed, or was refused, stays unless the number is `fresh` (of another day)."""
        if palms == self._palms and not fresh:
            return
        self._settle()
        self._palms = palms
        self.field.setText("" if palms is None else QLocale().toString(palms, "g", 6))

    def flush(self) -> None:
        """Take over what was typed, if anything was."""
        if not self._is_typing:
            return
        self._settle()
        text = self.field.text().strip()
        palms = number_meant(text, 0, MOST_PALMS)
        if text and palms is None:
            self.refused.emit(number_problem("palms", text))
        else:
            self._take(palms if text else None)

    def _settle(self) -> None:
        self._pause.stop()
        self._is_typing = False

    def _on_typed(self) -> None:
        self._pause.start()
        self._is_typing = True

    def _on_less(self) -> None:
        self._step(-STEP)

    def _on_more(self) -> None:
        self._step(STEP)

    def _step(self, step: float) -> None:
        self.flush()
        palms = min(max((self._palms or 0.0) + step, 0.0), MOST_PALMS)
        self.show_palms(palms, fresh=True)
        self.stepped.emit(palms)

    def _take(self, palms: float | None) -> None:
        problems = check_number("palms", palms, 0, MOST_PALMS)
        if problems:
            self.refused.emit(problems[0])
        elif palms != self._palms:
            self._palms = palms
            self.typed.emit(palms)
