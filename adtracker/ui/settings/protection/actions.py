"""Opens the windows that change the password of the open diary, and asks for what they say to be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from adtracker import paths
from adtracker.language import tr
from adtracker.resources import Texts
from adtracker.storage.copies.shelf import Shelf
from adtracker.storage.encryption.protecting import Protection, measured_cost
from adtracker.ui.core.context import Context
from adtracker.ui.core.copies import own_shelf
from adtracker.ui.core.rework import Rework
from adtracker.ui.settings.protection.dialogs import PasswordDialog, SheetDialog, UnprotectDialog
from adtracker.ui.settings.protection.protect_dialog import NewWordsDialog, ProtectDialog


class ProtectionActions(QObject):
    """`parent` is what the windows stand over."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._parent = parent
        self._texts: Texts = context.texts
        self._protection = Protection(context.journal.path, paths.settings_file().parent)
        self.dialog: ProtectDialog | NewWordsDialog | PasswordDialog | UnprotectDialog | SheetDialog | None = None

    def protect(self) -> None:
        """Set a password."""
        path, name, today = self._context.journal.path, self._name(), self._context.now().date()
        dialog = self.dialog = ProtectDialog(self._parent, path, name, today, self._texts)
        dialog.wanted.connect(self._on_protect)
        dialog.open()

    def change(self) -> None:
        """Take another password."""
        dialog = self.dialog = PasswordDialog(self._parent, self._texts, self._protection, self._key)
        dialog.wanted.connect(self._on_password)
        dialog.open()

    def choose_anew(self) -> None:
        """Take another password without the one before, for whoever opened the diary with the words."""
        dialog = self.dialog = PasswordDialog(self._parent, self._texts, None, self._key)
        dialog.wanted.connect(self._on_password)
        dialog.open()

    def unprotect(self) -> None:
        """Take the password off."""
        dialog = self.dialog = UnprotectDialog(self._parent, self._texts, self._protection, self._key)
        dialog.wanted.connect(self._on_unprotect)
        dialog.open()

    def show_words(self) -> None:
        """Show the words once more."""
        name, today = self._name(), self._context.now().date()
        self.dialog = SheetDialog(self._parent, self._texts, self._protection, self._key, name, today)
        self.dialog.open()

    def renew(self) -> None:
        """Take another key with other words, since somebody has seen these."""
        name, today = self._name(), self._context.now().date()
        dialog = self.dialog = NewWordsDialog(self._parent, self._protection, self._key, name, today, self._texts)
        dialog.wanted.connect(self._on_renew)
        dialog.open()

    def encrypting(self, files: Sequence[Path]) -> Callable[[], Sequence[Path]]:
        """What encrypts files from before the password; it gives those that it could not be done to."""
        return partial(self._protection.encrypt_files, files, self._key)

    @property
    def _key(self) -> bytes:
        key = self._context.journal.key
        assert key is not None, "it is asked of a diary that has a password"
        return key

    def _name(self) -> str:
        profile = self._context.read(self._context.journal.profile)
        return "" if profile is None else profile.name

    def _on_protect(self, key: bytes, password: str) -> None:
        done = tr(
            "The diary is encrypted. The file from before is removed when you next start adtracker; "
            "copies from before are as they were."
        )
        work = partial(_switch_on, self._protection, key, password)
        self._ask(Rework(work, key, key, tr("Encrypting"), self._compared(), done))

    def _on_password(self, password: str) -> None:
        words = tr("The diary itself stays as it is.")
        done = tr("The new password opens the diary from now on, and its copies with it.")
        work = partial(_change, self._protection, self._key, password, own_shelf(self._context))
        self._ask(Rework(work, self._key, self._key, tr("New password"), words, done, _with_password))

    def _on_renew(self, key: bytes, password: str) -> None:
        done = tr("The new words open the diary from now on, and the old ones no more.")
        work = partial(_renew, self._protection, self._key, key, password, own_shelf(self._context))
        self._ask(Rework(work, key, None, tr("New words"), self._compared(), done, _with_words))

    def _on_unprotect(self) -> None:
        done = tr("The diary has no password any more: whoever can open the file can read it.")
        work = partial(_switch_off, self._protection, self._key)
        heading = tr("Taking the password off")
        self._ask(Rework(work, self._key, self._key, heading, self._compared(), done))

    def _compared(self) -> str:
        return tr("A new file is written, compared with the old one, and only then takes its place.")

    def _ask(self, rework: Rework) -> None:
        self._context.events.rework.emit(rework)


def _with_password(files: str) -> str:
    return tr("These copies keep the password that they had: {files}", files=files)


def _with_words(files: str) -> str:
    return tr("These copies keep the words that they had: {files}", files=files)


def _switch_on(protection: Protection, key: bytes, password: str) -> Sequence[Path]:
    protection.switch_on(key, password, measured_cost())
    return ()


def _change(protection: Protection, key: bytes, password: str, shelf: Shelf) -> Sequence[Path]:
    return protection.change_password(key, password, measured_cost(), shelf)


def _renew(protection: Protection, key: bytes, new: bytes, password: str, shelf: Shelf) -> Sequence[Path]:
    return protection.change_key(key, new, password, measured_cost(), shelf)


def _switch_off(protection: Protection, key: bytes) -> Sequence[Path]:
    protection.switch_off(key)
    return ()
