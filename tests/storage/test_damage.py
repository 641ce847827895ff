"""Damage is found, nothing is saved on it, and what can be read is saved elsewhere."""

import random
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from adtracker.domain.edits.digest import digest
from adtracker.domain.edits.edit import Change, Edit
from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.treatment import Treatment
from adtracker.errors import DAMAGED, DiaryError
from adtracker.storage import damage
from adtracker.storage.journal import Journal
from adtracker.storage.salvage.salvaging import Place, salvage, survey
from tests.endure.damaging import (
    Damage,
    by_key,
    content_of,
    everything,
    fate,
    flipped,
    make_diary,
    salvaged,
    zeroed,
)
from tests.every_kind import SAMPLES
from tests.storage.samples import TODAY, entries, full_entry, open_journal
from tests.strategies import asked

QUICK = 40
_CALLED = "Treatment {}".format


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, dict[tuple[str, str], Record]]:
    """A diary of some months, and all that is in it."""
    path = tmp_path_factory.mktemp("sound") / "my.diary"
    content = make_diary(path)
    return content, content_of(path)


def _meddle(path: Path, *statements: str) -> None:
    """Change rows as no write of ours does."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            assert connection.execute(statement).rowcount > 0


@pytest.mark.slow
@pytest.mark.parametrize("damaged", [flipped, zeroed])
def test_no_change_is_missed_and_nothing_is_saved_on_a_damaged_diary(
    tmp_path: Path, sound: tuple[bytes, dict[tuple[str, str], Record]], damaged: Damage
) -> None:
    content, records = sound
    chance = random.Random(damaged.__name__)
    fates = [fate(tmp_path / "my.diary", damaged(content, chance), records) for _ in range(QUICK)]
    assert not {"missed", "saved", "written"} & set(fates)
    assert fates.count("found") > QUICK // 10


@pytest.mark.slow
def test_what_can_be_read_is_saved_and_the_rest_is_named(
    tmp_path: Path, sound: tuple[bytes, dict[tuple[str, str], Record]]
) -> None:
    content, records = sound
    chance = random.Random("salvage")
    results = [salvaged(tmp_path, zeroed(content, chance)) for _ in range(QUICK // 4)]
    for done, there in results:
        assert done is not None
        assert len(there) > len(records) // 2
        other = {key for key, record in records.items() if there.get(key) != record}
        assert {where for _, where in other} <= {place.where for place in (*done.lost, *done.changed)}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE day SET itch = 8 WHERE day = '2026-11-22'",
        "UPDATE day SET note = 'slept in cloves'",
        "UPDATE day SET recorded_on = NULL",
        "UPDATE day_region SET grade = 'little' WHERE region = 'face'",
        "DELETE FROM day_region WHERE region = 'face'",
        "DELETE FROM day WHERE day = '2026-11-22'",
        "UPDATE own_trigger SET hidden = 1",
        "UPDATE digest SET digest = randomblob(16) WHERE kind = 'days'",
        "DELETE FROM digest WHERE kind = 'days'",
    ],
)
def test_each_change_that_no_write_made_is_found(journal: Journal, statement: str) -> None:
    journal.save_each([full_entry(TODAY), Trigger("wool", "Wool")])
    journal.close()
    _meddle(journal.path, statement)
    opened = open_journal(journal.path)
    before = journal.path.read_bytes()
    assert not all(list(opened.look_for_damage()))
    with pytest.raises(DiaryError) as caught:
        opened.save(DayEntry(TODAY - timedelta(days=9), itch=1))
    assert caught.value.key == DAMAGED
    assert opened.read_only
    assert damage.is_damage(opened.check()[0])
    opened.close()
    assert journal.path.read_bytes() == before


def test_a_damaged_record_is_not_written_over_by_whoever_did_not_look(journal: Journal) -> None:
    journal.save(full_entry(TODAY))
    journal.close()
    _meddle(journal.path, "UPDATE day SET itch = 8")
    opened = open_journal(journal.path)
    with pytest.raises(DiaryError) as caught:
        opened.save(replace(opened.entry(TODAY), note="worse"))
    assert caught.value.key == DAMAGED
    assert opened.is_damaged
    assert opened.entry(TODAY).note == full_entry(TODAY).note
    opened.close()


def test_a_sound_diary_is_not_called_damaged_whatever_was_written_and_taken_back(journal: Journal) -> None:
    for sample in (Treatment, DayDoses):
        journal.take_in(Edit((Change(None, SAMPLES[sample]),)))
    edit = journal.save(full_entry(TODAY))
    assert journal.remove(journal.treatments()[0])
    journal.replay(edit.inverse())
    assert all(list(journal.look_for_damage()))
    assert not journal.is_damaged


@pytest.mark.slow
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entry=entries())
def test_what_is_read_has_the_digest_of_what_was_written(journal: Journal, entry: DayEntry) -> None:
    journal.save_all([*asked([entry]), entry])
    if not entry.is_empty:
        assert digest(journal.entry(entry.day)) == digest(entry)
    assert all(list(journal.look_for_damage()))


def test_every_kind_is_salvaged(journal: Journal, tmp_path: Path) -> None:
    first = [SAMPLES[kind] for kind in SAMPLES if kind is not DayDoses]
    journal.take_in(Edit(tuple(Change(None, one) for one in (*first, SAMPLES[DayDoses]))))
    found = by_key(everything(journal))
    journal.close()
    assert len(survey(journal.path, tmp_path).saved) == len(found)
    done = salvage(journal.path, tmp_path / "new.diary", _CALLED)
    assert (done.lost, done.changed) == ((Place("forms", "f|1"), Place("filled_forms", "1")), ())  # it asks nothing
    there = content_of(tmp_path / "new.diary")
    assert {name for name, _ in found.keys() - there.keys()} == {"Definition", "Response"}
    assert all(found[key] == record for key, record in there.items() if key in found)


def test_doses_and_answers_stay_where_what_they_name_is_lost(journal: Journal, tmp_path: Path) -> None:
    cream = SAMPLES[Treatment]
    journal.take_in(Edit((Change(None, cream), Change(None, SAMPLES[DayDoses]))))
    journal.take_in(Edit((Change(None, SAMPLES[DayEntry]),)))
    journal.close()
    _meddle(journal.path, "DELETE FROM treatment_plan")  # a treatment without a plan cannot be read
    done = salvage(journal.path, tmp_path / "new.diary", _CALLED)
    assert done.lost == (Place("treatments", "4"),)
    new = open_journal(tmp_path / "new.diary", create=False)
    assert [one.name for one in new.treatments()] == ["Treatment 4"]
    assert new.doses() == (SAMPLES[DayDoses],)
    assert [(one.key, one.hidden) for one in new.questions()] == [("Mood", True)]
    assert all(list(new.look_for_damage()))
    new.close()


def test_a_diary_that_is_there_is_never_written_over(journal: Journal, tmp_path: Path) -> None:
    journal.close()
    (tmp_path / "letter.diary").write_text("Dear doctor", encoding="utf-8")
    with pytest.raises(DiaryError) as caught:
        salvage(journal.path, tmp_path / "letter.diary", _CALLED)
    assert caught.value.key == "diary.exists"
    assert (tmp_path / "letter.diary").read_text(encoding="utf-8") == "Dear doctor"
    assert not [file for file in tmp_path.iterdir() if file.name.startswith(".")]
