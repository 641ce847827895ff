"""`adtracker summary`: the numbers of the window, in the shape that programs read and as a table."""

from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from adtracker import language, paths
from adtracker.domain.common.measure import MEASURES
from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import AnswerKind, Better, Question
from adtracker.domain.records.side_effect import Severity, SideEffect
from adtracker.domain.records.sign import Sign
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.statistics.sign_days import LINES
from adtracker.domain.statistics.summary import summarise
from adtracker.settings import Settings, store
from adtracker.storage.journal import Journal
from tests.cli.conftest import START, TODAY, Run, open_diary, summary_of

NOTHING = {"mean": None, "n": 0}
NO_MORE = {"without_numbers": 0, "from_paper": 0, "in_breaks": {}}


def test_the_numbers_of_a_course(run: Run, diary: Path) -> None:
    # Baseline: 7 days at 7; week 1: 7 days at 5; week 2: 3 days, too few; then nothing until day 120 (week 18).
    found = summary_of(run, diary)
    assert tuple(found) == (
        *(
            "start",
            "questions",
            "baseline",
            "weeks",
            "days",
            "treatments",
            "visits",
            "scores",
            "breaks",
            "side_effects",
        ),
        *("changes", "course", "itch_days", "flares", "published", "recalled_weeks", "weeks_answered"),
    )
    assert [found[part] for part in ("treatments", "visits", "side_effects")] == [[], [], []]
    assert found["start"] == "2026-08-02"
    assert found["baseline"] == {
        "from": "2026-07-26",
        "to": "2026-08-01",
        "itch": {"mean": 7.0, "n": 7},
        "sleep_quality": {"mean": 4.0, "n": 7},
        "extent_percent": {"mean": 28.0, "n": 7},
        "answers": {},
        "signs": {**{line: {"days": 0, "n": 0} for line in LINES}, "itch": {"days": 7, "n": 7}, "sum": None},
        "began_late": False,
    }
    assert len(found["weeks"]) == 18
    assert found["weeks"][0].pop("signs")["sum"] is None
    assert found["weeks"][0] == {
        "week": 1,
        "from": "2026-08-02",
        "to": "2026-08-08",
        "itch": {"mean": 5.0, "n": 7},
        "sleep_quality": {"mean": 4.0, "n": 7},
        "extent_percent": {"mean": 28.0, "n": 7},
        "answers": {},
    }
    assert found["weeks"][1]["itch"] == {"mean": None, "n": 3}
    assert (found["weeks"][17]["week"], found["weeks"][17]["itch"]) == (18, NOTHING)
    assert found["days"] == {"kept": 10, "elapsed": 120, "longest_gap": 110, "filled_in_later": 0, **NO_MORE}


def test_counting_can_start_on_another_day(run: Run, diary: Path) -> None:
    found = summary_of(run, diary, "--start", "2026-07-27")
    assert found["start"] == "2026-07-27"
    # One day before is too few, so the first seven recorded ones stand for it: 26 July to 1 August, all at 7.
    assert found["baseline"]["itch"] == {"mean": 7.0, "n": 7}
    assert (found["baseline"]["from"], found["baseline"]["began_late"]) == ("2026-07-26", True)
    # 27 July to 1 August at 7, 2 August at 5: 47 / 7 = 6.71
    assert found["weeks"][0]["itch"] == {"mean": 6.7, "n": 7}


def test_a_diary_begun_with_the_count_says_so(run: Run, diary: Path) -> None:
    found = summary_of(run, diary, "--start", "2026-07-26")
    assert found["baseline"]["began_late"] is True
    assert found["baseline"]["from"] == "2026-07-26"


def test_an_empty_diary_gives_nulls_and_zeros(run: Run, tmp_path: Path) -> None:
    new = tmp_path / "new.diary"
    open_diary(new, create=True).close()
    found = summary_of(run, new, "--start", "2026-11-29")
    assert found["baseline"]["itch"] == NOTHING
    assert found["weeks"][0]["extent_percent"] == NOTHING
    assert found["days"] == {"kept": 0, "elapsed": 1, "longest_gap": 1, "filled_in_later": 0, **NO_MORE}


def test_a_course_that_has_not_begun_has_no_weeks_yet(run: Run, diary: Path) -> None:
    found = summary_of(run, diary, "--start", "2026-12-24")
    assert found["weeks"] == []
    assert found["days"] == {"kept": 0, "elapsed": 0, "longest_gap": 0, "filled_in_later": 0, **NO_MORE}


def test_no_more_than_24_weeks_are_counted(run: Run, diary: Path) -> None:
    assert len(summary_of(run, diary, "--start", "2020-01-01")["weeks"]) == 24


def test_without_a_course_it_says_how_to_give_a_day(run: Run, tmp_path: Path) -> None:
    new = tmp_path / "new.diary"
    open_diary(new, create=True).close()
    done = run("summary", "--json", "--diary", new)
    assert (done.code, done.out) == (2, "")
    assert "--start 2026-08-02" in done.err


def test_the_table_has_the_same_numbers(run: Run, diary: Path) -> None:
    lines = run("summary", "--diary", diary).out.splitlines()
    assert lines[0] == "Counted from 2026-08-02, today is day 120: Amlitelimab 250 mg"
    assert lines[2].split("  ")[-1].strip() == "Skin affected"
    assert lines[3] == "Baseline   2026-07-26 to 2026-08-01 7.0 (7 of 7)   4.0 (7 of 7)   28.0 (7 of 7)"
    assert lines[5] == "Week 2     2026-08-09 to 2026-08-15 - (3 of 7)     - (3 of 7)     - (3 of 7)"
    assert "Sleep quality: 0 to 10, higher is better." in lines
    assert lines[-1] == "Days kept: 10 of 120. Longest gap: 110. Filled in later: 0."
    assert max(len(line) for line in lines) <= 80


@pytest.fixture
def signed(diary: Path) -> Path:
    """The diary with the signs of its first week: dry every day, flaking on three, awake on one; worst itch 5."""
    journal = open_diary(diary)
    for number in range(7):
        entry = journal.entry(START + timedelta(days=number))
        signs = (Sign.DRY, Sign.FLAKING) if number < 3 else (Sign.DRY,)
        journal.save(replace(entry, woken=number == 4, signs=signs))
    journal.close()
    return diary


def test_days_with_signs_are_counted_week_by_week(run: Run, signed: Path) -> None:
    first, second = (week["signs"] for week in summary_of(run, signed)["weeks"][:2])
    assert first == {
        "itch": {"days": 7, "n": 7},  # 4
        "sleep": {"days": 1, "n": 7},  # 1
        "bleeding": {"days": 0, "n": 7},
        "weeping": {"days": 0, "n": 7},
        "cracked": {"days": 0, "n": 7},
        "flaking": {"days": 3, "n": 7},  # 2
        "dry": {"days": 7, "n": 7},  # 4
        "sum": 11,
    }
    assert (second["itch"], second["dry"], second["sum"]) == ({"days": 3, "n": 3}, {"days": 0, "n": 0}, None)


def test_the_table_has_the_signs_of_the_weeks_that_have_any(run: Run, signed: Path) -> None:
    lines = run("summary", "--diary", signed).out.splitlines()
    place = lines.index("Days with signs, counted from the diary: days with / days answered.")
    assert lines[place + 2].split() == ["itch", "woken", "bleeding", "weeping", "cracked", "flaking", "dry", "sum"]
    assert lines[place + 3].split() == ["Week", "1", "7/7", "1/7", "0/7", "0/7", "0/7", "3/7", "7/7", "11"]
    assert lines[place + 4] == ""
    assert max(len(line) for line in lines) <= 80


def test_the_itch_that_counts_is_that_of_the_settings(run: Run, signed: Path) -> None:
    store(paths.settings_file(), Settings(itch_counts_from=6))
    assert summary_of(run, signed)["weeks"][0]["signs"]["itch"] == {"days": 0, "n": 7}
    assert "Itch counts from 6 of 10." in run("summary", "--diary", signed).out


def test_days_after_today_are_not_counted(run: Run, diary: Path) -> None:
    before = summary_of(run, diary)
    tomorrow = TODAY + timedelta(days=1)
    with closing(Journal.open(diary, lambda: tomorrow)) as journal:  # when the clock was a day ahead
        journal.save(DayEntry(tomorrow, itch=9, signs=(Sign.BLEEDING,)))
    assert summary_of(run, diary) == before


def test_no_number_is_worked_out_twice(run: Run, diary: Path) -> None:
    journal = open_diary(diary)
    expected = summarise(journal.entries(), Course(START), TODAY)
    journal.close()
    found = summary_of(run, diary)
    for shown, week in zip(found["weeks"], expected.weeks, strict=True):
        for measure in MEASURES:
            assert shown[measure.key] == {"mean": week.of[measure.key].mean, "n": week.of[measure.key].n}


@pytest.mark.parametrize("day", ["1899-12-31", "3000-01-01", "2026-02-30", "tomorrow", ""])
def test_a_start_that_is_no_day_is_wrong_usage(run: Run, diary: Path, day: str) -> None:
    done = run("summary", "--start", day, "--diary", diary)
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1


def test_the_first_entry_counts_even_when_it_lies_long_before(run: Run, diary: Path) -> None:
    start = START + timedelta(days=60)
    assert summary_of(run, diary, "--start", start.isoformat())["baseline"]["began_late"] is False


@pytest.fixture
def visited(diary: Path) -> Path:
    """The diary with three visits, one long before the course and one planned, and two side effects."""
    journal = open_diary(diary)
    planned = TODAY + timedelta(days=12)
    for day, who in ((START - timedelta(days=90), "Dr. Before"), (START, ""), (planned, "Dr. Weber")):
        journal.save(Visit(day, who, questions="May I swim?" if who else ""))
    journal.save(ClinicScore(START, "easi", 12.3))
    journal.save(SideEffect("Sore arm", START, START + timedelta(days=1), Severity.MILD, "Cooled it"))
    journal.save(SideEffect("Dry\x1beyes", TODAY))
    journal.close()
    return diary


def test_visits_and_side_effects_of_the_course_are_listed(run: Run, visited: Path) -> None:
    found = summary_of(run, visited)
    assert found["visits"] == [
        {"date": "2026-08-02", "who": "", "notes": "", "questions": ""},
        {"date": "2026-12-11", "who": "Dr. Weber", "notes": "", "questions": "May I swim?"},
    ]
    assert found["scores"] == [{"date": "2026-08-02", "name": "EASI", "value": 12.3, "from": 0, "to": 72, "missing": 0}]
    assert found["side_effects"] == [
        {"what": "Sore arm", "from": "2026-08-02", "to": "2026-08-03", "severity": "mild", "done": "Cooled it"},
        {"what": "Dry\x1beyes", "from": "2026-11-29", "to": None, "severity": None, "done": ""},
    ]


def test_the_table_lists_them_too_and_sends_a_terminal_nothing_but_text(run: Run, visited: Path) -> None:
    assert run("summary", "--diary", visited).out.splitlines()[-5:] == [
        "Visit 2026-08-02.",
        "Side effect 2026-08-02 to 2026-08-03: Sore arm, mild.",
        "Score 2026-08-02: EASI 12.3.",
        "Side effect since 2026-11-29: Dry\N{REPLACEMENT CHARACTER}eyes.",
        "Visit 2026-12-11: Dr. Weber.",
    ]


@pytest.fixture
def asked(diary: Path) -> Path:
    """The diary with four own questions: in week 1 mood 1 to 7, two swims, steps on three days."""
    journal = open_diary(diary)
    journal.save_all(
        [
            Question("Mood", "Mood", better=Better.HIGHER),
            Question("Swam", "Did I swim in the sea?", AnswerKind.YES_NO, Better.NEITHER, position=1),
            Question("Steps", "Steps", AnswerKind.COUNT, Better.HIGHER, "steps", 2),
            Question("Pain", "Pain\x1b", position=3),
            Question("Old", "Not asked any more", position=4, hidden=True),
        ]
    )
    for number in range(7):
        entry = journal.entry(START + timedelta(days=number))
        entry = entry.with_answer("Mood", number + 1).with_answer("Swam", number < 2)
        journal.save(entry.with_answer("Steps", 4000) if number < 3 else entry)
    journal.close()
    return diary


def test_own_questions_are_averaged_week_by_week(run: Run, asked: Path) -> None:
    found = summary_of(run, asked)
    assert [question["key"] for question in found["questions"]] == ["Mood", "Swam", "Steps", "Pain"]
    assert found["questions"][2] == {
        "key": "Steps",
        "text": "Steps",
        "unit": "steps",
        "kind": "count",
        "better": "higher",
        "hidden": False,
    }
    assert found["weeks"][0]["answers"] == {
        "Mood": {"mean": 4.0, "n": 7},  # (1 + 2 + 3 + 4 + 5 + 6 + 7) / 7
        "Swam": {"mean": 0.29, "n": 7},  # 2 of 7 days
        "Steps": {"mean": None, "n": 3},
        "Pain": {"mean": None, "n": 0},
    }
    assert found["baseline"]["answers"]["Mood"] == {"mean": None, "n": 0}


def test_the_table_has_them_three_at_a_time_and_says_how_each_is_read(run: Run, asked: Path) -> None:
    lines = run("summary", "--diary", asked).out.splitlines()
    place = next(
        number for number, line in enumerate(lines) if line.split() == ["Mood", "Did", "I", "swim", "in…", "Steps"]
    )
    assert lines[place + 2] == "Week 1     2026-08-02 to 2026-08-08 4.0 (7 of 7)   29% (7 of 7)   - (3 of 7)"
    assert "Did I swim in the sea?: % of days with yes." in lines
    assert "Pain\N{REPLACEMENT CHARACTER}: 0 to 10, lower is better." in lines
    assert max(len(line) for line in lines) <= 80


@pytest.fixture
def falling(tmp_path: Path) -> Path:
    """A diary of a course begun 8 weeks ago: a baseline at 9, then 8, 7, 6 ... 1, one week each; today is day 57."""
    path = tmp_path / "falling.diary"
    journal = open_diary(path, create=True)
    start = TODAY - timedelta(days=56)
    journal.save(Course(start))
    journal.save_all([DayEntry(start + timedelta(days=day), itch=8 - day // 7) for day in range(-7, 56)])
    journal.close()
    return path


def test_a_week_that_a_late_baseline_reaches_into_has_no_change(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "late.diary"
    journal = open_diary(path, create=True)
    start, first = (
        TODAY - timedelta(days=56),
        TODAY - timedelta(days=34),
    )  # week 4 ends the day before the baseline does
    journal.save(Course(start))
    journal.save_all([DayEntry(day, itch=8 if day < TODAY - timedelta(days=27) else 4) for day in Period(first, TODAY)])
    journal.close()
    found = summary_of(run, path)
    assert (found["baseline"]["began_late"], found["weeks"][3]["itch"]["mean"]) == (True, 8)
    points = {change["week"]: change["itch"] for change in found["changes"]}
    assert points == {4: {"points": None, "percent": None}, 8: {"points": -4.0, "percent": -50.0}}
    said = [line for line in run("summary", "--diary", path).out.splitlines() if "against the baseline" in line]
    assert said == ["Week 8 against the baseline: worst itch -4.0 (-50 %)."]


def test_changes_trend_and_shares_are_those_of_the_window(run: Run, falling: Path) -> None:
    found = summary_of(run, falling)
    assert [change["week"] for change in found["changes"]] == [4, 8]
    assert found["changes"][0]["itch"] == {"points": -4.0, "percent": -44.0}  # 9 to 5: 4 / 9 = 44.4 %
    assert found["changes"][0]["sleep_quality"] == {"points": None, "percent": None}
    itch = found["course"]["itch"]
    assert list(itch["whole"]) == ["points", "low", "high", "word"]
    assert itch["whole"]["word"] == "fell"
    assert itch["whole"]["low"] < itch["whole"]["points"] < itch["whole"]["high"] < 0
    assert found["course"]["sleep_quality"] == found["course"]["extent_percent"] == {"whole": None}
    days = found["itch_days"]
    assert (days["recorded"], days["low"], days["low_percent"]) == (56, 7, 13)  # 7 / 56 = 12.5 %
    assert (days["improved"], days["improved_percent"]) == (35, 63)  # weeks 4 to 8; 35 / 56 = 62.5 %
    assert found["flares"] == []
    lines = run("summary", "--diary", falling).out.splitlines()
    said = " ".join(lines)
    assert itch["sentence"] in said
    assert itch["sentence"].startswith(f"Itch fell by {-itch['whole']['points']:.1f} points by about week ")
    assert "Week 4 against the baseline: worst itch -4.0 (-44 %)." in lines
    assert f"From {itch['days']} of {itch['of']} days." in lines
    assert "Itch at least 4 below the baseline on 35 days (63 %), as studies count." in lines


def test_the_least_days_are_those_of_the_settings(run: Run, diary: Path) -> None:
    store(paths.settings_file(), Settings(minimum_days=3))
    assert summary_of(run, diary)["weeks"][1]["itch"]["mean"] is not None  # 3 days
    assert "An average needs 3 of 7 days" in run("summary", "--diary", diary).out
    assert "itch was recorded on 0 of the last 7 days, and it takes 3." in " ".join(
        run("summary", "--diary", diary).out.split()
    )


def test_scores_have_the_comma_of_the_language(run: Run, visited: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "de")
    try:
        assert "EASI 12,3." in run("summary", "--diary", visited).out
    finally:
        language.use(language.ENGLISH, None)
