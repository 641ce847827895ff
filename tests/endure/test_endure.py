"""Killed at any step, or the power cut at any moment: all that was acknowledged is there, and nothing is half.

`python3 packaging/dev.py endure` does the same much more often.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.endure import preload
from tests.endure.actions import ACTIONS, SEALED
from tests.endure.controls import CONTROLS

KILLS, CUTS = 4, 12
FEW_KILLS, FEW_CUTS = 2, 4  # where each look opens all copies, with one password or the other
CONTROL_CUTS = 20

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not preload.can_build(), reason=preload.WHY_NOT)]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What watches the files of a program."""
    return preload.build(tmp_path_factory.mktemp("watch"))


@pytest.mark.parametrize("action", ACTIONS)
def test_nothing_that_was_acknowledged_is_lost_and_nothing_is_half(library: Path, action: str) -> None:
    kills, cuts = (FEW_KILLS, FEW_CUTS) if action in SEALED else (KILLS, CUTS)
    for outcome, rounds in zip(
        preload.live_through(library, action, kills=kills, cuts=cuts), (kills, cuts), strict=True
    ):
        assert outcome.failed == []
        assert outcome.moments >= outcome.rounds == rounds


@pytest.mark.parametrize("action", CONTROLS)
def test_careless_ways_are_found_out(library: Path, action: str) -> None:
    assert preload.live_through(library, action, cuts=CONTROL_CUTS)[1].failed
