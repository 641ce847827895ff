"""A diary of the sixth form keeps all it has, and can then have amounts and what devices measured."""

import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

from sqlalchemy import text

from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.diary_break import DiaryBreak
from adtracker.domain.records.photo import Photo
from adtracker.domain.records.question import AnswerKind, Better, Question
from adtracker.domain.records.recall import Recall
from adtracker.storage import upgrade
from adtracker.storage.database import Database
from adtracker.storage.journal import Journal
from tests.every_kind import SAMPLES
from tests.storage.samples import open_journal

FILE = Path(__file__).with_name("version-6.diary")
DAY = date(2026, 11, 1)
STEPS = Question("steps", "Steps a day", AnswerKind.COUNT, Better.HIGHER, "steps", 3, hidden=True)
SLEPT = Question("slept", "Hours asleep", AnswerKind.AMOUNT, Better.HIGHER, "hours", 4, source="Fitbit")


def test_own_questions_stay_as_they_were_and_amounts_can_be_added(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with closing(Database(path)) as database:
        upgrade.make_version(database, 6)
        with database.transaction() as connection:
            row = "'steps', 'Steps a day', 'count', 'higher', 'steps', 3, 1"
            connection.execute(text(f"INSERT INTO own_question VALUES ({row})"))
            connection.exec_driver_sql("PRAGMA application_id = 1633961049")
            connection.exec_driver_sql("PRAGMA user_version = 6")
    with closing(Journal.open(path, lambda: DAY)) as journal:
        assert journal.questions() == (STEPS,)
        journal.save(SLEPT)
        journal.save(DayEntry(DAY, answers=(("slept", 7.4), ("steps", 8123))))
        assert journal.questions() == (STEPS, SLEPT)
        assert journal.entry(DAY).answers == (("slept", 7.4), ("steps", 8123))
        assert journal.check() == []


def test_a_record_of_each_kind_is_as_it_was_and_its_digest_still_fits(tmp_path: Path) -> None:
    """The file is what that version wrote, byte for byte; it kept a digest of each record."""
    path = tmp_path / "old.diary"
    shutil.copy(FILE, path)
    with closing(open_journal(path, create=False)) as journal:
        assert journal.standing(Recall) == ()
        for kind in set(SAMPLES) - {Photo, DiaryBreak, Recall}:  # pixels lie in another file, and two kinds came later
            assert journal.standing(kind) == (SAMPLES[kind],)
        # A form without a content, and a day that names a question that is not there; but no digest that does not fit.
        assert [problem.rule for problem in journal.check()] == [*["missing"] * 3, "form_unknown", "question_unknown"]
