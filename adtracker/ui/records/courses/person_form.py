"""Asks whose diary it is; all answers may be left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from adtracker.domain.common.problem import Problem
from adtracker.domain.edits.ahead import check_now
from adtracker.domain.records.profile import NAME_LIMIT, NUMBER_LIMIT, PROFILE, Profile
from adtracker.language import isolated, tr
from adtracker.resources import Texts
from adtracker.ui.kit.fields.field import Field
from adtracker.ui.kit.fields.typed_line import TypedLine
from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.words.day_words import date_words
from adtracker.ui.words.language import days_typed

_YEAR_DIGITS = 4
# What is said below a field is read in lines of at least so many letters.
LINE = 14
_DATED = re.compile(r"\d{4}.*\D|\D.*\d{4}")  # a year and more; without its year no day is a date of birth
_NO_YEAR = date(1, 1, 1)


class PersonForm(QWidget):
    """Name, birth (a year or a date) and, where it is asked for, the number at the clinic.

    `edited` comes when a person left a field.
    """

    edited = Signal()

    def __init__(self, texts: Texts, *, with_number: bool = False) -> None:
        super().__init__()
        self._texts = texts
        self.name = TypedLine(limit=NAME_LIMIT)
        self.birth = TypedLine(isolated("1988, 1988-03-14"), limit=20)
        self.number = TypedLine(limit=NUMBER_LIMIT)
        self._lines = {"name": self.name, "birth_year": self.birth, "clinic_number": self.number}
        self._shown = dict.fromkeys(self._lines, "")
        self._fields = self._build(with_number)
        columns = Columns(self)
        for field, weight in zip(self._fields.values(), (3, 2, 2), strict=False):
            columns.add(field, weight)
            columns.want_letters(field, LINE)
        for line in (self.name, self.number):
            line.written.connect(self.edited)
        self.birth.editingFinished.connect(self.edited)
        self.birth.written.connect(self._on_birth)

    def _build(self, with_number: bool) -> dict[str, Field]:
        fields = {
            "name": Field(tr("Name or initials"), self.name, tr("Shown on your report. May be left empty.")),
            "birth_year": Field(
                tr("Born"),
                self.birth,
                tr("A year or a date. The body map needs the year for children. May be left empty."),
            ),
        }
        if with_number:
            words = tr("That of your clinic, shown on your report. May be left empty.")
            fields["clinic_number"] = Field(tr("Patient number"), self.number, words)
        else:
            self.number.setParent(self)
            self.number.hide()
        return fields

    def show_profile(self, profile: Profile) -> None:
        """Fill the fields."""
        self._shown = self._written
        self.show_around(profile)
        self._show([])

    def show_around(self, profile: Profile) -> None:
        """Fill the fields in which nothing is written that is not stored yet."""
        stored = {"name": profile.name, "birth_year": _birth_text(profile), "clinic_number": profile.clinic_number}
        for name, line in self._lines.items():
            if line.text() == self._shown[name]:
                # A year that was stored is no more to be taken back letter by letter.
                (line.setText if line is self.birth else line.show_text)(stored[name])
                stored[name] = line.text()
        self._shown = stored

    @property
    def is_changed(self) -> bool:
        """Whether somebody wrote something else than what was filled in last."""
        return self._written != self._shown

    @property
    def _written(self) -> dict[str, str]:
        return {name: line.text() for name, line in self._lines.items()}

    def read(self, before: Profile, today: date) -> Profile | None:
        """`before` with the answers; None if one is wrong, which is then said beside it."""
        text = self.birth.text().strip()
        found = days_typed(text, _NO_YEAR) if _DATED.search(text) else ()
        if text and len(found) != 1 and not text.isdecimal():
            self._show([_misread(text, found)])
            return None
        born = found[0] if found else None
        year = born.year if born else int(text) if text else None
        profile = replace(
            before,
            name=self.name.text().strip(),
            birth_year=year,
            birth_date=born,
            clinic_number=self.number.text().strip(),
        )
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

    def _on_birth(self) -> None:
        """Half a year is no mistake yet, nor is half a date."""
        text = self.birth.text().strip()
        if len(text) == _YEAR_DIGITS and text.isdigit():
            self.edited.emit()

    def _show(self, problems: list[Problem]) -> None:
        for name, field in self._fields.items():
            about = (name, "birth_date") if name == "birth_year" else (name,)
            found = [self._texts.problem(problem) for problem in problems if problem.field in about]
            field.show_problem(" ".join(found))


def _birth_text(profile: Profile) -> str:
    if profile.birth_date is not None:
        return profile.birth_date.isoformat()
    return "" if profile.birth_year is None else str(profile.birth_year)


def _misread(text: str, found: Sequence[date]) -> Problem:
    """Of what could be two dates which ones, of another date what one looks like, of all else that it is no number."""
    if len(found) == 2:
        first, second = map(date_words, found)
        return Problem("birth_year", "two_dates", {"text": text, "first": first, "second": second})
    is_date = any(mark in text for mark in "-./ ")
    return Problem("birth_year", "birth_form") if is_date else Problem("birth_year", "not_a_number", {"text": text})
