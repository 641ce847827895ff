"""Asks whose diary it is; both answers may be left out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from adtracker.domain.common.problem import Problem
from adtracker.domain.edits.ahead import check_now
from adtracker.domain.records.profile import NAME_LIMIT, PROFILE, Profile
from adtracker.resources import Texts
from adtracker.ui.kit.columns import Columns
from adtracker.ui.kit.fields.field import Field
from adtracker.ui.kit.fields.typed_line import TypedLine

_YEAR_DIGITS = 4


class PersonForm(QWidget):
    """Name and birth year. `edited` comes when a person left a field."""

    edited = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._shown = ("", "")
        self.name = TypedLine(limit=NAME_LIMIT)
        self.year = TypedLine(self.tr("e.g. 1988"), limit=8)
        self._fields = {
            "name": Field(self.tr("Name or initials"), self.name, self.tr("Stands on your report. May be left empty.")),
            "birth_year": Field(
                self.tr("Year of birth"), self.year, self.tr("The body map needs it for children. May be left empty.")
            ),
        }
        columns = Columns(self)
        for field, weight in zip(self._fields.values(), (3, 2), strict=True):
            columns.add(field, weight)
        self.name.written.connect(self.edited)
        self.year.editingFinished.connect(self.edited)
        self.year.written.connect(self._on_year)

    def show_profile(self, profile: Profile) -> None:
        """Fill the fields."""
        self._shown = self._written
        self.show_around(profile)
        self._show([])

    def show_around(self, profile: Profile) -> None:
        """Fill the fields in which nothing is written that is not stored yet."""
        (name, year), (shown_name, shown_year) = self._written, self._shown
        stored_name, stored_year = profile.name, "" if profile.birth_year is None else str(profile.birth_year)
        if name == shown_name:
            self.name.show_text(stored_name)
            stored_name = self.name.text()
        if year == shown_year:
            self.year.setText(stored_year)
        self._shown = (stored_name, stored_year)

    @property
    def is_changed(self) -> bool:
        """Whether somebody wrote something else than what was filled in last."""
        return self._written != self._shown

    @property
    def _written(self) -> tuple[str, str]:
        return self.name.text(), self.year.text()

    def read(self, before: Profile, today: date) -> Profile | None:
        """`before` with the answers; None if one is wrong, which is then said beside it."""
        try:
            year = int(self.year.text()) if self.year.text().strip() else None
        except ValueError:
            self._show([Problem("birth_year", "not_a_number", {"text": self.year.text()})])
            return None
        profile = replace(before, name=self.name.text().strip(), birth_year=year)
        problems = PROFILE.check(profile) + check_now(profile, today, before=before)
        self._show(problems)
        return None if problems else profile

    def problem(self, field: str) -> str:
        """What is said beside a field ("name" or "birth_year"), empty if nothing is wrong."""
        return self._fields[field].problem

    def take_focus(self) -> None:
        """Go to the first field that is wrong."""
        wrong = next((field for field in self._fields.values() if field.problem), self._fields["name"])
        wrong.control.setFocus()

    def _on_year(self) -> None:
        """Half a year is no mistake yet."""
        if len(self.year.text().strip()) == _YEAR_DIGITS:
            self.edited.emit()

    def _show(self, problems: list[Problem]) -> None:
        for name, field in self._fields.items():
            found = [self._texts.problem(problem) for problem in problems if problem.field == name]
            field.show_problem(" ".join(found))
