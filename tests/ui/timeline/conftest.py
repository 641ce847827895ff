"""A diary with everything that the timeline has rows for."""

from datetime import timedelta

import pytest

from adtracker.domain.records.side_effect import Severity, SideEffect
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import Daily, Every, Unit
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.storage.journal import Journal
from tests.ui.conftest import COURSE_START, TODAY

CREAM_CHANGED = COURSE_START + timedelta(days=30)


@pytest.fixture
def treated(demo_journal: Journal) -> Journal:
    """The demonstration with an injection every 4 weeks (week 1 taken, week 5 skipped), a cream and all the rest."""
    every = Every(4, Unit.WEEKS, COURSE_START)
    demo_journal.save(Treatment("Amlitelimab", Kind.INJECTION, (Plan(COURSE_START, every, "250 mg"),)))
    plans = (Plan(COURSE_START, Daily(2), "thin"), Plan(CREAM_CHANGED, Daily(1), "thinner"))
    demo_journal.save(Treatment("Mometasone", Kind.CREAM, plans))
    keys = {one.name: one.key or 0 for one in demo_journal.treatments()}
    demo_journal.save(DayDoses(keys["Amlitelimab"], COURSE_START, taken=1))
    demo_journal.save(DayDoses(keys["Amlitelimab"], COURSE_START + timedelta(days=28), skipped=1))
    demo_journal.save(Visit(COURSE_START + timedelta(days=22), "Dr. Weber"))
    demo_journal.save(Visit(TODAY + timedelta(days=12), "Dr. Weber"))
    first = COURSE_START + timedelta(days=12)
    demo_journal.save(SideEffect("Sore arm", first, first + timedelta(days=3), Severity.MILD))
    demo_journal.save(ClinicScore(COURSE_START + timedelta(days=22), "easi", 12.3))
    return demo_journal
