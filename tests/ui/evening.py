"""Somebody whose day is full, in the evening before a new one begins; what the clock can do then, and the export."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.domain.treatments.schedule import Daily
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.exchange.codecs.all_codecs import read_snapshot
from adtracker.exchange.json.diary import write
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from tests.ui.conftest import TODAY
from tests.ui.person import Person

YESTERDAY, TOMORROW = TODAY - ONE_DAY, TODAY + ONE_DAY
WEST, EAST = timezone(timedelta(hours=-11)), timezone(timedelta(hours=14))
MOMENTS: dict[str, tuple[datetime, date]] = {
    "a night": (datetime(2026, 11, 30, 8, 0, tzinfo=UTC), date(2026, 11, 30)),
    "a week": (datetime(2026, 12, 6, 12, 0, tzinfo=UTC), date(2026, 12, 6)),
    "four in the morning": (datetime(2026, 11, 30, 4, 0, tzinfo=UTC), date(2026, 11, 30)),
    "a clock that was set back": (datetime(2026, 11, 27, 20, 0, tzinfo=UTC), date(2026, 11, 27)),
    "a flight to the west": (datetime(2026, 11, 29, 12, 0, tzinfo=UTC).astimezone(WEST), YESTERDAY),
    "a flight to the east": (datetime(2026, 11, 29, 21, 0, tzinfo=UTC).astimezone(EAST), date(2026, 11, 30)),
}


def fill_day(context: Context) -> None:
    """Put something of every kind into the diary of an evening."""
    writer = context.writer
    writer.save(Course(TODAY - 30 * ONE_DAY))
    writer.save(Treatment("Mometasone", Kind.CREAM, (Plan(TODAY - 9 * ONE_DAY, Daily()),)))
    writer.save(Question("pain", "Skin pain"))
    writer.save(Question("steps", "Steps", AnswerKind.COUNT, position=1))
    evening = DayEntry(TODAY, itch=2, sleep_quality=5, signs=(), context=(), recorded_on=TODAY)
    writer.save_all([evening, DayEntry(YESTERDAY, sleep_quality=5)])


def unfold_all(person: Person) -> Person:
    """Open the cards that take answers; the same person again."""
    for part in ("signs", "triggers", "questions", "treatments"):
        person.unfold(part)
    return person


def export(journal: Journal) -> str:
    """All that the diary says."""
    return write(read_snapshot(journal))
