"""What stands in the summary beside the numbers of days: published definitions, recalled weeks, breaks."""

from contextlib import closing
from datetime import timedelta
from pathlib import Path

from adtracker.domain.records.day import DayEntry, Origin
from adtracker.domain.records.diary_break import BreakReason, DiaryBreak
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.recall import Recall
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import WhenNeeded
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from tests.cli.conftest import START, Run, open_diary, summary_of


def test_recalled_weeks_stand_beside_and_change_no_other_number(run: Run, diary: Path) -> None:
    before, table = summary_of(run, diary), run("summary", "--diary", str(diary)).out
    with closing(open_diary(diary)) as journal:
        journal.save_each(
            [
                Profile(weekly_on=7),
                Recall(START + timedelta(days=7), 10, 9, 0, 100),
                Recall(START + timedelta(days=22), worst_itch=10, extent_percent=12.5),
            ]
        )
    found = summary_of(run, diary)
    weeks, answered = found.pop("recalled_weeks"), found.pop("weeks_answered")
    assert (before.pop("recalled_weeks"), before.pop("weeks_answered")) == ([], None)
    assert before["course"]["itch"].pop("sentence") in found["course"]["itch"].pop("sentence")
    assert found == before
    assert weeks == [
        {
            "from": "2026-08-03",
            "to": "2026-08-09",
            "worst_itch": 10,
            "average_itch": 9,
            "sleep_quality": 0,
            "extent_percent": 100,
        },
        {
            "from": "2026-08-18",
            "to": "2026-08-24",
            "worst_itch": 10,
            "average_itch": None,
            "sleep_quality": None,
            "extent_percent": 12.5,
        },
    ]
    # Sundays from 9 August to 22 November are over, and that of 29 November still goes on.
    assert answered == {"answered": 2, "asked": 16}
    new = run("summary", "--diary", str(diary)).out
    assert "2026-08-18 to 2026-08-24: worst itch as recalled 10, skin affected as recalled 12.5 %. It is in no" in new
    assert "Weeks answered: 2 of 16." in new
    assert [line for line in new.splitlines() if "recalled" not in line and "Weeks answered" not in line] == [
        line for line in table.splitlines() if "recalled" not in line
    ]


def test_counts_beside_published_definitions(run: Run, diary: Path) -> None:
    journal = open_diary(diary)
    journal.save(Treatment("Mometasone", Kind.CREAM, (Plan(START, WhenNeeded()),)))
    cream = journal.treatments()[0].key
    assert cream is not None
    journal.save(DayDoses(cream, START, taken=1))
    for number in range(14, 28):  # weeks 3 and 4
        journal.save(DayEntry(START + timedelta(days=number), itch=1 if number < 20 else number % 2))
    journal.save(ClinicScore(START + timedelta(days=20), "easi", 0.4, "Dr. Weber"))
    journal.close()
    found = summary_of(run, diary)["published"]
    assert found["last_7_days"] == {"from": "2026-11-23", "to": "2026-11-29", "worst": None, "average": None, "n": 0}
    calm = {"weeks": 2, "from": "2026-08-16", "to": "2026-08-29"}
    scores = [{"date": "2026-08-22", "name": "EASI", "value": 0.4}]
    assert found["average_0_or_1"] == {"counted": 3, "calm": 2, "longest": {**calm, "scores": scores}}
    assert found["every_day_0_or_1"] == found["average_0_or_1"]
    # Week 1 has itch 5 on all days; 3 of the days of week 2 are kept.
    assert found["cream"] == {"used": 1, "known": 24}
    assert found["controlled"] == {"counted": 3, "totally": 2, "well": 2}
    lines = run("summary", "--diary", diary).out.splitlines()
    place = lines.index("Counted beside published definitions:")
    assert lines[place - 1] == ""
    said = " ".join(lines[place:])
    assert "Worst and average itch of the last 7 days: too few days, 0 of 7." in said
    run_of_weeks = "2 of 3 weeks; longest run 2 weeks, 2026-08-16 to 2026-08-29; EASI 0.4 on 2026-08-22."
    assert f"Weeks with an average itch of 0 or 1: {run_of_weeks}" in said
    assert "Days with a cream or ointment against inflammation: 1 of 24 days on which it is known." in said
    assert max(len(line) for line in lines) <= 80


def test_a_diary_without_a_cream_says_nothing_of_creams(run: Run, diary: Path) -> None:
    found = summary_of(run, diary)["published"]
    assert (found["cream"], found["controlled"]) == (None, None)
    assert "cream" not in run("summary", "--diary", diary).out


def test_breaks_and_bad_days_are_counted_apart_and_listed(run: Run, diary: Path) -> None:
    """The days written are those up to day 10; of days 12 to 18 none is, and day 20 is a bad one."""
    sea = DiaryBreak(START + timedelta(days=11), START + timedelta(days=17), BreakReason.HOLIDAY, "By the sea")
    with closing(open_diary(diary)) as journal:
        journal.save_each([sea, DayEntry(START + timedelta(days=19), bad_day=True)])
    found = summary_of(run, diary)
    kept = {"kept": 11, "elapsed": 120, "longest_gap": 100, "filled_in_later": 1}
    assert found["days"] == {**kept, "without_numbers": 1, "from_paper": 0, "in_breaks": {"holiday": 7}}
    dates = {"from": sea.first.isoformat(), "to": sea.last.isoformat()}
    assert found["breaks"] == [{**dates, "reason": "holiday", "words": "By the sea"}]
    lines = run("summary", "--diary", diary).out.splitlines()
    assert f"Break {sea.first} to {sea.last}: holiday, By the sea." in lines
    assert any(line.endswith(" 7 in breaks (holiday 7). 1 bad day without numbers.") for line in lines)


def test_days_from_paper_are_counted(run: Run, diary: Path) -> None:
    with closing(open_diary(diary)) as journal:
        before = summary_of(run, diary)["days"]["from_paper"]
        journal.save_each(
            [DayEntry(START + timedelta(days=number), itch=4, origin=Origin.PAPER) for number in range(40, 43)]
        )
    assert (before, summary_of(run, diary)["days"]["from_paper"]) == (0, 3)
    assert "From a paper sheet, time of writing not known: 3." in run("summary", "--diary", str(diary)).out
