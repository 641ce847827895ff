"""Pages of reports come from the press, unless a test is about the process that sets them."""

from __future__ import annotations

import pytest

from adtracker.report.typeset import SecondProcess
from tests.press import press


@pytest.fixture
def apart() -> None:
    """Every report is set anew, in a process of its own, as for a person."""


@pytest.fixture(autouse=True)
def _pressed(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "apart" not in request.fixturenames:
        monkeypatch.setattr(SecondProcess, "__call__", lambda _process, job: press(job))
