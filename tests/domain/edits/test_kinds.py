"""Every record there can be has a kind, and every kind says all of its record."""

from dataclasses import fields
from datetime import date, timedelta
from typing import Any, get_args

import pytest

from adtracker.domain.common.record_field import Day, Field
from adtracker.domain.common.record_kind import RecordKind
from adtracker.domain.edits.kinds import EVENT_KINDS, KINDS, Record, Removed, kind_of
from adtracker.resources import Texts
from tests.every_kind import SAMPLES

TODAY = date(2026, 8, 2)
# They are more than one row each.
SEVERAL_ROWS = {"days", "doses", "treatments"}
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


RECORDED = [field for kind in KINDS for field in kind.fields if isinstance(field, Day) and not field.is_planned]


@pytest.mark.parametrize("field", RECORDED, ids=lambda field: field.name)
def test_what_is_recorded_has_happened(field: Field) -> None:
    assert field.check(TODAY, TODAY) == []
    (problem,) = field.check(TODAY + timedelta(days=1), TODAY)
    assert (problem.field, problem.rule) == (field.in_problems, "future_day")
