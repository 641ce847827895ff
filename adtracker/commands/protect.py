"""`adtracker protect`, `unprotect` and `password`: a diary gets a password, loses it, or gets another one."""

from __future__ import annotations

import os
from pathlib import Path

from adtracker.commands.access import key_of, new_password
from adtracker.commands.context import FINE, CommandContext
from adtracker.errors import ExchangeError, ProtectionError
from adtracker.files import open_private
from adtracker.protection.labels import new_key
from adtracker.protection.passwords import check_password
from adtracker.resources import recovery_words
from adtracker.secrecy import forbid_core_dumps
from adtracker.storage.protecting import Protection, measured_cost

_IN_A_ROW = 4


def protect(desk: CommandContext, *, words: Path | None) -> int:
    """Encrypt the diary with a new key; its 24 words are written to a new file, or printed. Raises AdtrackerError.

    The words come first: nobody ever has an encrypted diary without them.
    """
    protection = _protection(desk, wanted=False)
    forbid_core_dumps()
    password = new_password(desk, after=0)
    check_password(password)
    key = new_key()
    if words is None:
        desk.show(_sheet(key))
    else:
        _write_new(words, _sheet(key) + "\n")
    protection.switch_on(key, password, measured_cost())
    desk.say("protection.is_on_now", file=desk.diary)
    if words is not None:
        desk.say("protection.words_in", file=words)
    return FINE


def unprotect(desk: CommandContext) -> int:
    """Take the password off the diary. Raises AdtrackerError."""
    protection = _protection(desk, wanted=True)
    protection.switch_off(key_of(desk, desk.diary))
    desk.say("protection.is_off_now", file=desk.diary)
    return FINE


def password(desk: CommandContext) -> int:
    """Give the diary a new password in place of the one before. Raises AdtrackerError."""
    protection = _protection(desk, wanted=True)
    key = key_of(desk, desk.diary)
    # Where words open the diary, the first password given is the new one.
    after = 0 if desk.secrets.words is not None else 1
    protection.change_password(key, new_password(desk, after=after), measured_cost())
    desk.say("protection.changed", file=desk.diary)
    return FINE


def _protection(desk: CommandContext, *, wanted: bool) -> Protection:
    protection = Protection(desk.diary, desk.settings_folder)
    if protection.is_on != wanted:
        raise ProtectionError("protection.is_off" if wanted else "protection.is_on", file=desk.diary)
    return protection


def _sheet(key: bytes) -> str:
    """The words, numbered, some in a row."""
    numbered = [f"{number:2}. {word:8}" for number, word in enumerate(recovery_words().words(key), 1)]
    rows = (numbered[at : at + _IN_A_ROW] for at in range(0, len(numbered), _IN_A_ROW))
    return "\n".join("  ".join(row).rstrip() for row in rows)


def _write_new(file: Path, text: str) -> None:
    """Write a file that its owner alone can read, never over another one."""
    try:
        with open(file, "x", encoding="utf-8", opener=open_private) as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        raise ExchangeError("exchange.cannot_write", file=file, reason=error.strerror or error) from None
