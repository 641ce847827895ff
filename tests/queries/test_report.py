"""What is read for a report."""

from datetime import timedelta
from pathlib import Path

from adtracker.domain.common.period import Period
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.photos.clean import clean
from adtracker.queries.report import Parts, read_request
from adtracker.storage.journal import Journal
from tests.photos.hostile import jpeg_of
from tests.report.samples import COURSE, START, TODAY


def test_the_days_and_the_baseline_are_read_and_no_others(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path / "my.diary", lambda: TODAY)
    journal.save_all([DayEntry(START + timedelta(days=offset), itch=5) for offset in (-200, -3, 0, 100)])
    journal.save(Profile("A. B."))
    journal.save(COURSE)
    asked = read_request(journal, Period.ending(TODAY, 28), TODAY, Parts(notes=True))
    journal.close()
    assert [entry.day for entry in asked.entries] == [START + timedelta(days=offset) for offset in (-3, 0, 100)]
    assert asked.profile.name == "A. B."
    assert asked.begun_on == START - timedelta(days=200)
    assert asked.course is not None
    assert asked.course.start == START
    assert asked.parts.notes


def test_pictures_are_read_for_a_report_with_photos_alone(tmp_path: Path) -> None:
    journal = Journal.open(tmp_path / "my.diary", lambda: TODAY)
    first, middle, last = (clean(jpeg_of(60 + number, 40)) for number in range(3))
    for pixels, offset in ((first, 30), (middle, 20), (last, 0)):
        journal.add_photo(pixels, TODAY - timedelta(days=offset), "face")
    period = Period.ending(TODAY, 60)
    assert read_request(journal, period, TODAY).pictures == {}
    asked = read_request(journal, period, TODAY, Parts(photos=True))
    assert asked.pictures == {first.digest: first.jpeg, last.digest: last.jpeg}
