"""A desktop's notification service on a bus of its own: a real daemon, to which both sides have a connection."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import ClassInfo, QObject, Signal, Slot
from PySide6.QtDBus import QDBusAbstractAdaptor, QDBusConnection

from adtracker.ui.shell.remind.message import SERVICE

OURS, THEIRS = "the program", "the desktop"


@dataclass(frozen=True)
class Arrived:
    """One notification, as it came over the bus."""

    program: str
    replaced: int
    icon: str
    title: str
    text: str
    actions: list[str]
    hints: dict[str, str]
    milliseconds: int


@ClassInfo({"D-Bus Interface": SERVICE})  # type: ignore[call-arg]
class Desktop(QDBusAbstractAdaptor):  # type: ignore[operator]
    """Does what the specification of desktop notifications says, and notes what it is asked for.

    Qt calls its slots only where the types that came over the bus are the ones written here.
    """

    ActionInvoked = Signal("uint", str)  # type: ignore[arg-type]

    def __init__(self, at: QObject) -> None:
        super().__init__(at)
        self.arrived: list[Arrived] = []

    @Slot(result="QStringList")
    def GetCapabilities(self) -> list[str]:
        """What it can show."""
        return ["actions", "body"]

    @Slot(str, "uint", str, str, str, "QStringList", "QVariantMap", int, result="uint")
    def Notify(self, *asked: Any) -> int:
        """Show a notification; its number."""
        self.arrived.append(Arrived(*asked))
        return len(self.arrived)

    def press(self, words: str) -> None:
        """Press one of the buttons of the newest notification."""
        actions = self.arrived[-1].actions
        self.ActionInvoked.emit(len(self.arrived), actions[actions.index(words) - 1])


@contextmanager
def bus() -> Iterator[str]:
    """A bus of its own; its address."""
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        try:
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()


@contextmanager
def connected(address: str, name: str) -> Iterator[QDBusConnection]:
    """A connection to it."""
    made = QDBusConnection.connectToBus(address, name)
    assert made.isConnected()
    yield made
    QDBusConnection.disconnectFromBus(name)
