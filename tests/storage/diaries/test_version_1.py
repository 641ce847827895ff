"""A diary made by the first version, byte for byte as it was then: it opens with everything in it."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

from adtracker.domain.records.body import Grade
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.records.profile import Profile
from adtracker.storage.header import SCHEMA_VERSION
from tests.storage.samples import TODAY, open_journal, snapshot

FILE = Path(__file__).with_name("version-1.diary")
THEN = datetime(2026, 11, 22, 19, 42, tzinfo=UTC)
GRADES = (("elbow_inner_left", Grade.LITTLE), ("face_front", Grade.HALF), ("neck_front", Grade.MOST))


def test_a_diary_of_the_first_version_opens_with_everything_in_it(tmp_path: Path) -> None:
    path = tmp_path / "old.diary"
    shutil.copy(FILE, path)
    journal = open_journal(path, create=False)
    assert journal.profile() == Profile("A. B.", 1988, "Can I stop the steroid cream on my hands?")
    assert journal.courses() == (
        Course(date(2025, 1, 6), "Dupilumab 300 mg", 52, key=1),
        Course(date(2026, 8, 2), "Amlitelimab 250 mg", 24, key=2),
    )
    regions = Extent(14.2, ExtentMethod.REGIONS, GRADES, "adult")
    assert journal.entries() == (
        DayEntry(date(2024, 2, 29), itch=5),
        DayEntry(date(2026, 8, 2), 7, 3, regions, "first dose", THEN, TODAY),
        DayEntry(date(2026, 8, 3), None, 0.5, Extent(3, ExtentMethod.PALMS, palms=3), "", THEN, TODAY),
        DayEntry(date(2026, 8, 5), 0, 10, Extent(0, ExtentMethod.PERCENT), '=1+1 "quiet"\nnight 🧴', THEN, TODAY),
    )
    assert (journal.treatments(), journal.doses()) == ((), ())
    gone = ["elbow_inner_left", "face_front"]  # which the map of the body has no more
    assert [(problem.rule, problem.values["text"]) for problem in journal.check()] == [
        ("not_known", key) for key in gone
    ]
    journal.close()
    assert set(snapshot(tmp_path)) == {"old.diary", f"old.before-upgrade-to-{SCHEMA_VERSION}.diary"}
