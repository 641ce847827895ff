"""Whatever harm a file means, it is refused, or taken in without its harm, within a second and 100 MB."""

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from adtracker.errors import PhotoError
from adtracker.resources import Texts
from tests.photos import measured
from tests.photos.hostile import harmless, refused

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="memory is measured in the way of Linux")
MOST_SECONDS = 1
MOST_MEGABYTES = 100


class Cost(NamedTuple):
    """What came of a file, what was expected, and what it cost."""

    outcome: str
    expected: str
    seconds: float
    megabytes: float


@pytest.fixture(scope="module")
def costs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Cost]:
    """Every hostile file, measured in a process that has the libraries loaded already."""
    files = refused() | {name: (data, "") for name, data in harmless().items()}
    folder = tmp_path_factory.mktemp("hostile")
    for name, (data, _) in files.items():
        (folder / name).write_bytes(data)
    command = [sys.executable, "-m", measured.__name__, str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=Path(__file__).parents[2])
    lines = {line.pop("name"): line for line in map(json.loads, done.stdout.splitlines())}
    return {name: Cost(expected=f"photo.{key}" if key else "taken", **lines[name]) for name, (_, key) in files.items()}


@pytest.mark.slow
def test_every_hostile_file_is_refused_for_what_it_is(costs: dict[str, Cost]) -> None:
    assert {name: cost.outcome for name, cost in costs.items() if cost.outcome != cost.expected} == {}


@pytest.mark.slow
def test_none_takes_a_second(costs: dict[str, Cost]) -> None:
    assert {name: cost.seconds for name, cost in costs.items() if cost.seconds > MOST_SECONDS} == {}


@pytest.mark.slow
def test_none_takes_100_megabytes(costs: dict[str, Cost]) -> None:
    assert {name: cost.megabytes for name, cost in costs.items() if cost.megabytes > MOST_MEGABYTES} == {}


@pytest.mark.parametrize("key", sorted(Texts().table("errors")["photo"]))
def test_every_refusal_has_a_sentence(key: str) -> None:
    values = dict.fromkeys(("file", "reason", "megabytes", "width", "height", "megapixels"), "1")
    error = PhotoError(f"photo.{key}", **values)
    assert "Nothing was added" in Texts().error(error)
