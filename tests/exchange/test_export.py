"""The two formats a person can take along."""

import json
from datetime import date

import pytest

from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.exchange.export import CSV, JSON, export
from adtracker.exchange.snapshot import Snapshot

DAY = date(2026, 11, 29)
CONTENTS = Snapshot([Profile("A. B."), Course(DAY), DayEntry(DAY, itch=4, note="é")])


def test_json_has_everything() -> None:
    data = json.loads(export(CONTENTS, "json"))
    assert data["profile"]["name"] == "A. B."
    assert data["courses"][0]["start"] == "2026-11-29"
    assert data["days"][0]["note"] == "é"


def test_csv_has_the_days() -> None:
    assert export(CONTENTS, "csv").decode("utf-8-sig").splitlines()[1] == "2026-11-29,4,,,é,,,,"


def test_there_are_no_others() -> None:
    assert (JSON, CSV) == ("json", "csv")
    with pytest.raises(KeyError):
        export(CONTENTS, "xls")
