"""A copy is verified before it has its name; one that does not hold everything is not there at all."""

from pathlib import Path

import pytest

from adtracker.domain.records.day import DayEntry
from adtracker.errors import DiaryError
from adtracker.storage.database import Database
from adtracker.storage.journal import Journal
from tests.storage.samples import TODAY


@pytest.mark.parametrize(("question", "answer"), [("is_sound", False), ("row_counts", {"day": 0})])
def test_a_copy_that_does_not_hold_everything_is_not_kept(
    journal: Journal, path: Path, monkeypatch: pytest.MonkeyPatch, question: str, answer: object
) -> None:
    journal.save(DayEntry(TODAY, itch=3))
    real = getattr(Database, question)
    copied = path.with_name("copy.diary")
    monkeypatch.setattr(Database, question, lambda one: real(one) if one.path == path else answer)
    with pytest.raises(DiaryError) as caught:
        journal.copy_to(copied)
    assert caught.value.key == "diary.backup_failed"
    assert list(path.parent.glob("*copy*")) == []
    assert journal.entry(TODAY).itch == 3
