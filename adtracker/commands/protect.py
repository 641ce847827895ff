"""`adtracker protect`, `unprotect` and `password`: a diary gets a password, loses it, or gets another one."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from adtracker.commands.access import key_of, new_password
from adtracker.commands.context import FAILED, FINE, CommandContext, UsageError
from adtracker.commands.copies import shelf_of
from adtracker.errors import ExchangeError, ProtectionError
from adtracker.files import open_private
from adtracker.protection.labels import new_key
from adtracker.protection.passwords import check_password
from adtracker.resources import recovery_words
from adtracker.secrecy import forbid_core_dumps
from adtracker.storage.encryption.protecting import Protection, measured_cost

_IN_A_ROW = 4
_REMOVE = "remove"


def protect(desk: CommandContext, *, words: Path | None, files: str | None) -> int:
    """Encrypt the diary with a new key; its 24 words are written to a new file, or printed. Raises AdtrackerError.

    The words come first: nobody ever has an encrypted diary without them. Copies from before are named, or become what
    `files` says: also of a diary that has its password already.
    """
    protection = Protection(desk.diary, desk.settings_folder)
    if files is not None and protection.is_on:
        return _treat(desk, protection, key_of(desk, desk.diary), files)
    _refuse(desk, protection, is_on=False)
    password = new_password(desk, after=0)
    check_password(password)
    key = _new_key_on_paper(desk, words)
    protection.switch_on(key, password, measured_cost())
    desk.say("protection.is_on_now", file=desk.diary)
    _tell_words(desk, words)
    desk.say("protection.replaced", file=desk.diary)
    return _treat(desk, protection, key, files)


def unprotect(desk: CommandContext) -> int:
    """Take the password off the diary. Raises AdtrackerError."""
    protection = _protection(desk)
    protection.switch_off(key_of(desk, desk.diary))
    desk.say("protection.is_off_now", file=desk.diary)
    return FINE


def password(desk: CommandContext, *, is_with_key: bool, words: Path | None) -> int:
    """Give the diary a new password in place of the one before, and on request a new key. Raises AdtrackerError."""
    if words is not None and not is_with_key:
        raise UsageError("usage.words_alone")
    protection, shelf = _protection(desk), shelf_of(desk, None)
    key = key_of(desk, desk.diary)
    # Where words open the diary, the first password given is the new one.
    chosen = new_password(desk, after=0 if desk.secrets.words is not None else 1)
    if not is_with_key:
        left = protection.change_password(key, chosen, measured_cost(), shelf)
        desk.say("protection.changed", file=desk.diary)
    else:
        check_password(chosen)
        new = _new_key_on_paper(desk, words)
        left = protection.change_key(key, new, chosen, measured_cost(), shelf)
        desk.say("protection.rekeyed", file=desk.diary)
        _tell_words(desk, words)
    _name(desk, "protection.kept", left)
    return FINE


def _treat(desk: CommandContext, protection: Protection, key: bytes, files: str | None) -> int:
    """Name what everybody can still read, or do with it what was asked for."""
    from adtracker.storage.copies.rekeying import plain_files, remove  # noqa: PLC0415 -- not loaded for --help

    found = plain_files(desk.diary, shelf_of(desk, None))
    if files is None:
        _name(desk, "protection.plain", found)
        return FINE
    left = remove(found) if files == _REMOVE else protection.encrypt_files(found, key)
    desk.say(f"protection.files_{files}", count=len(found) - len(left))
    _name(desk, "protection.files_left", left)
    return FAILED if left else FINE


def _name(desk: CommandContext, key: str, files: Sequence[Path]) -> None:
    """Say something of files, if there are any, and name each."""
    if files:
        desk.say(key)
        for file in files:
            desk.show(f"  {file}")


def _new_key_on_paper(desk: CommandContext, words: Path | None) -> bytes:
    forbid_core_dumps()
    key = new_key()
    if words is None:
        desk.show(_sheet(key))
    else:
        _write_new(words, _sheet(key) + "\n")
    return key


def _tell_words(desk: CommandContext, words: Path | None) -> None:
    if words is not None:
        desk.say("protection.words_in", file=words)


def _protection(desk: CommandContext) -> Protection:
    protection = Protection(desk.diary, desk.settings_folder)
    _refuse(desk, protection, is_on=True)
    return protection


def _refuse(desk: CommandContext, protection: Protection, *, is_on: bool) -> None:
    """Refuse a diary that has a password or none, whichever is not wanted."""
    if protection.is_on != is_on:
        raise ProtectionError("protection.is_off" if is_on else "protection.is_on", file=desk.diary)


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
