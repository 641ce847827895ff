"""What itch did, asked on the command line: diaries that once got a wrong answer, imported and summed up."""

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run, open_diary, summary_of

CASES = Path(__file__).parent.parent / "domain" / "statistics" / "cases"
STEP = "Itch fell by 3.0 points by about week 3 and has stayed about level for 5 weeks."
HALF = "Itch fell by 4.0 points by about week 5 and has stayed about level for 4 weeks."


def _summed_up(run: Run, tmp_path: Path, name: str) -> tuple[dict[str, Any], str]:
    path = tmp_path / "new.diary"
    open_diary(path, create=True).close()
    assert run("import", CASES / name, "--diary", path).code == 0
    found = summary_of(run, path, "--start", "2026-10-03")
    return found, " ".join(run("summary", "--start", "2026-10-03", "--diary", path).out.split())


@pytest.mark.parametrize(
    ("name", "points", "word", "sentence"),
    [
        ("trend-step.csv", -3.0, "fell", STEP),
        ("trend-half.csv", -4.0, "fell", HALF),
        (
            "trend-one-odd-day.csv",
            0.3,
            "level",
            "Itch stayed about level: 3.0 on average at first, 3.3 in the last 4 weeks.",
        ),
        ("trend-flat.csv", 0.0, "level", "Itch stayed about level: 6.0 on average at first, 6.0 in the last 4 weeks."),
    ],
)
def test_a_fall_is_a_fall_and_level_is_level(
    run: Run, tmp_path: Path, name: str, points: float, word: str, sentence: str
) -> None:
    found, table = _summed_up(run, tmp_path, name)
    itch = found["course"]["itch"]
    assert (itch["whole"]["points"], itch["whole"]["word"]) == (points, word)
    assert itch["last_4_weeks"]["word"] == "level"
    assert itch["sentence"] == sentence
    assert sentence in table
    assert "up and down a lot" not in table


def test_it_is_written_as_other_programs_read_it(run: Run, tmp_path: Path) -> None:
    found, _ = _summed_up(run, tmp_path, "trend-step.csv")
    itch = found["course"]["itch"]
    assert itch["whole"] == {"points": -3.0, "low": -4.2, "high": -1.8, "word": "fell"}
    assert (itch["by_week"], itch["level_weeks"], itch["compared_with"]) == (3, 5, "baseline")
    assert list(itch) == [
        "whole",
        "last_7_days",
        "last_8_weeks",
        "last_4_weeks",
        "by_week",
        "level_weeks",
        "compared_with",
        "days",
        "of",
        "sentence",
    ]
    assert found["course"]["sleep_quality"] == {"whole": None}


def test_two_days_before_the_first_dose_take_no_baseline_away(run: Run, tmp_path: Path) -> None:
    found, table = _summed_up(run, tmp_path, "baseline-two-days-before.csv")
    # The first 7 recorded days, 1 to 7 October, are at 8.
    assert found["baseline"]["itch"] == {"mean": 8.0, "n": 7}
    assert (found["baseline"]["from"], found["baseline"]["to"]) == ("2026-10-01", "2026-10-07")
    assert found["baseline"]["began_late"] is True
    points = [change["itch"]["points"] for change in found["changes"]]
    assert points[0] is not None
    assert found["itch_days"]["improved"] is not None
    assert found["course"]["itch"]["compared_with"] == "first_days"
    # It was left on 6 November, 23 days before.
    assert "Whether itch changed cannot be told: itch was recorded on 0 of the last 7 days, and it takes 4." in table
