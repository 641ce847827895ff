"""On the first start: the text of a sheet that a clinic handed out, and what a diary that begins with it would have."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from adtracker.domain.common.measure import EXTENT, ITCH, SLEEP
from adtracker.domain.common.problem import Problem, RefusedError
from adtracker.domain.intake import clinic_start
from adtracker.domain.intake.clinic_start import Asked, ClinicStart
from adtracker.domain.intake.clinic_text import read_start
from adtracker.language import tr, tr_count
from adtracker.resources import Texts
from adtracker.ui.kit.basics import Card, column, label, set_kind
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.fields.field import Field
from adtracker.ui.kit.fields.long_text import LongText
from adtracker.ui.kit.messages import announce
from adtracker.ui.words.day_words import date_words

NO, YES = "no", "yes"
_LIMIT = 4000
# So many letters at once were not typed.
_PASTED = 12
_MEASURES = {clinic_start.ITCH: ITCH, clinic_start.SLEEP: SLEEP, clinic_start.SKIN: EXTENT}


class ClinicCard(Card):
    """`read` comes when the text has become another start, or none. Stores nothing.

    What is wrong with a text is said once all of it is there: pasted, or left.
    """

    read = Signal()

    def __init__(self, texts: Texts) -> None:
        super().__init__(tr("Did your clinic give you a sheet?"))
        self._texts = texts
        self._start: ClinicStart | None = None
        self._problem = ""
        self._length = 0
        self.has_sheet = Chips(
            tr("Did your clinic give you a sheet?"),
            [(NO, tr("No")), (YES, tr("My clinic gave me a sheet"))],
        )
        self.has_sheet.choose(NO)
        self.text = LongText("start", _LIMIT, "")
        self._more = self._build()
        self._more.hide()
        self.has_sheet.chosen.connect(self._on_has_sheet)
        self.text.textChanged.connect(self._on_text)
        self.text.left.connect(self._on_left)
        self.text.refused.connect(self._on_refused)

    @property
    def start(self) -> ClinicStart | None:
        """What the clinic asks for; None where no sheet is there or its text cannot be read."""
        return self._start if self.has_sheet.key == YES else None

    def hold_unread(self) -> bool:
        """Whether there is a text that cannot be read: that is said, with the keyboard on it."""
        if self.has_sheet.key != YES or self._start is not None or not self.text.text().strip():
            return False
        self._say_problem()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _build(self) -> QWidget:
        more = QWidget()
        rows = column(more, 8)
        hint = tr("It begins with “adtracker-start”. Paste it, or type it from the sheet.")
        rows.addWidget(Field(tr("The line of text on the sheet"), self.text, hint))
        self.outcome = label("", "accent", wrap=True)
        self.outcome.hide()
        rows.addWidget(self.outcome)
        for part in (self.has_sheet, more):
            self.body.addWidget(part)
        return more

    def _on_has_sheet(self, key: str) -> None:
        self._more.setVisible(key == YES)
        if key == YES:
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.read.emit()

    def _on_text(self) -> None:
        text = self.text.text()
        is_pasted = len(text) - self._length >= _PASTED
        self._length = len(text)
        before, self._start = self._start, self._read(text)
        if self._start is not None:
            self._say("\n".join(self._lines(self._start)), "body")
        elif is_pasted:
            self._say_problem()
        else:
            self.outcome.hide()
        if self._start != before:
            self.read.emit()

    def _read(self, text: str) -> ClinicStart | None:
        try:
            return read_start(text)
        except RefusedError as error:
            self._problem = self._texts.problem(error.problems[0])
            return None

    def _on_left(self) -> None:
        if self._start is None and self.text.text().strip():
            self._say_problem()

    def _on_refused(self, problem: Problem) -> None:
        self._problem = self._texts.problem(problem)
        self._say_problem()

    def _say_problem(self) -> None:
        self._say(self._problem, "caution")

    def _say(self, words: str, kind: str) -> None:
        set_kind(self.outcome, kind)
        self.outcome.setText(words)
        self.outcome.show()
        announce(self.outcome, words)

    def _lines(self, start: ClinicStart) -> Iterator[str]:
        """What would be set up, a line each."""
        yield tr("Your diary would begin with this. Nothing is stored before you start it.")
        yield self._rhythm(start)
        if start.course is not None:
            name = start.course.treatment or tr("not named")
            yield tr_count(
                "• Course of treatment: {name}, from {day} on, 1 week. You can change it below.",
                "• Course of treatment: {name}, from {day} on, {count} weeks. You can change it below.",
                start.course.weeks,
                name=name,
                day=date_words(start.course.start),
            )
        if start.visit is not None:
            yield tr("• Visit: {day}", day=date_words(start.visit))
        yield from map(self._question, start.asked)

    def _rhythm(self, start: ClinicStart) -> str:
        names = self._texts.measures()
        asked = ", ".join(names[_MEASURES[number].key]["inside"] for number in start.numbers)
        if start.weekly_on is None:
            return tr("• Written down every evening: {asked}", asked=asked or tr("your questions"))
        day = self._texts.say(f"start.weekdays.{start.weekly_on}")
        return tr("• Written down once a week, on {day}: {asked}", day=day, asked=asked or tr("your questions"))

    def _question(self, asked: Asked) -> str:
        if asked.is_yes_no:
            return tr("• Question of your own, yes or no: {text}", text=asked.text)
        return tr("• Question of your own, 0 to 10: {text}", text=asked.text)
