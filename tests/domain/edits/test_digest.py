"""A digest tells records apart, and stays what it is for the life of a diary."""

import json
from copy import copy
from dataclasses import fields
from datetime import date, timedelta, timezone
from typing import get_args

import pytest
from hypothesis import given

from adtracker.domain.edits.digest import LENGTH, canonical, digest, digests
from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.body import Grade
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.records.profile import Profile
from adtracker.domain.treatments.schedule import Stopped, WhenNeeded
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from tests.every_kind import DAY, NOW, SAMPLES
from tests.exchange.whole import diaries

# As they stand in diaries. Another one means that all of those are called damaged: then a migration has to renew them.
KEPT = {
    "DayEntry": "de2c6aba007a08a6c766d099ba67d702",
    "Profile": "e7c88fa5a0e876bb9ad8e1b2ac9af2e7",
    "Trigger": "0288095cb6af4981ba595c4be487b40e",
    "Question": "3a6b68fbc57d7185ef1d45b112a8a16b",
    "DayDoses": "4bd1f841135d9d2cf68da48c370a158e",
    "Course": "2b82608e5409707d0fa91a6a699ce6c6",
    "Treatment": "76c7275dd3bef0a025265e9173e2027a",
    "Photo": "d5df1266371c931f96c2c76517e657f2",
    "Visit": "1026ba82b088f14fb15d98cd53d08216",
    "ClinicScore": "4ab09592bf36f95e2bb19c15f2539eea",
    "Definition": "0d94821e178e0935f59e6fe3c9b0a1a8",
    "Response": "bdbd45c4c529546572c484b1b44cd2b9",
    "Recall": "116e7ff724ac2adc496f7a7ef935051f",
    "SideEffect": "6b59399600fc4b825e220b7b001342e3",
    "DiaryBreak": "c9f525de9c7bd5bab5610db2ef4c9430",
}


@pytest.mark.parametrize("kind", get_args(Record))
def test_a_digest_is_what_it_was_when_diaries_first_had_them(kind: type) -> None:
    assert len(digest(SAMPLES[kind])) == LENGTH
    assert digest(SAMPLES[kind]).hex() == KEPT[kind.__name__]


@pytest.mark.parametrize("kind", get_args(Record))
def test_each_field_counts(kind: type) -> None:
    record = SAMPLES[kind]
    others = []
    for one in fields(record):
        other = copy(record)
        object.__setattr__(other, one.name, date(2020, 2, 29))
        others.append(other)
    assert len({digest(one) for one in (record, *others)}) == len(others) + 1


@pytest.mark.slow
@given(diaries())
def test_many_at_once_have_the_digests_that_each_has_alone(found: list[Record]) -> None:
    for kind in get_args(Record):
        records = [*(one for one in found if type(one) is kind), SAMPLES[kind], SAMPLES[kind]]
        assert digests(records) == [digest(one) for one in records]


def test_records_that_say_nothing_have_digests_too() -> None:
    assert digests([Profile(), Profile()]) == [digest(Profile())] * 2
    assert digests([]) == []


def test_what_is_equal_has_one_digest_however_it_came() -> None:
    entry = DayEntry(DAY, 7, signs=(), recorded_at=NOW, answers=(("a", 1), ("b", 0.0)))
    there = NOW.astimezone(timezone(timedelta(hours=2)))
    same = DayEntry(DAY, 7.0, signs=(), recorded_at=there, answers=(("b", -0.0), ("a", 1.0)))
    assert digest(entry) == digest(same)


def test_what_differs_has_another() -> None:
    grades = (("face", Grade.HALF), ("nape", Grade.MOST))
    swapped = (("face", Grade.MOST), ("nape", Grade.HALF))
    one, other = (DayEntry(DAY, extent=Extent(1, ExtentMethod.REGIONS, some)) for some in (grades, swapped))
    assert digest(one) != digest(other)
    assert digest(DayEntry(DAY, signs=())) != digest(DayEntry(DAY))
    plans = (Plan(DAY, WhenNeeded()),), (Plan(DAY, Stopped()),)
    assert len({digest(Treatment("A", Kind.CREAM, some, key=1)) for some in plans}) == 2


def test_a_field_that_says_nothing_is_not_in_it() -> None:
    assert canonical(Profile("A. B.")) == '{"":"Profile","name":"A. B."}'


@pytest.mark.slow
@given(diaries())
def test_it_is_taken_of_json_in_its_shortest_form(records: list[Record]) -> None:
    for record in records:
        text = canonical(record)
        assert json.dumps(json.loads(text), separators=(",", ":")) == text
