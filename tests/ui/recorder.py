"""A person who adds, changes and looks at records in windows of their own."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from adtracker.ui.records.form_dialog import FormDialog
from adtracker.ui.records.record_dialogs import RecordDialogs
from adtracker.ui.records.record_list import RecordList
from tests.ui.person import Person

D = TypeVar("D", bound=QDialog)
L = TypeVar("L", bound=RecordList)
W = TypeVar("W", bound=QWidget)


def in_front(dialog: D | None) -> D:
    """A window that was just opened, when it has come to the front."""
    assert dialog is not None
    QApplication.processEvents()
    dialog.activateWindow()
    assert QTest.qWaitForWindowActive(dialog)
    QApplication.processEvents()
    return dialog


class Recorder(Person, Generic[L]):
    """`L` is the list of all the records."""

    @property
    def dialogs(self) -> RecordDialogs[L, Any]:
        """The windows for them."""
        raise NotImplementedError

    @property
    def form(self) -> FormDialog:
        """The form that is open."""
        return in_front(self.dialogs.form)

    @property
    def list(self) -> L:
        """The list of all of them."""
        return in_front(self.dialogs.list)

    def asked(self, kind: type[W]) -> W:
        """What the form asks."""
        found = self.form.findChild(kind)
        assert isinstance(found, kind)
        return found

    def write(self, field: QWidget, text: str) -> None:
        """Type into a field."""
        self.reach(field)
        QTest.keyClicks(field, text)

    def reach(self, widget: QWidget) -> None:
        """Go to something, and scroll to it, as Tab does."""
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()

    def back(self) -> None:
        """Go on in the window after a dialog went; a desktop does that by itself."""
        self._window.activateWindow()
        self._qtbot.waitUntil(self._window.isActiveWindow)
        QApplication.processEvents()
