"""Copies from before the password: they are named, and removed only if the person wants that."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from adtracker import paths
from adtracker.domain.records.profile import Profile
from adtracker.language import CLOSED, OPENED
from adtracker.storage.copies.plain import plain_copies
from adtracker.storage.copies.shelf import Shelf
from adtracker.storage.journal import Journal
from adtracker.ui.settings.protection.card import ProtectionCard
from adtracker.ui.settings.protection.leftovers_dialog import LeftoversDialog
from tests import pseudo
from tests.ui.conftest import TODAY, Clock
from tests.ui.protector import PATIENCE, card_of, names_in, protect
from tests.ui.recorder import in_front
from tests.ui.starting import Started


@pytest.fixture
def copied(started: Started, now: Clock) -> Started:
    """A window on a diary of which there is a copy."""
    shelf = Shelf(started.context.journal.path)
    shelf.back_up(started.context.journal, now(), always=True)
    return started


def _copies() -> list[Path]:
    return sorted(paths.data_folder().glob("copies/*/*.diary"))


def _look(copied: Started) -> tuple[ProtectionCard, LeftoversDialog]:
    card = card_of(copied)
    copied.context.tasks.wait()
    for _ in range(3):
        QApplication.processEvents()
    copied.person.click(card.look)
    dialog = in_front(card.leftovers)
    assert isinstance(dialog, QDialog)
    return card, dialog


def test_where_a_file_is_runs_from_the_left_also_in_a_language_from_the_right(copied: Started) -> None:
    (plain,) = _copies()
    with pseudo.spoken(0, "he"):
        dialog = LeftoversDialog(copied.window, [plain], list, copied.context.tasks)
    assert dialog.files.item(0).text() == f"{OPENED}{plain}{CLOSED}"
    dialog.deleteLater()


@pytest.mark.slow
def test_plain_copies_are_named_and_removed_on_request(qtbot: QtBot, copied: Started) -> None:
    (plain,) = _copies()
    assert "Files without a password" not in copied.person.reads(card_of(copied))
    protect(qtbot, copied)
    card, dialog = _look(copied)
    assert [dialog.files.item(row).text() for row in range(dialog.files.count())] == [str(plain)]
    assert "nothing can be wiped for certain" in copied.person.reads(dialog)
    assert dialog.leave.hasFocus()
    dialog.remove.click()
    qtbot.waitUntil(lambda: _copies() == [], timeout=PATIENCE)
    qtbot.waitUntil(lambda: "Files without a password" not in copied.person.reads(card), timeout=PATIENCE)


@pytest.mark.slow
def test_plain_copies_are_encrypted_on_request(qtbot: QtBot, copied: Started) -> None:
    words = protect(qtbot, copied)
    card, dialog = _look(copied)
    dialog.encrypt.click()
    qtbot.waitUntil(lambda: "Files without a password" not in copied.person.reads(card), timeout=PATIENCE)
    copied.opener.close()
    assert names_in(_copies()[0], words) == ["Anna"]


@pytest.mark.slow
def test_they_stay_where_the_person_leaves_them(qtbot: QtBot, copied: Started) -> None:
    before = _copies()
    protect(qtbot, copied)
    _, dialog = _look(copied)
    dialog.leave.click()
    assert _copies() == before


def test_of_a_folder_that_others_use_too_only_own_copies_are_named(copied: Started, tmp_path: Path, now: Clock) -> None:
    second = tmp_path / "stick"
    second.mkdir()
    for name in ("other", "mine"):
        path = copied.context.journal.path if name == "mine" else tmp_path / "other.diary"
        shelf = Shelf(path, second)
        if name == "mine":
            shelf.back_up(copied.context.journal, now(), always=True)
        else:
            with closing(Journal.open(path, lambda: TODAY)) as journal:
                journal.save(Profile("Max"))
                shelf.back_up(journal, now(), always=True)
    shelf = Shelf(copied.context.journal.path, second)
    own = {copy.name.diary for copy in shelf.folder.copies()}
    found = plain_copies(shelf)
    assert {copy.name.diary for copy in found} == own
    assert {copy.file.parent for copy in found} == {shelf.folder.place, second}
