"""Small files as people make them in spreadsheets, and what each must give; `tests/exchange/cases` has them."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from adtracker.domain.common.period import Period
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.domain.records.sign import Sign
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.treatments.treatment import Kind
from adtracker.storage.journal import Journal
from tests.cli.conftest import Run, open_diary

CASES = Path(__file__).parent.parent / "exchange" / "cases"
FIRST, SECOND = date(2026, 11, 1), date(2026, 11, 2)
FULL = DayEntry(
    FIRST,
    itch=2,
    sleep_quality=6,
    extent=Extent(8.1, ExtentMethod.PALMS, palms=8.1),
    note="Hände wund",
    woken=True,
    signs=(Sign.DRY,),
    context=("wool",),
    answers=(("Mood", 4.0),),
)


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """A new diary, which commands use at the same time."""
    opened = open_diary(tmp_path / "new.diary", create=True)
    yield opened
    opened.close()


def _file(folder: Path, text: str, name: str = "mine.csv") -> Path:
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_of_a_full_day_only_the_itch_changes(run: Run, journal: Journal) -> None:
    journal.save(Question("Mood", "Mood"))
    journal.save(FULL)
    before = journal.entry(FIRST)
    done = run("import", CASES / "partial-itch-only.csv", "--replace", "--diary", journal.path)
    assert done.out.splitlines() == [
        "Days: 0 new, 0 completed, 0 the same, 1 different.",
        "different, replaced: 2026-11-01 (itch)",
    ]
    assert journal.entry(FIRST) == replace(before, itch=5)


def test_an_empty_cell_says_nothing_unless_it_is_to_clear(run: Run, journal: Journal, tmp_path: Path) -> None:
    journal.save(Question("Mood", "Mood"))
    journal.save(FULL)
    before = journal.entry(FIRST)
    header = "date,itch,sleep_quality,extent_percent,note,woken,signs,context,answer: Mood\n"
    file = _file(tmp_path, f"{header}2026-11-01,2,,,,,,,\n")
    assert "1 the same" in run("import", file, "--replace", "--diary", journal.path).out
    assert journal.entry(FIRST) == before
    done = run("import", file, "--replace", "--clear-empty", "--diary", journal.path)
    assert done.out.splitlines()[1].endswith("(answers: Mood, context, extent, note, signs, sleep_quality, woken)")
    recorded = {"recorded_at": before.recorded_at, "recorded_on": before.recorded_on}
    assert journal.entry(FIRST) == DayEntry(FIRST, itch=2, **recorded)  # type: ignore[arg-type]
    _file(tmp_path, "date,itch\n2026-11-01,\n")
    assert run("import", file, "--replace", "--clear-empty", "--diary", journal.path).code == 0
    assert journal.entries() == ()


def test_clearing_is_asked_for_together_with_replacing(run: Run, journal: Journal) -> None:
    done = run("import", CASES / "partial-itch-only.csv", "--clear-empty", "--diary", journal.path)
    assert (done.code, done.out) == (2, "")
    assert "needs --replace" in done.err


def test_a_plain_import_completes_what_is_empty(run: Run, journal: Journal, tmp_path: Path) -> None:
    journal.save(DayEntry(FIRST, itch=2, note="mine"))
    file = _file(tmp_path, "date,itch,sleep_quality,note\n2026-11-01,2,6,\n2026-11-02,3,,\n2026-11-03,,,\n")
    done = run("import", file, "--diary", journal.path)
    assert done.out == "Days: 1 new, 1 completed, 0 the same, 0 different.\n"
    entry = journal.entry(FIRST)
    assert (entry.itch, entry.sleep_quality, entry.note) == (2, 6, "mine")
    assert run("import", file, "--diary", journal.path).out == "Days: 0 new, 0 completed, 2 the same, 0 different.\n"


def test_what_a_json_file_leaves_out_or_says_null_of_stays(run: Run, journal: Journal, tmp_path: Path) -> None:
    journal.save(Question("Mood", "Mood"))
    journal.save(FULL)
    before = journal.entry(FIRST)
    day = '{"date": "2026-11-01", "itch": 5, "note": null, "signs": null, "answers": {"Mood": null}}'
    file = _file(tmp_path, f'{{"adtracker": 3, "days": [{day}]}}', "mine.json")
    run("import", file, "--replace", "--diary", journal.path)
    assert journal.entry(FIRST) == replace(before, itch=5)
    run("import", file, "--replace", "--clear-empty", "--diary", journal.path)
    assert journal.entry(FIRST) == replace(before, itch=5, note="", signs=None, answers=())


def test_words_of_the_screen_are_the_usual_triggers(run: Run, journal: Journal) -> None:
    done = run("import", CASES / "words-of-the-screen.csv", "--diary", journal.path)
    assert done == (0, "Days: 1 new, 0 completed, 0 the same, 0 different.\n", "")
    assert journal.triggers() == ()
    assert journal.entry(FIRST).context == ("stress", "dry_air", "wool")


def test_a_new_trigger_in_any_case_is_one_as_it_was_written_first(run: Run, journal: Journal, tmp_path: Path) -> None:
    file = tmp_path / "cat.csv"
    file.write_text("date,triggers\n2026-11-01,My cat;wool\n2026-11-02,my  cat\n2026-11-03,MY CAT\n")
    done = run("import", file, "--diary", journal.path)
    assert (done.code, done.err) == (0, "")
    assert [trigger.key for trigger in journal.triggers()] == ["My cat"]
    days = Period(date(2026, 11, 1), date(2026, 11, 3))
    assert [entry.context for entry in journal.entries(days)] == [("My cat", "wool"), ("My cat",), ("My cat",)]


def test_signs_are_known_by_all_that_the_screen_calls_them(run: Run, journal: Journal, tmp_path: Path) -> None:
    text = 'date,signs\n2026-11-01,"weeping or CRUSTED; Dry or rough"\n2026-11-02,None of these\n'
    assert run("import", _file(tmp_path, text), "--diary", journal.path).code == 0
    assert journal.entry(FIRST).signs == (Sign.DRY, Sign.WEEPING)
    assert journal.entry(SECOND).signs == ()


def test_triggers_and_questions_are_known_by_their_names_of_now_hidden_ones_too(
    run: Run, journal: Journal, tmp_path: Path
) -> None:
    journal.save_all(
        [
            Trigger("cat hair", "The  neighbour's cat", hidden=True),
            Trigger("wool", "Pullover"),
            Question("Stress", "Stress at work"),
            Question("wine", "Any wine?", AnswerKind.YES_NO, hidden=True),
        ]
    )
    text = "Date,context,stress AT work,answer: any wine?\n2026-11-01,THE NEIGHBOUR'S CAT; pullover; Wool,7,Yes\n"
    refused = run("import", _file(tmp_path, text), "--diary", journal.path)
    assert refused.code == 3  # two names of one trigger
    text = text.replace("; Wool", "; Cat Hair2").replace("THE NEIGHBOUR'S CAT; ", "cat HAIR;")
    assert "Triggers: 1 new" in run("import", _file(tmp_path, text), "--diary", journal.path).out
    entry = journal.entry(FIRST)
    assert entry.context == ("cat hair", "wool", "Cat Hair2")
    assert entry.answers == (("Stress", 7.0), ("wine", 1.0))


def test_columns_and_choices_are_known_by_the_words_of_the_screen(run: Run, journal: Journal, tmp_path: Path) -> None:
    _file(
        tmp_path,
        "treatment,kind,strength,from,schedule,times\nX,Cream or Ointment,potent steroid,01.08.2026,daily,2\n",
        "mine-tables/treatments.csv",
    )
    _file(
        tmp_path, 'treatment,date,taken,sites\nX,02.08.2026,1,"abdomen, LEFT; Thigh, right"\n', "mine-tables/doses.csv"
    )
    _file(tmp_path, "what,first,severity\nrash,2026-08-03,Moderate\n", "mine-tables/side_effects.csv")
    _file(tmp_path, "date,scale,value\n2026-08-03,EASI,12\n", "mine-tables/clinic_scores.csv")
    _file(tmp_path, "key,kind,better\nMood,Yes or no,More is better\n", "mine-tables/questions.csv")
    days = "Day,Worst itch,SLEEP QUALITY,Skin affected,Notes,woken,signs,triggers\n"
    days += "2026-11-01,5,6,12.5,x,TRUE,Dry or rough; cracked,None of these\n"
    done = run("import", _file(tmp_path, days), "--diary", journal.path)
    assert (done.code, done.err) == (0, "")
    extent = Extent(12.5, ExtentMethod.PERCENT)
    assert journal.entry(FIRST) == DayEntry(
        FIRST, 5, 6, extent, "x", woken=True, signs=(Sign.DRY, Sign.CRACKED), context=()
    )
    (cream,) = journal.treatments()
    assert (cream.kind, cream.strength, cream.started) == (Kind.CREAM, "potent", date(2026, 8, 1))
    assert journal.doses()[0].sites == ("abdomen_left", "thigh_right")
    assert [score.scale for score in journal.scores()] == ["easi"]


def test_a_json_file_may_have_the_words_of_the_screen_too(run: Run, journal: Journal, tmp_path: Path) -> None:
    extent = '{"percent": 1, "method": "regions", "age_column": "adult", "grades": {"Left Inner Elbow": "A little"}}'
    day = f'{{"date": "2026-11-01", "extent": {extent}, "signs": ["Flaking"], "context": ["dry AIR"]}}'
    assert (
        run("import", _file(tmp_path, f'{{"adtracker": 3, "days": [{day}]}}', "a.json"), "--diary", journal.path).code
        == 0
    )
    entry = journal.entry(FIRST)
    assert entry.extent is not None
    assert [region for region, _ in entry.extent.grades] == ["left_inner_elbow"]
    assert (entry.signs, entry.context) == ((Sign.FLAKING,), ("dry_air",))


def test_an_extent_that_contradicts_its_marks_is_refused_with_both_numbers(
    run: Run, journal: Journal, tmp_path: Path
) -> None:
    extent = '{"percent": 95, "method": "regions", "age_column": "adult", "grades": {"left_palm": "little"}}'
    days = f'{{"date": "2026-11-01", "itch": 4, "extent": {extent}}}, {{"date": "2026-11-02", "itch": 5}}'
    done = run("import", _file(tmp_path, f'{{"adtracker": 3, "days": [{days}]}}', "a.json"), "--diary", journal.path)
    assert done.code == 3
    assert done.err.splitlines() == [
        "days[0]: extent.percent: It says that 95 % of the skin is affected, but the marked places add up to 0.3 %.",
        "1 row was refused, so nothing was imported. The diary is as it was.",
    ]
    assert (journal.entry(FIRST).is_empty, journal.entry(SECOND).is_empty) == (True, True)


def test_a_german_spreadsheet_is_read(run: Run, journal: Journal) -> None:
    done = run("import", CASES / "spreadsheet-german.csv", "--diary", journal.path)
    assert done == (0, "Days: 2 new, 0 completed, 0 the same, 0 different.\n", "")
    first = DayEntry(FIRST, 3.5, 6, Extent(12.5, ExtentMethod.PERCENT), "Hände wund")
    assert journal.entries() == (first, DayEntry(SECOND, 4))


def test_an_american_spreadsheet_is_read_by_its_one_certain_day(run: Run, journal: Journal) -> None:
    done = run("import", CASES / "spreadsheet-us.csv", "--diary", journal.path)
    assert done == (0, "Days: 2 new, 0 completed, 0 the same, 0 different.\n", "")
    assert [(one.day, one.itch) for one in journal.entries()] == [(FIRST, 3), (date(2026, 11, 28), 4)]


@pytest.mark.parametrize(
    ("order", "days"),
    [
        ("day-first", [date(2026, 1, 11), date(2026, 2, 11)]),
        ("month-first", [FIRST, SECOND]),
    ],
)
def test_days_that_could_be_two_need_one_answer(
    run: Run, journal: Journal, tmp_path: Path, order: str, days: list[date]
) -> None:
    file = _file(tmp_path, "date,itch\n11/1/2026,3\n11/2/2026,4\n")
    done = run("import", file, "--diary", journal.path)
    assert (done.code, done.out) == (2, "")
    assert "such as 11/1/2026 in mine.csv can mean two days" in done.err
    assert journal.entries() == ()
    assert run("import", file, "--dates", order, "--diary", journal.path).code == 0
    assert [entry.day for entry in journal.entries()] == days


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("typed", "day"), [("Day\n", date(2026, 1, 11)), ("month\n", FIRST), ("", None), ("x\n", None)]
)
def test_on_a_terminal_it_is_asked_once(
    run: Run, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, day: date | None
) -> None:
    monkeypatch.setattr("sys.stdin", _Terminal(typed))
    done = run("import", _file(tmp_path, "date,itch\n11/1/2026,3\n"), "--diary", journal.path)
    assert done.out.startswith("Which is first in dates such as 11/1/2026: the day or the month?")
    assert done.code == (0 if day else 2)
    assert [entry.day for entry in journal.entries()] == ([day] if day else [])


def test_the_order_is_one_for_all_tables_of_a_file(run: Run, journal: Journal, tmp_path: Path) -> None:
    _file(tmp_path, "date,who\n25/12/2026,Dr. Weber\n", "mine-tables/visits.csv")
    assert run("import", _file(tmp_path, "date,itch\n11/1/2026,3\n"), "--diary", journal.path).code == 0
    assert [entry.day for entry in journal.entries()] == [date(2026, 1, 11)]
    assert [visit.day for visit in journal.visits()] == [date(2026, 12, 25)]


def test_days_of_both_orders_refuse_the_file(run: Run, journal: Journal, tmp_path: Path) -> None:
    file = _file(tmp_path, "date,itch\n11/28/2026,3\n28/10/2026,4\n")
    done = run("import", file, "--diary", journal.path)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("Some dates in mine.csv have the day first and some the month first.")
    refused = run("import", file, "--dates", "day-first", "--diary", journal.path)
    assert refused.code == 3
    assert "line 2: date: “11/28/2026” is not a date." in refused.err


def test_columns_without_a_name_are_nothing_as_long_as_they_are_empty(
    run: Run, journal: Journal, tmp_path: Path
) -> None:
    done = run("import", CASES / "spreadsheet-empty-columns.csv", "--diary", journal.path)
    assert done == (0, "Days: 2 new, 0 completed, 0 the same, 0 different.\n", "")
    assert journal.entries() == (DayEntry(FIRST, 3), DayEntry(SECOND, 4))
    file = _file(tmp_path, "date,,itch\n2026-11-03,,5,,\n2026-11-04,?,5\n2026-11-05,,5,more\n")
    done = run("import", file, "--diary", journal.path)
    assert done.err.splitlines()[:2] == [
        "line 3: “?” stands in column 2, which has no name in the first row.",
        "line 4: The row has 4 values where the header has 3 columns. A text with the separator in it needs quotation "
        "marks around it.",
    ]


def test_what_is_said_of_a_long_file_is_short(run: Run, journal: Journal, tmp_path: Path) -> None:
    file = _file(tmp_path, "date,itch\n" + "2026-13-01,x\n" * 3000)
    done = run("import", file, "--diary", journal.path)
    lines = done.err.splitlines()
    assert len(lines) == 2 * 20 + 2
    assert lines[-2:] == [
        "and 2,980 more",
        "3,000 rows were refused, so nothing was imported. The diary is as it was.",
    ]


def test_of_one_object_with_many_faults_the_first_are_named(run: Run, journal: Journal, tmp_path: Path) -> None:
    names = ", ".join(f'"n{number}": 1' for number in range(500))
    file = _file(tmp_path, f'{{"adtracker": 3, "profile": {{{names}}}}}', "mine.json")
    lines = run("import", file, "--diary", journal.path).err.splitlines()
    assert (len(lines), lines[-2]) == (22, "and 480 more")


def test_of_many_different_days_the_first_are_named(run: Run, journal: Journal, tmp_path: Path) -> None:
    days = [date(2026, 9, number) for number in range(1, 31)]
    journal.save_all([DayEntry(day, itch=1) for day in days])
    file = _file(tmp_path, "date,itch\n" + "".join(f"{day},2\n" for day in days))
    lines = run("import", file, "--diary", journal.path).out.splitlines()
    assert lines[0] == "Days: 0 new, 0 completed, 0 the same, 30 different."
    assert (len(lines), lines[20], lines[21]) == (23, "different, kept as it was: 2026-09-20 (itch)", "and 10 more")


@pytest.mark.parametrize("name", ["mine.csv", "mine.json"])
def test_one_new_trigger_in_several_spellings_is_one_as_it_was_first_written(
    run: Run, journal: Journal, tmp_path: Path, name: str
) -> None:
    written = {"2026-10-01": "My cat", "2026-10-02": "my  CAT", "2026-10-03": "MY CAT"}
    if name.endswith(".csv"):
        text = "date,context\n" + "".join(f"{day},{word}\n" for day, word in written.items())
    else:
        days = [{"date": day, "context": [word]} for day, word in written.items()]
        text = json.dumps({"adtracker": 1, "days": days})
    assert run("import", _file(tmp_path, text, name), "--diary", journal.path).code == 0
    assert [trigger for trigger in journal.triggers() if "cat" in trigger.name.casefold()] == [
        Trigger("My cat", "My cat")
    ]
    assert {journal.entry(date.fromisoformat(day)).context for day in written} == {("My cat",)}


def test_two_triggers_that_a_file_names_itself_stay_two(run: Run, journal: Journal, tmp_path: Path) -> None:
    triggers = [{"key": key, "name": name} for key, name in (("cat", "Cat at home"), ("Cat", "Cat next door"))]
    days = [{"date": f"2026-10-0{number}", "context": [word]} for number, word in enumerate(("cat", "Cat"), 1)]
    text = json.dumps({"adtracker": 1, "triggers": triggers, "days": days})
    assert run("import", _file(tmp_path, text, "mine.json"), "--diary", journal.path).code == 0
    assert [journal.entry(date(2026, 10, number)).context for number in (1, 2)] == [("cat",), ("Cat",)]


@pytest.mark.parametrize(("typed", "itch"), [("Mean\n", 6), ("last\n", 8), ("", None), ("x\n", None)])
def test_what_stands_of_several_rows_of_one_day_is_asked_on_a_terminal(
    run: Run, journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, itch: float | None
) -> None:
    monkeypatch.setattr("sys.stdin", _Terminal(typed))
    file = _file(tmp_path, "Datum,Juckreiz\n2026-11-01,4\n2026-11-01,8\n")
    done = run("import", file, "--guess", "--diary", journal.path)
    assert "On some days (1) there is more than one row." in done.out
    assert done.code == (2 if itch is None else 0)
    assert [entry.itch for entry in journal.entries()] == ([] if itch is None else [itch])
