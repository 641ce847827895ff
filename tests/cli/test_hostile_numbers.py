"""A number that no file and no table can hold is refused with a sentence, wherever it stands in an import."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from adtracker.commands.context import FINE, REFUSED
from tests.cli.conftest import Run

WRITTEN = Path(__file__).parents[1] / "exchange" / "json" / "written.json"
DIGEST = "0f" * 32
MORE = {
    "profile": {"name": "A. B.", "birth_year": 1988},
    "treatments": [
        {
            "name": "Amlitelimab",
            "kind": "injection",
            "plans": [
                {
                    "from": "2026-08-02",
                    "schedule": {"type": "every", "count": 4, "unit": "weeks", "start": "2026-08-02"},
                },
                {"from": "2026-09-02", "schedule": {"type": "daily", "times": 2}},
            ],
            "doses": [{"date": "2026-08-02", "taken": 1, "skipped": 0}],
        }
    ],
    "photos": [{"date": "2026-08-02", "file": None, "digest": DIGEST, "width": 1600, "height": 1200}],
    "days": [
        {"date": "2026-08-02", "itch": 7, "sleep_quality": 4, "extent": {"percent": 2, "method": "palms", "palms": 2}}
    ],
}
HOLE = 987654321
HUGE = (f"{2**63}", f"{-(2**63) - 1}", f"1{'0' * 400}", f"1{'0' * 5000}", "1e999")


def _numbers(data: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The ways to all numbers in JSON data."""
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in items:
        if type(value) in (int, float):
            yield (*way, key)
        yield from _numbers(value, (*way, key))


def _with(data: Any, way: tuple[Any, ...], value: int) -> Any:
    changed = json.loads(json.dumps(data))
    inside = changed
    for key in way[:-1]:
        inside = inside[key]
    inside[way[-1]] = value
    return changed


@pytest.mark.parametrize("huge", HUGE, ids=["2^63", "-2^63-1", "10^400", "10^5000", "1e999"])
def test_a_number_that_is_too_large_is_refused_wherever_it_stands(run: Run, tmp_path: Path, huge: str) -> None:
    written = json.loads(WRITTEN.read_text(encoding="utf-8").replace("elbow_inner_left", "left_inner_elbow"))
    data = written | MORE | {"days": [*written["days"], *MORE["days"]]}
    ways = list(_numbers(data))
    assert len(ways) >= 20
    (tmp_path / "good.json").write_text(json.dumps(data), encoding="utf-8")
    assert run("import", tmp_path / "good.json", "--diary", tmp_path / "good.diary").code == FINE
    for number, way in enumerate(ways):
        file = tmp_path / f"{number}.json"
        # A whole number that is too long for Python to write out is written by hand.
        file.write_text(json.dumps(_with(data, way, HOLE)).replace(str(HOLE), huge), encoding="utf-8")
        done = run("import", file, "--diary", tmp_path / f"{number}.diary")
        assert done.code in {FINE, REFUSED} or "Nothing was" in done.err, (way, done.err)
        assert "log" not in done.err, (way, done.err)


def test_a_question_at_an_impossible_place_is_named(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "diary.json"
    question = {"key": "Mood", "text": "Mood", "kind": "scale", "position": 2**63}
    file.write_text(json.dumps({"adtracker": 2, "questions": [question]}), encoding="utf-8")
    done = run("import", file, "--diary", tmp_path / "my.diary")
    assert done.code == REFUSED
    assert "position: Please give a number from 0 to" in done.err
