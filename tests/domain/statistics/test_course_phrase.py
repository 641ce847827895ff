"""The course in words: which sentences are said, with the numbers in them, and that they never hold a sign or a gap."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.common.period import Period
from adtracker.domain.statistics.change_windows import Compared, Window
from adtracker.domain.statistics.course_change import Change, CourseChange, Word
from adtracker.domain.statistics.course_phrase import course_phrases
from adtracker.domain.statistics.summary import Mean
from adtracker.resources import Texts

DAY = date(2026, 8, 2)
NAMES = ("whole", "last_7_days", "last_8_weeks", "last_4_weeks")


def _window(before: Mean, now: Mean, length: int = 28) -> Window:
    return Window(Period.starting(DAY, 7), Period.starting(DAY + timedelta(days=40), length), before, now)


def _change(points: float, word: Word, half: float = 1.2) -> Change:
    window = _window(Mean(7.0, 7), Mean(round(7 + points, 1), 25))
    return Change(points, round(points - half, 1), round(points + half, 1), word, window)


def _course(
    whole: Change | None,
    late: Change | None = None,
    *,
    week: Change | None = None,
    eight: Change | None = None,
    by: int | None = None,
    level: int | None = None,
    compared: Compared | None = Compared.BASELINE,
    windows: dict[str, Window] | None = None,
) -> CourseChange:
    changes = (whole, week, eight, late)
    found = windows or {name: one.window for name, one in zip(NAMES, changes, strict=True) if one is not None}
    return CourseChange(whole, week, eight, late, by, level, compared, 111, 120, found)


def _said(found: CourseChange) -> tuple[list[str], list[str]]:
    texts, phrases = Texts(), course_phrases(found, 4)
    said, rest = (
        [texts.say(f"trend.{key}", **values) for key, values in part] for part in (phrases.said, phrases.rest)
    )
    return said, rest


FLAT = _change(0.0, Word.LEVEL)


def test_a_fall_its_week_and_a_plateau_are_one_sentence() -> None:
    said, rest = _said(_course(_change(-3.0, Word.FELL), FLAT, by=12, level=5))
    assert said == ["Itch fell by 3.0 points by about week 12 and has stayed about level for 5 weeks."]
    assert rest == [
        "The fall was likely between 1.8 and 4.2 points.",
        "The last 4 weeks had 4.0 on average, the days that they are compared with 7.0.",
        "Compared with the 7 days before the first dose.",
        "If the diary began at a bad time, part of the fall could have come by itself.",
        "From 111 of 120 days.",
    ]


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (
            _course(_change(-3.0, Word.FELL), FLAT, level=4),
            "Itch fell by 3.0 points and has stayed about level for 4 weeks.",
        ),
        (_course(_change(2.5, Word.ROSE), None, by=2), "Itch rose by 2.5 points."),
        (
            _course(_change(-3.0, Word.FELL), _change(-1.5, Word.FELL, 1.0), by=8),
            "Itch fell by 3.0 points by about week 8. In the last 4 weeks itch fell by 1.5 points.",
        ),
        (
            _course(_change(-3.0, Word.FELL), _change(0.5, Word.CANNOT_TELL, 2.0), by=8),
            "Itch fell by 3.0 points by about week 8. "
            "Whether itch changed in the last 4 weeks cannot be told, because the days differ too much.",
        ),
        (
            _course(_change(-0.5, Word.LEVEL), FLAT, level=8),
            "Itch stayed about level: 7.0 on average at first, 6.5 in the last 4 weeks.",
        ),
        (
            _course(_change(-1.0, Word.CANNOT_TELL, 2.5), _change(0.5, Word.CANNOT_TELL, 2.0)),
            "Whether itch changed cannot be told, because the days differ too much: 7.0 on average at first, "
            "6.0 in the last 4 weeks.",
        ),
        (
            _course(replace(_change(-3.0, Word.CANNOT_TELL, 3.0), unusual_start=True), FLAT),
            "Whether itch changed cannot be told, because the first days may have been unusual: 7.0 on average at "
            "first, 4.0 in the last 4 weeks.",
        ),
        (
            _course(None, week=replace(_change(-2.0, Word.CANNOT_TELL, 2.0), unusual_start=True)),
            "Whether itch changed cannot be told, because the first days may have been unusual: 7.0 on average at "
            "first, 5.0 in the last 7 days.",
        ),
        (
            _course(None, week=_change(-2.0, Word.FELL)),
            "Itch fell by 2.0 points: 7.0 on average at first, 5.0 in the last 7 days.",
        ),
        (
            _course(None, FLAT, eight=_change(-3.0, Word.FELL), compared=None),
            "In the last 8 weeks itch fell by 3.0 points.",
        ),
        (_course(None, FLAT, compared=None), "In the last 4 weeks itch stayed about level."),
    ],
)
def test_what_is_told_first(found: CourseChange, said: str) -> None:
    assert " ".join(_said(found)[0]) == said


def test_nothing_is_said_of_a_bad_beginning_where_four_weeks_before_were_kept_or_nothing_fell() -> None:
    for found in (_course(_change(-3.0, Word.FELL), FLAT, compared=Compared.FOUR_WEEKS), _course(FLAT, FLAT)):
        assert not [sentence for sentence in _said(found)[1] if "bad time" in sentence]
    late = _said(_course(_change(-3.0, Word.FELL), FLAT, compared=Compared.FIRST_DAYS))[1]
    assert "Compared with the first recorded days around the first dose." in late


def test_too_few_days_say_which() -> None:
    full, few = Mean(7.0, 7), Mean(None, 3)
    week = {"last_8_weeks": _window(few, few, 14), "last_7_days": _window(full, few, 7)}
    assert _said(_course(None, windows=week)) == (
        ["Whether itch changed cannot be told: itch was recorded on 3 of the last 7 days, and it takes 4."],
        ["From 111 of 120 days."],
    )
    first = {"last_8_weeks": _window(few, few, 14), "last_7_days": _window(few, full, 7)}
    assert "the days around the first dose have too few answers" in _said(_course(None, windows=first))[0][0]
    none = {"last_8_weeks": _window(few, few, 14)}
    assert "cannot be told yet" in _said(_course(None, windows=none))[0][0]
    assert _said(_course(None, windows=none, compared=None))[0] == [
        "Whether itch changed cannot be told: itch was recorded on 3 of the last 14 days, and it takes 8."
    ]


@settings(max_examples=60)
@given(
    st.lists(
        st.none() | st.builds(_change, st.integers(-70, 30).map(lambda n: n / 10), st.sampled_from(Word)),
        min_size=4,
        max_size=4,
    ),
    st.none() | st.integers(1, 24),
    st.none() | st.integers(4, 24),
    st.none() | st.sampled_from(Compared),
)
def test_any_course_can_be_said_without_a_sign_or_a_gap(
    changes: list[Change | None], by: int | None, level: int | None, compared: Compared | None
) -> None:
    few = {"last_8_weeks": _window(Mean(None, 1), Mean(None, 2), 14)}
    found = CourseChange(changes[0], changes[1], changes[2], changes[3], by, level, compared, 3, 9, few)
    for sentence in (part for parts in _said(found) for part in parts):
        assert not {"{", "-", "None"} & {word[:4].strip() or word for word in sentence.split()}
        assert " -" not in sentence
        assert "None" not in sentence
