"""About: the version, and its age by the day of the diary: nobody else is asked."""

from datetime import datetime, timedelta

import pytest

from adtracker import __released__, __version__
from adtracker.ui.shell.about_dialog import AboutDialog
from adtracker.ui.shell.help_dialog import HelpDialog
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.conftest import Clock


def opened(window: MainWindow) -> AboutDialog:
    window.commands.about.trigger()
    dialog = window.findChild(AboutDialog)
    assert dialog is not None
    assert dialog.isVisible()
    return dialog


def test_says_version_day_and_licences(window: MainWindow) -> None:
    dialog = opened(window)
    assert dialog.version.text() == f"adtracker {__version__} (29 November 2026)"
    model = dialog.parts.model()
    rows = {model.index(row, 0).data(): model.index(row, 2).data() for row in range(model.rowCount())}
    assert rows["typst"] == "Apache-2.0"
    assert rows["Qt (in pyside6-essentials)"] == "LGPL-3.0-only"
    assert dialog.age.isHidden()


@pytest.mark.parametrize(("years", "days", "said"), [(1, -1, ""), (1, 0, "a year old"), (2, 0, "2 years old")])
def test_a_year_later_it_says_that_it_is_a_year_old(
    window: MainWindow, now: Clock, years: int, days: int, said: str
) -> None:
    released = datetime.fromisoformat(f"{__released__}T20:00:00")
    now.set(released.replace(year=released.year + years) + timedelta(days=days))
    dialog = opened(window)
    assert dialog.age.isHidden() is not bool(said)
    assert said in dialog.age.text()


def test_is_reached_from_help_too(window: MainWindow) -> None:
    window.commands.help.trigger()
    help_ = window.findChild(HelpDialog)
    assert help_ is not None
    help_.about.click()
    assert help_.isHidden()
    assert window.findChild(AboutDialog) is not None
