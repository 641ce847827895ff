"""How a command gets at the key of a diary: by file descriptors, or by asking at a terminal; never by its own words.

What stands in the words of a command, or in the environment, other programs of the computer can read.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from adtracker.commands.context import CommandContext, Secrets, UsageError
from adtracker.errors import ProtectionError
from adtracker.resources import recovery_words
from adtracker.secrecy import forbid_core_dumps

if TYPE_CHECKING:
    from adtracker.storage.copies.copy_folder import Copy

_MOST = 4_000_000


def read_secrets(password_fd: int | None, words_fd: int | None) -> Secrets:
    """Read the descriptors to their end: of passwords the first line opens a diary, the next is a new one.

    Raises UsageError for one that is not open.
    """
    passwords = None if password_fd is None else tuple(_read(password_fd).splitlines()) or ("",)
    return Secrets(passwords, None if words_fd is None else _read(words_fd))


def key_of(desk: CommandContext, diary: Path) -> bytes:
    """The key of an encrypted diary. Raises ProtectionError, UsageError where nobody can be asked, DiaryError.

    A command that opens a diary twice asks for its password once.
    """
    from adtracker.storage.encryption.protecting import Protection  # noqa: PLC0415 -- not loaded where no diary has a password

    if diary not in desk.keys:
        protection = Protection(diary, desk.settings_folder)
        desk.keys[diary] = _found(desk, protection.check, protection.key_of)
    return desk.keys[diary]


def key_of_copies(desk: CommandContext, copies: Sequence[Copy]) -> bytes:
    """The key of encrypted copies, whose diary does not say it. Raises ProtectionError, UsageError."""
    from adtracker.storage.copies import keys  # noqa: PLC0415 -- as above

    return _found(desk, partial(keys.check_words, copies), partial(keys.key_by_password, copies))


def _found(desk: CommandContext, check: Callable[[bytes], None], by_password: Callable[[str], bytes]) -> bytes:
    forbid_core_dumps()
    if desk.secrets.words is not None:
        key = recovery_words().key(desk.secrets.words)
        check(key)
        return key
    if desk.secrets.passwords is not None:
        return by_password(desk.secrets.passwords[0])
    return by_password(_asked(desk, "protection.ask"))


def new_password(desk: CommandContext, *, after: int) -> str:
    """The new password: a line of those given, `after` so many others, or asked for twice. Raises as above."""
    if desk.secrets.passwords is not None:
        if len(desk.secrets.passwords) <= after:
            raise UsageError("protection.no_new")
        return desk.secrets.passwords[after]
    password = _asked(desk, "protection.ask_new")
    if _asked(desk, "protection.ask_again") != password:
        raise ProtectionError("protection.password_differs")
    return password


def _asked(desk: CommandContext, key: str) -> str:
    if sys.stdin is None or not sys.stdin.isatty():
        raise UsageError("protection.nobody_to_ask")
    return getpass(desk.text(key))


def _read(descriptor: int) -> str:
    try:
        with closing(os.fdopen(os.dup(descriptor), "rb")) as source:
            return source.read(_MOST).decode("utf-8", "surrogateescape")
    except (OSError, OverflowError):
        raise UsageError("protection.descriptor", number=descriptor) from None
