"""How days came, in files: said where one was not typed, and no answer that a diary and a file could differ in."""

from datetime import date

from adtracker.domain.intake.proposal import Proposals
from adtracker.domain.records.day import DayEntry, Origin
from adtracker.exchange.csv.day_table import write_days
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.intake.gathering import gather
from adtracker.exchange.json import diary as json_diary
from adtracker.exchange.merge import plan_merge
from adtracker.exchange.snapshot import Snapshot

FIRST, SECOND = date(2026, 8, 1), date(2026, 8, 2)
TODAY = date(2026, 11, 29)


def _proposed(origin: Origin) -> ImportResult:
    parsed = ImportResult(TODAY)
    gather(Proposals([FIRST, SECOND], [1, 2], {("itch", ""): [4.0, 5.0], ("note", ""): [None, "sore"]}, origin), parsed)
    return parsed


def test_proposals_say_how_their_days_come() -> None:
    assert [entry.origin for entry in _proposed(Origin.PAPER).of(DayEntry)] == [Origin.PAPER] * 2


def test_a_day_of_the_diary_that_paper_says_no_more_of_is_as_it_was() -> None:
    diary = Snapshot([DayEntry(FIRST, itch=4), DayEntry(SECOND, itch=1, note="sore")])
    plan = plan_merge(diary, _proposed(Origin.PAPER))
    assert plan.edit.changes == ()
    assert [met.differs for met in plan.days.different] == [(("itch", ""),)]


def test_a_day_that_paper_fills_in_is_one_from_paper() -> None:
    diary = Snapshot([DayEntry(FIRST, itch=4), DayEntry(SECOND, itch=5)])
    (change,) = plan_merge(diary, _proposed(Origin.PAPER)).edit.changes
    assert change.after == DayEntry(SECOND, itch=5, note="sore", origin=Origin.PAPER)


def test_a_day_that_a_file_fills_in_keeps_how_it_came() -> None:
    diary = Snapshot([DayEntry(SECOND, itch=5)])
    changes = plan_merge(diary, _proposed(Origin.FILE)).edit.changes
    assert changes[0].after == DayEntry(FIRST, itch=4, origin=Origin.FILE)
    assert changes[1].after == DayEntry(SECOND, itch=5, note="sore")


def test_files_of_a_diary_that_was_typed_are_as_older_programs_know_them() -> None:
    assert "origin" not in json_diary.write(Snapshot([DayEntry(FIRST, itch=4)]))
    assert "origin" not in write_days([DayEntry(FIRST, itch=4)])


def test_a_table_says_it_of_all_days_where_one_was_not_typed() -> None:
    lines = write_days([DayEntry(FIRST, itch=4), DayEntry(SECOND, itch=5, origin=Origin.PASTED)]).splitlines()
    assert [line.split(",")[-1] for line in lines] == ["origin", "typed", "pasted"]
