"""Sends a notification over the connection that Qt has to the desktop's bus.

The bus wants an unsigned number in it, which the Python side of Qt cannot send: it makes every number a signed one.
So this one message is put together with libdbus itself, the library through which Qt talks to the bus too.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

SERVICE = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
_LIBRARY = "libdbus-1.so.3"
_USUAL_TIME = -1
_Iter = ctypes.c_void_p * 16  # more than a DBusMessageIter takes
_Fill = Callable[[Any], None]


def send_notice(connection: int, program: str, title: str, actions: Sequence[str], hints: dict[str, str]) -> None:
    """Ask for a notification without any more text than its title; `actions` are keys and words in turn.

    `connection` is the address of libdbus' own connection. Raises OSError where there is no such library, or no memory.
    """
    bus = _Library()
    message = bus.call(SERVICE, PATH, "Notify")
    try:
        root = _Iter()
        bus.begin(message, ctypes.byref(root))
        bus.text(root, program)
        bus.number(root, "u", 0)  # no notification is replaced
        for words in (program, title, ""):
            bus.text(root, words)
        bus.inside(root, "a", "s", lambda inner: bus.texts(inner, actions))
        bus.inside(root, "a", "{sv}", lambda inner: bus.hints(inner, hints))
        bus.number(root, "i", _USUAL_TIME)
        bus.send(connection, message)
    finally:
        bus.let_go(message)


class _Library:
    """The few functions of libdbus that are needed."""

    def __init__(self) -> None:
        self._dbus = dbus = ctypes.CDLL(_LIBRARY)
        dbus.dbus_message_new_method_call.restype = ctypes.c_void_p
        dbus.dbus_message_new_method_call.argtypes = [ctypes.c_char_p] * 4
        dbus.dbus_message_iter_init_append.argtypes = [ctypes.c_void_p] * 2
        dbus.dbus_message_iter_append_basic.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p]
        dbus.dbus_message_iter_open_container.argtypes = [
            ctypes.c_void_p,
            ctypes.c_int,
            ctypes.c_char_p,
            ctypes.c_void_p,
        ]
        dbus.dbus_message_iter_close_container.argtypes = [ctypes.c_void_p] * 2
        dbus.dbus_connection_send.argtypes = [ctypes.c_void_p] * 3
        dbus.dbus_message_unref.argtypes = [ctypes.c_void_p]

    def call(self, service: str, path: str, method: str) -> int:
        """A message that calls a method of a service's main interface."""
        names = (service, path, service, method)
        message = self._dbus.dbus_message_new_method_call(*(name.encode() for name in names))
        _check(message)
        return int(message)

    def begin(self, message: int, root: Any) -> None:
        """Begin to put something into a message."""
        self._dbus.dbus_message_iter_init_append(message, root)

    def text(self, place: Any, text: str) -> None:
        """Put in a text."""
        self._append(place, "s", ctypes.c_char_p(text.encode()))

    def texts(self, place: Any, texts: Sequence[str]) -> None:
        """Put in several."""
        for text in texts:
            self.text(place, text)

    def number(self, place: Any, kind: str, number: int) -> None:
        """Put in a number, of the kind "i" or without a sign, "u"."""
        self._append(place, kind, ctypes.c_int32(number))

    def hints(self, place: Any, hints: dict[str, str]) -> None:
        """Put in texts under their names."""
        for name, text in hints.items():
            self.inside(place, "e", None, partial(self._hint, name, text))

    def inside(self, place: Any, kind: str, content: str | None, fill: _Fill) -> None:
        """Put in something that holds other things."""
        inner = _Iter()
        kind_of = None if content is None else content.encode()
        _check(self._dbus.dbus_message_iter_open_container(place, ord(kind), kind_of, ctypes.byref(inner)))
        fill(inner)
        _check(self._dbus.dbus_message_iter_close_container(place, ctypes.byref(inner)))

    def send(self, connection: int, message: int) -> None:
        """Have a message sent; nobody waits for the answer."""
        _check(self._dbus.dbus_connection_send(connection, message, None))

    def let_go(self, message: int) -> None:
        """Give a message up."""
        self._dbus.dbus_message_unref(message)

    def _hint(self, name: str, text: str, entry: Any) -> None:
        self.text(entry, name)
        self.inside(entry, "v", "s", lambda inner: self.text(inner, text))

    def _append(self, place: Any, kind: str, value: Any) -> None:
        _check(self._dbus.dbus_message_iter_append_basic(place, ord(kind), ctypes.byref(value)))


def _check(made: object) -> None:
    if not made:
        raise OSError("there is no memory for a message to the desktop")
