"""The trend in words: which sentences are said, with the numbers in them, and that nothing is said beyond them."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.common.period import Period
from adtracker.domain.statistics.summary import Mean
from adtracker.domain.statistics.trend import Answer, Trend
from adtracker.domain.statistics.trend_phrase import trend_phrases
from adtracker.resources import Texts

FIRST = date(2026, 10, 4)
WEEKS = tuple((Period.starting(FIRST + timedelta(days=7 * week), 7), Mean(5.0, 6)) for week in range(8))


def _said(found: Trend) -> list[str]:
    texts = Texts()
    return [texts.say(f"trend.{key}", **values) for key, values in trend_phrases(found, 4)]


def test_a_fall_says_how_far_and_how_sure() -> None:
    assert _said(Trend(Answer.FALLING, -0.21, -0.33, -0.08, 48, WEEKS)) == [
        "In the 8 weeks from 2026-10-04 to 2026-11-28 it fell by about 0.21 points a week.",
        "The change is likely between 0.08 and 0.33 points a week lower.",
        "8 of 8 weeks counted, 48 days with itch.",
    ]


def test_what_cannot_be_told_says_why() -> None:
    few = tuple((period, Mean(None, 3)) for period, _ in WEEKS[:3])
    assert _said(Trend(Answer.CANNOT_TELL, None, None, None, 39, (*few, *WEEKS[3:]))) == [
        "In 5 of the 8 weeks from 2026-10-04 to 2026-11-28 there are at least 4 days with itch. It takes 6 such weeks."
    ]
    wide = _said(Trend(Answer.CANNOT_TELL, 0.1, -0.3, 0.5, 48, WEEKS))
    assert wide[0] == "Your days go up and down a lot. So the weeks could be falling, level or rising."
    assert wide[2] == "The change is likely between 0.30 points a week lower and 0.50 higher."


@settings(max_examples=50)
@given(st.tuples(*[st.integers(-1000, 1000)] * 3).map(sorted))
def test_any_numbers_can_be_said_without_a_sign(bounds: list[int]) -> None:
    low, slope, high = (bound / 100 for bound in bounds)
    for sentence in _said(Trend(Answer.LEVEL, slope, low, high, 48, WEEKS)):
        assert " -" not in sentence
        assert "{" not in sentence
