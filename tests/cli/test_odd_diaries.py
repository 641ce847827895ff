"""Diaries that few think of get a sentence each: the same in the table of numbers, as data and on the report."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from tests.cli.conftest import START, TODAY, Run, open_diary, summary_of
from tests.report.samples import text_of

LAST = (TODAY - START).days
WINDOWS = ("whole", "last_7_days", "last_8_weeks", "last_4_weeks")
NO_ANSWER = "Whether itch changed cannot be told"


class Odd(NamedTuple):
    """Itches by days from the first dose of the newest course, the sentence, and the courses by the day they begin."""

    itches: Mapping[int, float]
    sentence: str
    courses: Sequence[int] = (0,)


def _every(first: int, itches: Sequence[float], step: int = 1) -> dict[int, float]:
    return {first + step * number: itch for number, itch in enumerate(itches)}


ODD = {
    "empty": Odd({}, f"{NO_ANSWER}: itch was recorded on 0 of the last 7 days, and it takes 4."),
    # Today alone: it is among the days that the course would be compared with.
    "one day": Odd({LAST: 5}, f"{NO_ANSWER} yet: it takes 7 days after those that they are compared with."),
    # The last one is on day 113, and today is day 120.
    "one a week": Odd(
        _every(-7, [5] * 18, 7), f"{NO_ANSWER}: itch was recorded on 0 of the last 7 days, and it takes 4."
    ),
    "all zeros": Odd(
        _every(-7, [0] * (LAST + 8)), "Itch stayed about level: 0.0 on average at first, 0.0 in the last 4 weeks."
    ),
    # 8 in the week before, the last four weeks at 3, and some days between.
    "gaps": Odd(
        {**_every(-7, [8] * 7), **_every(30, [6] * 10), **_every(LAST - 27, [3] * 28)},
        "Itch fell by 5.0 points by about week 11 and has stayed about level for 4 weeks.",
    ),
    "course ahead": Odd(
        _every(LAST - 60, [6] * 61), "In the last 8 weeks itch stayed about level.", courses=(LAST + 25,)
    ),
    # Begun on day 21; the first seven recorded days are at 8, and from day 28, the first of week 5, on it is 4.
    "late baseline": Odd(
        _every(20, [8] * 7 + [4] * (LAST - 26)),
        "Itch fell by 4.0 points by about week 5 and has stayed about level for 12 weeks.",
    ),
    # The older course ended at 2; before the newer one it was 8 again.
    "two courses": Odd(
        _every(-400, [7] * 30 + [2] * 330 + [8] * 40 + [4] * (LAST + 1)),
        "Itch fell by 4.0 points by about week 1 and has stayed about level for 16 weeks.",
        courses=(-390, 0),
    ),
    # 5.5 in the four weeks before and 3.5 in the last four.
    "20 years": Odd(
        _every(-7200, [5, 6] * 3600 + [3, 4] * 60),
        "Itch fell by 2.0 points by about week 1 and has stayed about level for 16 weeks.",
    ),
}


@pytest.mark.parametrize("name", ODD)
def test_each_has_the_same_sentence_everywhere(run: Run, tmp_path: Path, name: str) -> None:
    odd, path, file = ODD[name], tmp_path / "odd.diary", tmp_path / "visit.pdf"
    with closing(open_diary(path, create=True)) as journal:
        for first in odd.courses:
            journal.save(Course(_day(first)))
        journal.save_all([DayEntry(_day(day), itch=itch) for day, itch in odd.itches.items()])
    itch = summary_of(run, path)["course"]["itch"]
    assert itch["sentence"] == odd.sentence
    windows = [itch[name] for name in WINDOWS]
    assert all(list(one) == ["points", "low", "high", "word"] for one in windows if one is not None)
    if NO_ANSWER in odd.sentence:
        assert [*windows, itch["by_week"], itch["level_weeks"]] == [None] * 6
    assert odd.sentence in " ".join(run("summary", "--diary", path).out.split())
    assert run("report", "-o", file, "--diary", path).code == 0
    printed = odd.sentence if odd.itches else "Nothing was recorded in these days."
    assert printed in " ".join(text_of(file.read_bytes()).split())


def _day(number: int) -> date:
    return START + timedelta(days=number)
