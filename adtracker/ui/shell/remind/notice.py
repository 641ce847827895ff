"""A notification of the desktop that says "Your diary" and nothing else; and what the person does with it."""

from __future__ import annotations

import os
import secrets
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QSystemTrayIcon

from adtracker import paths, resources
from adtracker.language import tr

if TYPE_CHECKING:
    from PySide6.QtDBus import QDBusConnection

_MILLISECONDS = 2_000  # a desktop that does not answer by then has no notifications
_TRAY_MILLISECONDS = 30_000


def session_bus() -> QDBusConnection | None:
    """The desktop's bus; None where there is none."""
    from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 -- seldom needed

    bus = QDBusConnection.sessionBus() if _has_bus() else None
    return bus if bus is not None and bus.isConnected() else None


FindBus = Callable[[], "QDBusConnection | None"]


class Notice(QObject):
    """`missing` says that this desktop has no notifications. `opened` and `put_off` are the person's answers.

    On Linux it goes over the desktop's own bus; elsewhere Qt knows how, by a symbol in the tray that is there as long.
    """

    missing = Signal()
    opened = Signal()
    put_off = Signal()

    def __init__(self, parent: QObject | None = None, find_bus: FindBus = session_bus) -> None:
        super().__init__(parent)
        self._find_bus = find_bus
        self._bus: QDBusConnection | None = None
        self._mark = ""

    def show(self) -> None:
        """Show it. Nobody waits for the desktop: `missing` comes later, if it does."""
        if sys.platform == "linux":
            self._ask_bus()
        else:
            self._show_by_tray()

    def _ask_bus(self) -> None:
        from PySide6.QtDBus import QDBusMessage  # noqa: PLC0415 -- seldom needed

        from adtracker.ui.shell.remind.message import PATH, SERVICE  # noqa: PLC0415 -- the same

        bus = self._bus = self._find_bus()
        if bus is None:
            QTimer.singleShot(0, self, self.missing.emit)
            return
        asked = QDBusMessage.createMethodCall(SERVICE, PATH, SERVICE, "GetCapabilities")
        answered, failed = _slot("_on_answered(QDBusMessage)"), _slot("_on_failed(QDBusError,QDBusMessage)")
        bus.callWithCallback(asked, self, answered, failed, timeout=_MILLISECONDS)

    @Slot("QDBusMessage")
    def _on_answered(self, _answer: object) -> None:
        """There is a service: hand it the notification, and listen for what comes of it."""
        from adtracker.ui.shell.remind.message import PATH, SERVICE, send_notice  # noqa: PLC0415 -- seldom needed

        bus = self._bus
        assert bus is not None, "it was asked"
        bus.connect(SERVICE, PATH, SERVICE, "ActionInvoked", self, _slot("_on_action(uint,QString)"))
        self._mark = secrets.token_hex(8)  # so that no other program's notification is taken for this one
        actions = (f"open-{self._mark}", tr("Open"), f"later-{self._mark}", tr("In an hour"))
        hints = {"desktop-entry": paths.APP, "category": "presence"}
        try:
            send_notice(int(bus.internalPointer()), paths.APP, tr("Your diary"), actions, hints)
        except OSError:
            self.missing.emit()

    @Slot("QDBusError", "QDBusMessage")
    def _on_failed(self, _error: object, _call: object) -> None:
        self.missing.emit()

    @Slot("uint", str)
    def _on_action(self, _number: int, key: str) -> None:
        if self._mark and key == f"open-{self._mark}":
            self.opened.emit()
        elif self._mark and key == f"later-{self._mark}":
            self.put_off.emit()

    def _show_by_tray(self) -> None:
        if not QSystemTrayIcon.isSystemTrayAvailable():
            QTimer.singleShot(0, self, self.missing.emit)
            return
        icon = QSystemTrayIcon(QIcon(str(resources.path("icons", "app.png"))), self)
        icon.messageClicked.connect(self.opened)
        icon.show()
        icon.showMessage(paths.APP, tr("Your diary"), icon.icon(), _TRAY_MILLISECONDS)
        QTimer.singleShot(_TRAY_MILLISECONDS, icon, icon.deleteLater)


def _slot(signature: str) -> Any:
    """The name of a slot as QtDBus takes it; its stubs ask for bytes, and it refuses them."""
    return SLOT(signature)


def _has_bus() -> bool:
    """Whether there is a bus to be asked; where there is none, the library would try to start one."""
    if os.environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    folder = os.environ.get("XDG_RUNTIME_DIR")
    with suppress(OSError):
        return folder is not None and (Path(folder) / "bus").exists()
    return False
