"""Anna's diary, without a password and with one."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from adtracker import paths
from adtracker.domain.records.profile import Profile
from adtracker.protection.cost import Cost
from adtracker.settings import Settings
from adtracker.storage.encryption.protecting import Protection
from adtracker.storage.journal import Journal
from tests.ui.conftest import TODAY, Clock
from tests.ui.protector import KEY, PASSWORD
from tests.ui.starting import Started, start


@pytest.fixture
def diary(diary_path: Path) -> Path:
    """Anna's diary, without a password."""
    diary_path.parent.mkdir(exist_ok=True)
    with closing(Journal.open(diary_path, lambda: TODAY)) as journal:
        journal.save(Profile("Anna"))
    return diary_path


@pytest.fixture
def started(qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock) -> Started:
    """A window on it."""
    return start(qtbot, qapp, diary, Settings(), now, is_named=True)


@pytest.fixture
def opened(qtbot: QtBot, qapp: QApplication, diary: Path, now: Clock) -> Started:
    """A window on it with a password, which was given."""
    Protection(diary, paths.settings_file().parent).switch_on(KEY, PASSWORD, Cost())
    started = start(qtbot, qapp, diary, Settings(), now, is_named=True)
    assert started.opener.open(diary, key=KEY)
    return started
