"""Lines that a person wrote to herself are brought in from a text: what is clear is taken, the rest is named."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.storage.journal import Journal
from tests.cli.conftest import Run, open_diary

LINES = """27.11.2025 itch 6 sleep 4 note: hands sore
bought new cream
28.11.2025 3 7 skin 9,5 Swam yes
yesterday 7/3
29.11.2025 itch 6-7
30.11.2025 itch 4 days
"""


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """A new diary, which commands use at the same time."""
    opened = open_diary(tmp_path / "new.diary", create=True)
    yield opened
    opened.close()


def _written(folder: Path, text: str, name: str = "phone.txt", encoding: str = "utf-8") -> Path:
    file = folder / name
    file.write_bytes(text.encode(encoding))
    return file


def _answers(entry: DayEntry) -> tuple[object, ...]:
    return (entry.itch, entry.sleep_quality, entry.extent, entry.note, entry.answers)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_what_is_clear_is_taken_and_every_other_line_is_named(
    run: Run, journal: Journal, tmp_path: Path, encoding: str
) -> None:
    journal.save(Question("Swam", "Swam", AnswerKind.YES_NO))
    done = run("import", _written(tmp_path, LINES, encoding=encoding), "--diary", journal.path)
    assert (done.code, done.err) == (0, "")
    assert "2 lines are clear." in done.out
    assert "not taken, line 2: Not understood. “bought new cream”" in done.out
    assert "not taken, line 4: When was this written? The day counts from then. “yesterday 7/3”" in done.out
    assert "not taken, line 5: Two numbers for one answer. Which one counts? “29.11.2025 itch 6-7”" in done.out
    assert "not taken, line 6: Only a part of this line was understood. Is that part meant?" in done.out
    assert "Days: 2 new" in done.out
    first, second = journal.entry(date(2025, 11, 27)), journal.entry(date(2025, 11, 28))
    assert _answers(first) == (6, 4, None, "hands sore", ())
    assert _answers(second) == (3, 7, Extent(9.5, ExtentMethod.PERCENT), "", (("Swam", 1.0),))
    assert journal.entry(date(2025, 11, 29)) == DayEntry(date(2025, 11, 29))


def test_looked_at_alone_nothing_is_stored(run: Run, journal: Journal, tmp_path: Path) -> None:
    done = run("import", _written(tmp_path, LINES), "--look", "--diary", journal.path)
    assert (done.code, done.err) == (0, "")
    assert "1 line is clear." in done.out
    assert "not taken, line 3: A number without a name. What is it?" in done.out  # nobody asked it
    assert journal.entry(date(2025, 11, 27)) == DayEntry(date(2025, 11, 27))


def test_the_order_of_dates_is_asked_for_where_none_shows_it(run: Run, journal: Journal, tmp_path: Path) -> None:
    file = _written(tmp_path, "8/5/2025 itch 6\n9/5/2025 itch 5\n")
    refused = run("import", file, "--diary", journal.path)
    assert refused.code != 0
    assert "--dates day-first or --dates month-first" in refused.err
    done = run("import", file, "--dates", "month-first", "--diary", journal.path)
    assert (done.code, done.err) == (0, "")
    assert journal.entry(date(2025, 8, 5)).itch == 6
    assert journal.entry(date(2025, 9, 5)).itch == 5


def test_days_with_full_stops_need_no_order(run: Run, journal: Journal, tmp_path: Path) -> None:
    done = run("import", _written(tmp_path, "28.11. itch 6\n8.5. no itch\n"), "--diary", journal.path)
    assert (done.code, done.err) == (0, "")
    assert journal.entry(date(2026, 11, 28)).itch == 6
    assert journal.entry(date(2026, 5, 8)).itch == 0


def test_a_day_with_a_slash_and_no_year_names_the_way_to_say_which(run: Run, journal: Journal, tmp_path: Path) -> None:
    done = run("import", _written(tmp_path, "8/5 itch 6\n"), "--diary", journal.path)
    assert (done.code, done.out) == (2, "")
    assert "Dates such as 8/5 itch 6 in phone.txt can mean two days." in done.err
    assert "--dates day-first or --dates month-first" in done.err
    assert journal.entries() == ()


def test_what_the_diary_has_is_kept(run: Run, journal: Journal, tmp_path: Path) -> None:
    journal.save(DayEntry(date(2025, 11, 27), itch=2))
    done = run("import", _written(tmp_path, LINES), "--diary", journal.path)
    assert done.code == 0
    entry = journal.entry(date(2025, 11, 27))
    assert (entry.itch, entry.sleep_quality) == (2, 4)
    assert "kept as it was" in done.out


def test_a_table_in_a_text_stays_a_table(run: Run, journal: Journal, tmp_path: Path) -> None:
    table = _written(tmp_path, "Datum\tJuckreiz\tSchlaf\n27.11.2025\t6\t4\n28.11.2025\t3\t7\n")
    done = run("import", table, "--guess", "--diary", journal.path)
    assert (done.code, done.err) == (0, "")
    assert "Juckreiz → Worst itch" in done.out
    assert journal.entry(date(2025, 11, 28)).itch == 3
