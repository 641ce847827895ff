"""Every record there can be has a kind, and every kind says all of its record."""

from dataclasses import fields
from datetime import date, timedelta
from typing import Any, get_args

import pytest

from adtracker.domain.common.record_field import Day, Field
from adtracker.domain.common.record_kind import RecordKind
from adtracker.domain.edits.ahead import check_now
from adtracker.domain.edits.kinds import EVENT_KINDS, KINDS, Record, Removed, kind_of
from adtracker.resources import Texts
from tests.every_kind import SAMPLES

TODAY = date(2026, 8, 2)
# They are more than one row each.
SEVERAL_ROWS = {"days", "doses", "treatments"}
# What happened, or was written down, on a day; all else is planned or has no day.
DATED = {"days", "doses", "photos", "clinic_scores", "filled_forms", "side_effects", "breaks", "forms"} | {
    "recalled_weeks"
}
every_kind = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)


def test_no_kind_of_record_is_left_out() -> None:
    assert {kind.of for kind in KINDS} == set(get_args(Record)) == set(SAMPLES)
    assert {kind.of for kind in KINDS if kind.is_removable} == set(get_args(Removed))
    assert len({kind.name for kind in KINDS}) == len(KINDS)


@every_kind
def test_a_kind_names_every_field_of_its_record(kind: RecordKind[Any]) -> None:
    names = {one.name for one in fields(kind.of)} - {"removed_on"} - (set() if kind.has_own_key else {"key"})
    assert {one.name for one in kind.fields} == (set() if kind.name in SEVERAL_ROWS else names)


@every_kind
def test_a_kind_tells_its_records_apart_and_what_they_are_called(kind: RecordKind[Any]) -> None:
    record = SAMPLES[kind.of]
    assert kind_of(record) is kind
    assert hash(kind.identity(record)) is not None
    assert isinstance(kind.called(record), str)
    assert kind.day is None or kind.day(record) == TODAY
    assert kind.day is not None or not kind.is_removable, "it is named by its day where it was deleted"


@every_kind
def test_the_sentences_of_a_kind_stand_together(kind: RecordKind[Any]) -> None:
    words = Texts().table("records")[kind.name]
    assert words["many"]
    assert words["one"].format(name="x", day="y") == words["one"].replace("{name}", "x").replace("{day}", "y")
    assert ("event" in words) is (kind.event is not None)
    assert "{name}" not in words["one"] or kind.called(SAMPLES[kind.of])
    assert "{day}" not in words["one"] or kind.day is not None


def test_there_are_no_sentences_of_a_kind_that_is_gone() -> None:
    assert set(Texts().table("records")) == {kind.name for kind in KINDS}


def test_every_event_has_words_for_one_and_for_many() -> None:
    events = Texts().events()
    for kind in EVENT_KINDS:
        assert kind.event is not None
        assert events["kinds"][kind.event.kind.value]
        assert events["lanes"][kind.event.kind.value]


CALENDAR = [field for kind in KINDS for field in kind.fields if isinstance(field, Day)]


@pytest.mark.parametrize("field", CALENDAR, ids=lambda field: field.name)
def test_a_day_is_one_of_the_calendar_of_people(field: Field) -> None:
    assert field.check(TODAY) == []
    (problem,) = field.check(date(1800, 1, 1))
    assert (problem.field, problem.rule) == (field.in_problems, "date_range")


@every_kind
def test_what_is_recorded_has_happened_and_what_is_planned_may_lie_ahead(kind: RecordKind[Any]) -> None:
    record = SAMPLES[kind.of]
    assert kind.is_dated == (kind.name in DATED) == bool(kind.days(record))
    problems = check_now(record, TODAY - timedelta(days=1))
    assert [problem.rule for problem in problems] == (["future_day"] if kind.name in DATED else [])
