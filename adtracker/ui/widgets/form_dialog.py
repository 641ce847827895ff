"""A form in a window of its own, with Save and Cancel; what is wrong with an answer is said above them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from adtracker.ui.messages import announce
from adtracker.ui.widgets.basics import button, label, scrolled

_SHARE = 0.95  # of the window below, at most
_LEAST_LETTERS = 52  # in a line
_SCROLLBAR = 20


class FormDialog(QDialog):
    """To be shown by `open()`. `wanted` says that the person wants the form stored, `removed` that it shall be deleted.

    Whoever stores it then closes the dialog with `accept`, or says with `show_problem` why that cannot be. Esc changes
    nothing. Enter saves, but in a text of several lines it makes a line: Ctrl+Enter saves from everywhere.
    """

    wanted = Signal()
    removed = Signal()

    def __init__(self, parent: QWidget, title: str, form: QWidget, *, can_delete: bool = False) -> None:
        super().__init__(parent)
        self._form = form
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "diary")
        self.setWindowTitle(title)
        self.save = button(self.tr("Save"), "primary")
        self.cancel = button(self.tr("Cancel"))
        self.delete = button(self.tr("Delete"))
        self.save.setDefault(True)
        self.save.setToolTip(self.tr("Ctrl+Enter"))
        self._problem = label("", "caution", wrap=True)
        self._view = scrolled(form)
        self._build(title)
        self.delete.setVisible(can_delete)
        self.delete.clicked.connect(self.removed)
        self.save.clicked.connect(self.wanted)
        self.cancel.clicked.connect(self.reject)
        form.installEventFilter(self)
        self._fit()

    def _build(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(label(title, "heading", wrap=True))
        column.addWidget(self._view, 1)
        column.addWidget(self._problem)
        self._problem.hide()
        row = QHBoxLayout()
        row.addWidget(self.delete)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        column.addLayout(row)

    def show_problem(self, sentence: str, field: str = "") -> None:
        """Say why the form cannot be stored, with the keyboard on what fills `field`, as far as that can be seen."""
        self._problem.setText(sentence)
        self._problem.show()
        asked = self._form.findChild(QWidget, field) if field else None
        if asked is not None and asked.isVisible():
            asked.setFocus()
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
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """As large as the form likes to be, as far as the window below allows; never smaller than it was."""
        room = self._room()
        frame = self.sizeHint() - self._view.sizeHint()
        least = _LEAST_LETTERS * self.fontMetrics().averageCharWidth()
        width = min(max(self._form.sizeHint().width() + frame.width() + _SCROLLBAR, least), room.width())
        inside = width - frame.width()
        form = self._form
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
