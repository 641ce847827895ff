"""A window with reminders, beside a desktop that shows notifications."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtDBus import QDBusConnection

from adtracker.ui.core.preferences import Preferences
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.remind.message import PATH, SERVICE
from adtracker.ui.shell.remind.notice import Notice
from adtracker.ui.shell.remind.reminding import Reminding
from tests.ui.conftest import Clock
from tests.ui.shell.remind.desktop import OURS, THEIRS, Desktop, bus, connected

if sys.platform != "linux":  # the bus is one of Linux desktops
    pytest.skip("there is no such bus here", allow_module_level=True)


@pytest.fixture
def own_bus(qapp: object) -> Iterator[tuple[QDBusConnection, QDBusConnection]]:
    """A bus, with a connection of the program's and one of the desktop's."""
    with bus() as address, connected(address, OURS) as ours, connected(address, THEIRS) as theirs:
        yield ours, theirs


@pytest.fixture
def desktop(own_bus: tuple[QDBusConnection, QDBusConnection]) -> Iterator[Desktop]:
    """The desktop, which has a service for notifications."""
    _, theirs = own_bus
    place = QObject()
    made = Desktop(place)
    assert theirs.registerObject(PATH, place)
    assert theirs.registerService(SERVICE)
    yield made
    theirs.unregisterObject(PATH)


@pytest.fixture
def reminding(
    window: MainWindow, preferences: Preferences, now: Clock, own_bus: tuple[QDBusConnection, QDBusConnection]
) -> Reminding:
    """The reminders of the window, at 20:30; it is 20:15."""
    preferences.change(remind_at="20:30")
    made = Reminding(window, preferences, now, Notice(window, lambda: own_bus[0]))
    made.look()
    return made
