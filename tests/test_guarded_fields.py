"""Qt's own fields, which have hidden ways to change, stand in the modules that guard them and nowhere else."""

from __future__ import annotations

import tomllib
from pathlib import Path

from PySide6 import QtWidgets

ROOT = Path(__file__).parents[1]
GUARDED = {"day_picker.py", "pickers.py", "slider.py", "steady_area.py"}
KINDS = ("QAbstractSlider", "QAbstractSpinBox", "QCalendarWidget", "QComboBox", "QInputDialog")


def _banned() -> set[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return set(settings["tool"]["ruff"]["lint"]["flake8-tidy-imports"]["banned-api"])


def test_every_such_field_of_qt_is_a_finding_of_ruff() -> None:
    bases = tuple(getattr(QtWidgets, name) for name in KINDS)
    named = ((name, getattr(QtWidgets, name)) for name in dir(QtWidgets))  # they come as they are asked for
    classes = {name: made for name, made in named if isinstance(made, type)}
    fields = {f"PySide6.QtWidgets.{name}" for name, made in classes.items() if issubclass(made, bases)}
    assert len(fields) > len(KINDS)
    assert fields <= _banned()


def test_ruff_is_told_to_pass_over_it_in_the_guarding_modules_alone() -> None:
    files = (ROOT / "adtracker").rglob("*.py")
    assert {file.name for file in files if "noqa: TID251" in file.read_text(encoding="utf-8")} == GUARDED
