"""A form in a window of its own, with Save and Cancel; what is wrong with an answer is said above them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from adtracker.ui.messages import announce
from adtracker.ui.widgets.basics import button, label, scrolled

_SHARE = 0.95  # of the window below, at most
_LEAST_WIDTH = 460
_SCROLLBAR = 20


class FormDialog(QDialog):
    """To be shown by `open()`. `wanted` says that the person wants the form stored, `removed` that it shall be deleted.

    Whoever stores it then closes the dialog with `accept`, or says with `show_problem` why that cannot be. Esc changes
    nothing.
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

    def show_problem(self, sentence: str) -> None:
        """Say why the form cannot be stored."""
        self._problem.setText(sentence)
        self._problem.show()
        announce(self, sentence)

    @property
    def problem(self) -> str:
        """What it says is wrong, empty if nothing."""
        return "" if self._problem.isHidden() else self._problem.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Grow with the form: one answer can bring up more questions."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """As large as the form likes to be, as far as the window below allows; never smaller than it was."""
        parent = self.parentWidget()
        room = parent.window().size() * _SHARE if parent is not None else self.maximumSize()
        frame = self.sizeHint() - self._view.sizeHint()
        width = min(max(self._form.sizeHint().width() + frame.width() + _SCROLLBAR, _LEAST_WIDTH), room.width())
        inside = width - frame.width()
        form = self._form
        height = form.heightForWidth(inside) if form.hasHeightForWidth() else form.sizeHint().height()
        wanted = QSize(width, min(height + frame.height(), room.height()))
        self.resize(wanted.expandedTo(self.size()) if self.isVisible() else wanted)
