"""Days from paper in Trends: rings instead of dots, counted in words, and said of the day itself."""

from dataclasses import replace
from datetime import timedelta

import pytest

from adtracker.domain.common.period import Period
from adtracker.domain.records.day import Origin
from adtracker.storage.journal import Journal
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.trends.page import TrendsPage
from tests.ui.conftest import TODAY

PAPER = Period(TODAY - timedelta(days=9), TODAY - timedelta(days=3))


@pytest.fixture
def read(demo_journal: Journal) -> Journal:
    """A week that stood on paper first."""
    days = [replace(entry, origin=Origin.PAPER) for entry in demo_journal.entries(PAPER)]
    demo_journal.save_each([replace(entry, recorded_at=None, recorded_on=None) for entry in days])
    return demo_journal


def test_they_are_rings_and_their_number_is_told(read: Journal, window: MainWindow) -> None:
    page = window.show_page("trends")
    assert isinstance(page, TrendsPage)
    words = page.card._shown
    assert words is not None
    many = len([one for one in read.entries(PAPER) if one.is_from_paper])
    assert f"Hollow dots: {many} days from a paper sheet, time of writing not known." in words.sentences()
    assert "Hollow: from paper." in page.card.hint.text()
    panel = page.card.chart.stack.panels[0]
    assert panel._hollow is not None
    assert len(panel._hollow.item.data) == many
    assert ", from paper" in words.day(PAPER.first)
