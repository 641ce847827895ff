"""Opens the windows that change the password of the open diary, and asks for what they say to be done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from adtracker import paths
from adtracker.resources import Texts
from adtracker.storage.protecting import Protection, measured_cost
from adtracker.ui.core.context import Context
from adtracker.ui.core.rework import Rework
from adtracker.ui.settings.protection.dialogs import PasswordDialog, SheetDialog, UnprotectDialog
from adtracker.ui.settings.protection.protect_dialog import ProtectDialog


class ProtectionActions(QObject):
    """`parent` is what the windows stand over."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._parent = parent
        self._texts: Texts = context.texts
        self._protection = Protection(context.journal.path, paths.settings_file().parent)
        self.dialog: ProtectDialog | PasswordDialog | UnprotectDialog | SheetDialog | None = None

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

    @property
    def _key(self) -> bytes:
        key = self._context.journal.key
        assert key is not None, "it is asked of a diary that has a password"
        return key

    def _name(self) -> str:
        profile = self._context.read(self._context.journal.profile)
        return "" if profile is None else profile.name

    def _on_protect(self, key: bytes, password: str) -> None:
        said = self.tr(
            "The diary is encrypted. The file from before is removed at the next start; "
            "copies from before are as they were."
        )
        words = self.tr("A new file is written, compared with the old one, and only then takes its place.")
        self._ask(partial(switch_on, self._protection, key, password), key, self.tr("Encrypting"), words, said)

    def _on_password(self, password: str) -> None:
        words = self.tr("The diary itself stays as it is.")
        said = self.tr("The new password opens the diary from now on. Copies from before keep the one that they had.")
        work = partial(_change, self._protection, self._key, password)
        self._ask(work, self._key, self.tr("New password"), words, said)

    def _on_unprotect(self) -> None:
        words = self.tr("A new file is written, compared with the old one, and only then takes its place.")
        said = self.tr("The diary has no password any more: whoever can open the file can read it.")
        work = partial(self._protection.switch_off, self._key)
        self._ask(work, self._key, self.tr("Taking the password off"), words, said)

    def _ask(self, work: Callable[[], None], key: bytes, heading: str, words: str, done: str) -> None:
        self._context.events.rework.emit(Rework(work, key, heading, words, done))


def switch_on(protection: Protection, key: bytes, password: str) -> None:
    """Encrypt a diary that nobody has open; takes some seconds. Raises AdtrackerError."""
    protection.switch_on(key, password, measured_cost())


def _change(protection: Protection, key: bytes, password: str) -> None:
    protection.change_password(key, password, measured_cost())
