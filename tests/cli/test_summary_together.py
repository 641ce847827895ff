"""`adtracker summary --together`: what the window shows of what happened together, worked out without one."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.domain.statistics.findings import Findings
from adtracker.domain.treatments.schedule import WhenNeeded
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.exchange.json.summary import together_data
from adtracker.resources import Texts
from adtracker.ui.together.maker import work_out
from adtracker.workers.associations import TogetherProcess
from tests.cli.conftest import TODAY, Run, open_diary

START = TODAY - timedelta(days=69)


@pytest.fixture
def noted(tmp_path: Path) -> Path:
    """70 days: itch 4 points higher on the 22 with stress; wool on 4; a scale; no swim; an unused cream."""
    path = tmp_path / "noted.diary"
    journal = open_diary(path, create=True)
    journal.save(Course(START))
    journal.save(Question("Mood", "Mood"))
    journal.save(Question("Swam", "Did I swim?", AnswerKind.YES_NO, position=1))
    journal.save(Treatment("Cream\x1b", Kind.CREAM, (Plan(START, WhenNeeded()),)))
    for number in range(70):
        has_stress = number * 5 % 13 < 4
        ticked = (*(("stress",) if has_stress else ()), *(("wool",) if number in (5, 17, 29, 41) else ()))
        entry = DayEntry(START + timedelta(days=number), itch=7 if has_stress else 3, context=ticked)
        journal.save(entry.with_answer("Mood", number % 5).with_answer("Swam", 0))
    journal.close()
    return path


def _in_the_window(diary: Path) -> Findings:
    journal = open_diary(diary)
    found = work_out(journal, Texts().table("triggers")["usual"], TogetherProcess())
    journal.close()
    assert found is not None
    return found.findings


def test_the_numbers_are_those_of_the_window(run: Run, noted: Path) -> None:
    done = run("summary", "--json", "--together", "--diary", noted)
    found = json.loads(done.out)
    assert (done.code, done.err) == (0, "")
    assert {"together": found["together"]} == together_data(_in_the_window(noted))
    stress = next(one for one in found["together"]["compared"] if one["kind"] == "trigger")
    assert (stress["name"], stress["middle"]) == ("Stress", None)
    same_day, next_morning = stress["looks"]
    # 5 n mod 13 is below 4 on 22 of the 70 days. Day 1 (with stress) has no day before.
    counts = {"itch": "same_day", "days_with": 21, "days_without": 48, "mean_with": 7, "mean_without": 3}
    assert {key: same_day[key] for key in counts} == counts
    assert same_day["stands_out"] is True
    assert same_day["low"] <= same_day["difference"] == 4.0 <= same_day["high"]
    assert next_morning["itch"] == "next_morning"
    (mood,) = (one for one in found["together"]["compared"] if one["kind"] == "answer")
    assert mood["middle"] == 2
    assert [one["name"] for one in found["together"]["too_few"]] == ["Wool"]
    assert [(one["name"], one["alike"]) for one in found["together"]["alike"]][-1] == ("Did I swim?", "never")


def test_without_the_word_it_is_not_worked_out(run: Run, noted: Path) -> None:
    assert "together" not in json.loads(run("summary", "--json", "--diary", noted).out)


def test_the_lines_say_what_went_together_and_that_it_can_be_chance(run: Run, noted: Path) -> None:
    out = run("summary", "--together", "--diary", noted).out
    said = " ".join(out.split())
    assert "Stress and more itch the same day happened together more often (21 days with, 48 without). This" in said
    assert "Average worst itch was 7.0 with it, 3.0 without. On like days it was +4.0 with it" in said
    assert "Wool: too few days so far (4 with, 65 without)." in said
    assert "Treatments are not compared" in said
    assert "Cream used" not in said
    assert "“Did I swim?” yes: on none of the 70 days that are known, so there is nothing to compare." in said
    assert "“Mood” above 2, the same day: " in said
    assert "\x1b" not in out
    assert max(map(len, out.splitlines())) <= 80


def test_with_nothing_noted_it_says_so(run: Run, diary: Path) -> None:
    assert "Nothing was noted that could be set beside itch." in run("summary", "--together", "--diary", diary).out
