"""The words beside a mark: of a break its days, which are no count."""

from __future__ import annotations

from datetime import date

from adtracker.domain.common.period import Period
from adtracker.domain.records.diary_break import BreakReason, DiaryBreak
from adtracker.domain.records.side_effect import Severity, SideEffect
from adtracker.domain.views.event import Surroundings, events
from adtracker.resources import Texts
from adtracker.ui.charts.lane_label_words import label_words

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def test_a_break_says_from_when_to_when_and_not_how_many_days() -> None:
    away = DiaryBreak(date(2026, 1, 7), date(2026, 1, 16), BreakReason.HOLIDAY, key=1)
    (found,) = events(Surroundings(breaks=(away,)), YEAR)
    assert label_words(found, Texts().events()) == "holiday, 7 to 16 January 2026"


def test_a_side_effect_says_how_long_it_was() -> None:
    sore = SideEffect("sore  arm", date(2026, 1, 7), date(2026, 1, 9), Severity.MILD, key=1)
    (found,) = events(Surroundings(side_effects=(sore,)), YEAR)
    assert label_words(found, Texts().events()) == "sore arm, mild, 3 days"
