"""`adtracker summary` of treatments: what was planned, taken, skipped and used beyond that."""

from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest

from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import Daily, Every, Unit, WhenNeeded
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from tests.cli.conftest import START, TODAY, Run, open_diary, summary_of


@pytest.fixture
def treated(diary: Path) -> Path:
    """The diary with a cream used twice a day since day 116, of which three doses were taken, and one when needed."""
    journal = open_diary(diary)
    first = TODAY - timedelta(days=4)
    journal.save(Treatment("Mometasone", Kind.CREAM, (Plan(first, Daily(2)),)))
    journal.save(Treatment("Tacrolimus", Kind.CREAM, (Plan(START, WhenNeeded()),)))
    relief, cream = journal.treatments()
    for treatment, day, taken, skipped in ((cream, first, 2, 0), (cream, TODAY, 1, 1), (relief, START, 3, 0)):
        assert treatment.key is not None
        journal.save(DayDoses(treatment.key, day, taken, skipped))
    journal.close()
    return diary


def test_treatments_say_what_was_planned_and_taken(run: Run, treated: Path) -> None:
    relief, cream = summary_of(run, treated)["treatments"]
    # Five days, ten doses planned, three taken.
    assert cream == {
        "name": "Mometasone",
        "kind": "cream",
        "planned": 10,
        "taken": 3,
        "skipped": 1,
        "unanswered": 6,
        "extra": 0,
        "percent_taken": 30.0,
        "days_used": 2,
        "waiting": 0,
    }
    assert (relief["planned"], relief["extra"], relief["percent_taken"], relief["days_used"]) == (0, 3, None, 1)
    assert run("summary", "--diary", treated).out.splitlines()[-2:] == [
        "Tacrolimus: days used: 1.",
        "Mometasone: 3 of 10 planned doses taken (30 %), 1 skipped, 6 not recorded, 0 extra.",
    ]


def test_an_injection_two_days_early_and_a_cream_used_too_often_are_counted_as_planned(run: Run, diary: Path) -> None:
    # Planned on 31 August, taken on the 29th. Of the cream two a day count: 40 of 62 and 40 extra; today's two wait.
    early, first = date(2026, 8, 29), TODAY - timedelta(days=31)
    with closing(open_diary(diary)) as journal:
        every = Every(52, Unit.WEEKS, date(2026, 8, 31))
        for name, plan in (("A", Plan(START, every)), ("B", Plan(first, Daily(2)))):
            journal.save(Treatment(name, Kind.OTHER, (plan,)))
        keys = {one.name: one.key or 0 for one in journal.treatments()}
        journal.save(DayDoses(keys["A"], early, 1))
        for day in range(20):
            journal.save(DayDoses(keys["B"], first + timedelta(days=day), 4))
    found = {one["name"]: one for one in summary_of(run, diary)["treatments"]}
    counts = ("planned", "taken", "skipped", "unanswered", "extra", "percent_taken", "waiting")
    assert [found["A"][name] for name in counts] == [1, 1, 0, 0, 0, 100, 0]
    assert [found["B"][name] for name in counts] == [62, 40, 0, 22, 40, 65, 2]


def test_before_the_course_begins_no_treatment_is_counted(run: Run, treated: Path) -> None:
    assert summary_of(run, treated, "--start", "2026-12-24")["treatments"] == []
