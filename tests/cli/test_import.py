"""`adtracker import`: all rows or none, each refusal with its line and reason, and nothing replaced unasked."""

import json
import os
import stat
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from adtracker import paths, settings
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.question import MOST_QUESTIONS, AnswerKind, Question
from adtracker.domain.records.trigger import Trigger
from adtracker.settings import Settings
from tests.cli.conftest import START, Run, open_diary

HEADER = "date,itch,sleep_quality,extent_percent,note\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Three days; the diary has the second one."""
    file = tmp_path / "days.csv"
    file.write_text(f"{HEADER}2026-06-01,3,,,=1+1\n2026-08-03,9,1.5,,\n2026-06-02,,,,\n", encoding="utf-8")
    return file


@pytest.fixture
def treatments(tmp_path: Path) -> Path:
    """One treatment with the doses of two days."""
    file = tmp_path / "treatments.json"
    schedule = '{"type": "daily", "times": 2}'
    doses = '[{"date": "2026-08-02", "taken": 2}, {"date": "2026-08-03", "skipped": 2, "reason": "away"}]'
    file.write_text(
        '{"adtracker": 2, "treatments": [{"name": "Mometasone", "kind": "cream", "plans": '
        f'[{{"from": "2026-08-01", "schedule": {schedule}}}], "doses": {doses}}}]}}',
        encoding="utf-8",
    )
    return file


def test_treatments_come_with_their_doses_and_only_once(run: Run, diary: Path, treatments: Path) -> None:
    done = run("import", treatments, "--diary", diary)
    assert done.out.splitlines() == [
        "Days: 0 new, 0 completed, 0 the same, 0 different.",
        "Treatments: 1 new, 0 completed, 0 the same, 0 different.",
        "Days with doses: 2 new, 0 completed, 0 the same, 0 different.",
    ]
    treatments.write_text(treatments.read_text(encoding="utf-8").replace('"taken": 2', '"taken": 1'), encoding="utf-8")
    again = run("import", treatments, "--diary", diary)
    assert "Days with doses: 0 new, 0 completed, 1 the same, 1 different." in again.out
    replaced = run("import", treatments, "--replace", "--diary", diary)
    assert replaced.out.splitlines()[1:] == [
        "Treatments: 0 new, 0 completed, 1 the same, 0 different.",
        "Days with doses: 0 new, 0 completed, 1 the same, 1 different.",
        "different, replaced: doses of 2026-08-02 (taken)",
    ]
    journal = open_diary(diary)
    assert [(doses.taken, doses.skipped) for doses in journal.doses()] == [(1, 0), (0, 2)]
    assert len(journal.treatments()) == 1
    journal.close()


def _entry(diary: Path, day: date) -> DayEntry:
    journal = open_diary(diary)
    try:
        return journal.entry(day)
    finally:
        journal.close()


def test_days_are_added_and_what_is_there_is_kept(run: Run, diary: Path, table: Path) -> None:
    done = run("import", table, "--diary", diary)
    assert done.out.splitlines() == [
        "Days: 1 new, 0 completed, 0 the same, 1 different.",
        "different, kept as it was: 2026-08-03 (itch, sleep_quality)",
        "To have what differs as the file has it, import it again with --replace.",
    ]
    assert (done.code, done.err) == (0, "")
    assert _entry(diary, date(2026, 6, 1)) == DayEntry(date(2026, 6, 1), itch=3, note="=1+1")
    assert _entry(diary, date(2026, 8, 3)).itch == 5


def test_what_is_replaced_is_named_and_what_the_file_leaves_open_stays(run: Run, diary: Path, table: Path) -> None:
    before = _entry(diary, date(2026, 8, 3))
    done = run("import", table, "--replace", "--diary", diary)
    assert done == (
        0,
        "Days: 1 new, 0 completed, 0 the same, 1 different.\ndifferent, replaced: 2026-08-03 (itch, sleep_quality)\n",
        "",
    )
    assert _entry(diary, date(2026, 8, 3)) == replace(before, itch=9, sleep_quality=1.5)


def test_every_refused_row_is_named_and_the_diary_stays_byte_for_byte(run: Run, diary: Path, tmp_path: Path) -> None:
    file = tmp_path / "days.csv"
    rows = '2026-06-01,3,,,\n2026-02-30,3,,,\n2026-06-02,11,x,,"two\nlines"\n1899-12-31,,,,soon\n'
    file.write_text(HEADER + rows, encoding="utf-8")
    before = diary.read_bytes()
    done = run("import", file, "--replace", "--diary", diary)
    assert done.code == 3
    assert done.out == ""
    assert done.err.splitlines() == [
        "line 3: date: “2026-02-30” is not a date. Please write it as year-month-day, such as 2026-08-02.",
        "line 4: sleep_quality: “x” is not a number.",
        "line 4: itch: Please give a number from 0 to 10, or leave it empty.",
        "line 6: date: Please give a date from 1900-01-01 on.",
        "3 rows were refused, so nothing was imported. The diary is as it was.",
    ]
    assert diary.read_bytes() == before


def test_a_refused_file_makes_no_diary(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "days.csv"
    file.write_text(f"{HEADER}2026-06-01,99,,,\n", encoding="utf-8")
    assert run("import", file, "--diary", tmp_path / "new.diary").code == 3
    assert not (tmp_path / "new.diary").exists()


def test_no_diary_is_begun_in_place_of_one_that_is_on_a_stick(run: Run, table: Path, tmp_path: Path) -> None:
    stick = tmp_path / "stick" / "my.diary"
    settings.store(paths.settings_file(), Settings(diary=str(stick)))
    for words in ((), ("--diary", stick)):
        done = run("import", table, *words)
        assert (done.code, done.out) == (1, "")
        assert f"There is no diary {stick}." in done.err
        assert not stick.parent.exists()


def test_a_name_that_is_too_long_is_said_to_be(run: Run, table: Path, tmp_path: Path) -> None:
    done = run("import", table, "--diary", tmp_path / f"{'a' * 300}.diary")
    assert done.code == 1
    assert "is too long for a diary" in done.err


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX's")
def test_without_a_diary_a_private_one_is_made(run: Run, table: Path, tmp_path: Path) -> None:
    new = tmp_path / "new" / "child.diary"
    assert run("import", table, "--diary", new).code == 0
    assert stat.S_IMODE(new.stat().st_mode) == 0o600
    assert _entry(new, date(2026, 8, 3)).itch == 9


def test_days_of_a_table_do_not_count_as_filled_in_later(run: Run, diary: Path, table: Path) -> None:
    run("import", table, "--replace", "--diary", diary)
    assert not _entry(diary, date(2026, 8, 3)).filled_in_later


def test_importing_ones_own_table_again_takes_nothing_away(run: Run, diary: Path, tmp_path: Path) -> None:
    file = tmp_path / "days.csv"
    run("export", "--format", "csv", "-o", file, "--diary", diary)
    before = _entry(diary, START)
    assert run("import", file, "--replace", "--diary", diary).out.splitlines() == [
        "Days: 0 new, 0 completed, 17 the same, 0 different.",
        "Courses: 0 new, 0 completed, 1 the same, 0 different.",
        "Your profile is the same.",
    ]
    assert _entry(diary, START) == before
    assert before.extent == Extent(28.0, ExtentMethod.PALMS, palms=28.0)


def test_a_whole_diary_comes_with_its_courses_and_profile(run: Run, diary: Path, tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    run("export", "--format", "json", "-o", file, "--diary", diary)
    new = tmp_path / "new.diary"
    done = run("import", file, "--diary", new)
    assert done.out.splitlines() == [
        "Days: 17 new, 0 completed, 0 the same, 0 different.",
        "Courses: 1 new, 0 completed, 0 the same, 0 different.",
        "The profile was taken over.",
    ]
    again = run("import", file, "--diary", new)
    assert again.out.splitlines() == [
        "Days: 0 new, 0 completed, 17 the same, 0 different.",
        "Courses: 0 new, 0 completed, 1 the same, 0 different.",
        "Your profile is the same.",
    ]


def test_several_courses_in_one_file_all_arrive(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    file.write_text(
        '{"adtracker": 1, "courses": [{"start": "2025-01-01", "treatment": "one"}, {"start": "2026-01-01"}]}',
        encoding="utf-8",
    )
    new = tmp_path / "new.diary"
    assert run("import", file, "--diary", new).code == 0
    journal = open_diary(new)
    assert [(course.start, course.treatment) for course in journal.courses()] == [
        (date(2025, 1, 1), "one"),
        (date(2026, 1, 1), ""),
    ]
    journal.close()


def test_one_bad_course_refuses_the_days_too(run: Run, diary: Path, tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    file.write_text(
        '{"adtracker": 1, "courses": [{"weeks": 0}], "days": [{"date": "2026-06-01", "itch": 1}]}', encoding="utf-8"
    )
    done = run("import", file, "--diary", diary)
    assert done.code == 3
    assert "courses[0]: start: Something has to stand here." in done.err
    assert _entry(diary, date(2026, 6, 1)).is_empty


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("days.csv", b"date,itch\n2026-06-01,\0\x81\n", "days.csv is not a table,"),
        ("days.csv", b"date,mood\n2026-06-01,1\n", "Column 2 of days.csv is called “mood”, which is not known."),
        ("days.csv", b"", "The file days.csv is empty."),
        ("all.json", b'{"adtracker": 9}', "The file was written by a newer version of adtracker."),
        ("all.json", b"date,itch\n", "Line 1 is not JSON."),
        ("backup.txt", b'{"days": []}', "The file is not a diary exported by adtracker."),
    ],
)
def test_a_file_that_cannot_be_understood_is_one_sentence(
    run: Run, diary: Path, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    before = diary.read_bytes()
    done = run("import", file, "--diary", diary)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(said)
    assert done.err.count("\n") == 1
    assert diary.read_bytes() == before


def test_what_is_in_a_file_is_known_by_its_content_where_its_name_says_nothing(
    run: Run, diary: Path, tmp_path: Path
) -> None:
    file = tmp_path / "backup"
    file.write_text('\n{"adtracker": 1, "profile": {"name": "C. D."}}', encoding="utf-8")
    assert "Your profile was replaced." in run("import", file, "--replace", "--diary", diary).out
    journal = open_diary(diary)
    assert journal.profile() == Profile("C. D.", 1988, "May I swim?")
    assert journal.course() == Course(START, "Amlitelimab 250 mg", key=1)
    journal.close()


def _surrounded(folder: Path, days: str) -> Path:
    """A table of days with a folder of tables beside it."""
    tables = folder / "mine-tables"
    tables.mkdir()
    rows = {
        "questions": "key,text,kind,better\nwine,Any wine?,yes_no,lower\n",
        "visits": "date,who\n2026-12-24,Dr. Weber\n",
        "side_effects": "what,first,severity\nheadache,2026-11-01,mild\n",
        "treatments": "treatment,kind,from,schedule,times\nEmollient,moisturiser,2026-08-01,daily,2\n",
        "doses": "treatment,date,taken\nEmollient,2026-08-02,2\n",
    }
    for name, text in rows.items():
        (tables / f"{name}.csv").write_text(text, encoding="utf-8")
    (folder / "mine.csv").write_text(days, encoding="utf-8")
    return folder / "mine.csv"


def test_tables_that_a_person_made_come_with_the_days_and_are_told_in_sentences(
    run: Run, diary: Path, tmp_path: Path
) -> None:
    file = _surrounded(tmp_path, "date,woken,signs,context,answer: wine\n2026-06-01,yes,dry,stress; my cat,no\n")
    added = [
        "Days: 1 new, 0 completed, 0 the same, 0 different.",
        "Triggers: 1 new, 0 completed, 0 the same, 0 different.",
        "Your own questions: 1 new, 0 completed, 0 the same, 0 different.",
        "Treatments: 1 new, 0 completed, 0 the same, 0 different.",
        "Days with doses: 1 new, 0 completed, 0 the same, 0 different.",
        "Visits: 1 new, 0 completed, 0 the same, 0 different.",
        "Side effects: 1 new, 0 completed, 0 the same, 0 different.",
    ]
    done = run("import", file, "--diary", diary)
    assert (done.code, done.out.splitlines(), done.err) == (0, added, "")
    entry = _entry(diary, date(2026, 6, 1))
    assert (entry.woken, entry.context, entry.answers) == (True, ("stress", "my cat"), (("wine", 0.0),))
    journal = open_diary(diary)
    assert journal.triggers() == (Trigger("my cat", "my cat"),)
    assert [visit.who for visit in journal.visits()] == ["Dr. Weber"]
    journal.close()
    visits = tmp_path / "mine-tables" / "visits.csv"
    visits.write_text("date,who,notes\n2026-12-24,Dr. Weber,bring photos\n", encoding="utf-8")
    again = run("import", file, "--replace", "--diary", diary).out.splitlines()
    assert "Visits: 0 new, 1 completed, 0 the same, 0 different." in again
    visits.write_text("date,who,notes\n2026-12-24,Dr. Weber,bring the list\n", encoding="utf-8")
    again = run("import", file, "--replace", "--diary", diary).out.splitlines()
    assert "Visits: 0 new, 0 completed, 0 the same, 1 different." in again
    assert "different, replaced: visit of 2026-12-24 (notes)" in again


def test_a_refused_row_of_a_table_beside_is_named_with_its_file(run: Run, diary: Path, tmp_path: Path) -> None:
    file = _surrounded(tmp_path, "date,answer: wine\n2026-06-01,maybe\n")
    tables = tmp_path / "mine-tables"
    (tables / "visits.csv").write_text("date,who\n2026-12-24,A\n\nsoon,B\n", encoding="utf-8")
    (tables / "doses.csv").write_text("treatment,date,taken\nDupilumab,2026-08-02,1.5\n", encoding="utf-8")
    (tables / "treatments.csv").write_text(
        "treatment,kind,from,schedule,times\nA,cream,2026-08-01,daily,2\nA,tablet,2026-09-01,stopped,2\n",
        encoding="utf-8",
    )
    before = diary.read_bytes()
    done = run("import", file, "--diary", diary)
    assert done.code == 3
    assert done.err.splitlines() == [
        "visits.csv, line 4: date: “soon” is not a date. Please write it as year-month-day, such as 2026-08-02.",
        "treatments.csv, line 3: kind: This is otherwise in an earlier row of the same treatment.",
        "treatments.csv, line 3: times: This kind of schedule has no use for this.",
        "doses.csv, line 2: taken: “1.5” is not a whole number.",
        "doses.csv, line 2: treatment: No treatment is called “Dupilumab” in the table of treatments.",
        "line 2: answers.wine: “maybe” is neither yes nor no.",
        "4 rows were refused, so nothing was imported. The diary is as it was.",
    ]
    assert diary.read_bytes() == before


@pytest.mark.parametrize(
    ("table", "text", "said"),
    [
        ("moods.csv", "date\n", "The table moods.csv is not known."),
        ("visits.csv", "date,place\n", "Column 2 of visits.csv is called “place”, which is not known."),
        ("visits.csv", "who\n", "The first row of visits.csv has no column “date”."),
        ("visits.csv", "", "The first row of visits.csv has no column “date”."),
    ],
)
def test_a_table_beside_that_cannot_be_understood_refuses_all(
    run: Run, diary: Path, tmp_path: Path, table: str, text: str, said: str
) -> None:
    file = _surrounded(tmp_path, "date\n")
    (tmp_path / "mine-tables" / table).write_text(text, encoding="utf-8")
    done = run("import", file, "--diary", diary)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(said)


def test_a_question_that_is_answered_otherwise_here_is_not_mixed_up(run: Run, diary: Path, tmp_path: Path) -> None:
    journal = open_diary(diary)
    journal.save(Question("wine", "How much wine?", AnswerKind.COUNT))
    journal.close()
    done = run("import", _surrounded(tmp_path, "date,answer: wine\n2026-06-01,1\n"), "--diary", diary)
    assert done.code == 3
    assert "questions.csv, line 2: kind: Your diary has a question of this name" in done.err


def test_what_a_terminal_would_act_on_is_never_printed(run: Run, diary: Path, tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    file.write_text(
        '{"adtracker": 3, "days": [{"date": "2026-06-01", "answers": {"\\u001b[2J": 1}}]}', encoding="utf-8"
    )
    done = run("import", file, "--diary", diary)
    assert done.code == 3
    assert "\x1b" not in done.out + done.err


def test_more_questions_than_fit_on_a_day_are_refused_and_make_no_diary(run: Run, tmp_path: Path) -> None:
    diary = tmp_path / "new.diary"
    rows = [{"key": f"q{number}", "kind": "scale"} for number in range(MOST_QUESTIONS + 1)]
    everything, one, rest = (tmp_path / f"{name}.json" for name in ("everything", "one", "rest"))
    for file, some in ((everything, rows), (one, rows[:1]), (rest, rows[1:])):
        file.write_text(json.dumps({"adtracker": 3, "questions": some}), encoding="utf-8")
    refused = run("import", everything, "--diary", diary)
    assert refused.code == 3
    assert "questions: text: At most 20 questions of your own fit on a day." in refused.err
    assert not diary.exists()
    assert run("import", rest, "--diary", diary).code == 0
    assert "At most 20 questions" in run("import", one, "--diary", diary).err
    assert run("check", "--diary", diary).code == 0
