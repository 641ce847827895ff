"""Calendar files as another program reads them: the package icalendar, which has nothing of ours."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.views.calendar import CalendarDay, Slot
from adtracker.exchange.calendar_file import write_calendar
from adtracker.resources import Texts

TODAY = date(2026, 11, 29)
MADE = datetime(2026, 11, 29, 20, 15, tzinfo=UTC)
DIARY, OTHER = "0123456789abcdef" * 2, "f" * 32
ENTRY = CalendarDay(Slot.ENTRY, TODAY, every_days=1)
VISIT = CalendarDay(Slot.VISIT, date(2027, 1, 14), "7")
DOSE = CalendarDay(Slot.DOSE, date(2026, 12, 27), "2026-12-27")
FORM = CalendarDay(Slot.FORM, date(2026, 12, 1), "poem 1", 7)
ALL = (ENTRY, VISIT, DOSE, FORM)


def written(*days: CalendarDay, diary: str = DIARY, at: time = time(20, 30)) -> bytes:
    return write_calendar(days, at, diary, MADE, Texts())


def events(data: bytes) -> list[Any]:
    calendar = icalendar.Calendar.from_ical(data)
    assert isinstance(calendar, icalendar.Calendar)
    assert not calendar.errors
    found = calendar.events
    assert not [error for event in found for error in event.errors]
    return found


def test_each_thing_is_read_with_its_neutral_name_and_alarm() -> None:
    found = events(written(*ALL))
    assert [str(event["SUMMARY"]) for event in found] == [
        "Your diary",
        "Appointment",
        "Your plan",
        "Your diary: questions",
    ]
    for event in found:
        (alarm,) = event.walk("VALARM")
        assert (alarm["ACTION"], str(alarm["DESCRIPTION"])) == ("DISPLAY", str(event["SUMMARY"]))
        assert event["CLASS"] == "PRIVATE"


def test_the_entry_comes_every_day_at_its_hour_wherever_one_is() -> None:
    (event,) = events(written(ENTRY))
    assert event.start == datetime(2026, 11, 29, 20, 30)  # noqa: DTZ001 -- a local time, without a zone
    assert event.start.tzinfo is None
    assert dict(event["RRULE"]) == {"FREQ": ["DAILY"]}
    assert event.walk("VALARM")[0]["TRIGGER"].dt == timedelta()


def test_a_visit_is_a_whole_day_and_told_the_evening_before() -> None:
    (event,) = events(written(VISIT))
    assert (event.start, event.end) == (date(2027, 1, 14), date(2027, 1, 15))
    assert event.walk("VALARM")[0]["TRIGGER"].dt == timedelta(hours=-6)
    assert "RRULE" not in event


def test_a_questionnaire_comes_by_its_rhythm_and_a_dose_once() -> None:
    form, dose = events(written(FORM, DOSE))
    assert dict(form["RRULE"]) == {"FREQ": ["DAILY"], "INTERVAL": [7]}
    assert "RRULE" not in dose


def test_a_later_file_of_the_same_diary_speaks_of_the_same_things() -> None:
    def uids(*days: CalendarDay, diary: str = DIARY) -> list[str]:
        return [str(event["UID"]) for event in events(written(*days, diary=diary))]

    moved = CalendarDay(Slot.VISIT, date(2027, 1, 21), "7")
    assert uids(*ALL) == uids(*ALL)
    assert uids(moved) == uids(VISIT)
    assert len(set(uids(*ALL))) == len(ALL)
    assert not set(uids(*ALL)) & set(uids(*ALL, diary=OTHER))
    assert DIARY not in written(*ALL).decode()


def test_lines_end_and_are_folded_as_the_standard_has_it() -> None:
    lines = written(*ALL).split(b"\r\n")
    assert lines[-1] == b""
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(map(len, lines)) <= 75


def test_a_title_with_signs_of_the_format_is_read_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    title = "Día; c, \\ " + "ñ" * 90
    monkeypatch.setattr(Texts, "say", lambda *_: title)
    data = written(ENTRY)
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert str(events(data)[0]["SUMMARY"]) == title


@given(
    st.lists(
        st.builds(
            CalendarDay, st.sampled_from(Slot), st.dates(TODAY, date(2999, 1, 1)), st.text(max_size=5), st.just(0)
        )
    ),
    st.times().map(lambda at: at.replace(second=0, microsecond=0)),
)
def test_whatever_is_written_is_read(days: list[CalendarDay], at: time) -> None:
    found = events(written(*days, at=at))
    assert [event.start for event in found] == [
        one.day if one.slot is Slot.VISIT else datetime.combine(one.day, at) for one in days
    ]
