"""The four questions about the last seven days, answered by digits and Tab: three scales and a share of the skin."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from adtracker.domain.common.problem import Problem, check_number
from adtracker.domain.records.recall import ASKED, BESIDE, Recall
from adtracker.language import tr
from adtracker.resources import Texts
from adtracker.ui.kit.basics import column, label
from adtracker.ui.kit.diaries.diary_card import DiaryCard
from adtracker.ui.kit.messages import announce
from adtracker.ui.kit.number_line import NumberLine
from adtracker.ui.kit.score_scale import ScaleWords, ScoreScale
from adtracker.ui.words.score_words import number_text

EXTENT = "extent_percent"
BETWEEN = 8


class ExtentLine(DiaryCard):
    """The share of the skin as a number. `given` carries it as float, or None; what does not fit stays, and says so."""

    given = Signal(object)

    def __init__(self, texts: Texts) -> None:
        words = texts.table("measures")[ASKED[EXTENT].key]
        super().__init__(words["question"])
        self._texts = texts
        self._value: float | None = None
        self.line = NumberLine(words["question"])
        self.line.setObjectName(EXTENT)
        self.heading.setBuddy(self.line)
        self._problem = label("", "caution", wrap=True)
        self._problem.hide()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.line)
        row.addWidget(label(tr("% of your skin. One palm, with the fingers, is about 1 %."), "soft", wrap=True), 1)
        self.body.addLayout(row)
        self.body.addWidget(self._problem)
        self.line.textEdited.connect(self._on_edited)
        self.line.editingFinished.connect(self.flush)

    @property
    def fault(self) -> Problem | None:
        """What keeps what stands there from being an answer."""
        one, misread = ASKED[EXTENT], self.line.problem(EXTENT)
        return misread or next(iter(check_number(EXTENT, self.line.value, one.minimum, one.maximum)), None)

    def show_value(self, value: float | None, *, fresh: bool) -> None:
        """Show an answer; what is being typed stays, unless it is another day's."""
        if value == self._value and not fresh:
            return
        self._value = value
        self.line.setText("" if value is None else number_text(value))
        self._say("")

    def take_focus(self) -> None:
        """Put the keyboard here, all of it marked to be typed over."""
        self.line.setFocus(Qt.FocusReason.TabFocusReason)
        self.line.selectAll()

    def type_digit(self, digit: int) -> None:
        """Begin with a digit that was typed before."""
        self.line.setText(str(digit))
        self.line.setModified(True)

    def flush(self) -> None:
        """Hand on what was typed, if it is another answer and fits."""
        fault = self.fault
        self._say("" if fault is None else self._texts.problem(fault))
        if fault is None and self.line.value != self._value:
            self._value = self.line.value
            self.given.emit(self._value)

    def _on_edited(self) -> None:
        self._say("")

    def _say(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self.line.setAccessibleDescription(sentence)
        if sentence:
            announce(self.line, sentence)


class RecallQuestions(QWidget):
    """`answered` carries the name of a question and its answer, None if it was taken back."""

    answered = Signal(str, object)

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        words = texts.table("measures")
        asked = {name: ScaleWords.of(words[one.key]) for name, one in ASKED.items() if name != EXTENT}
        self.scales: Mapping[str, ScoreScale] = {name: ScoreScale(BESIDE[name], said) for name, said in asked.items()}
        self.extent = ExtentLine(texts)
        rows = column(self, BETWEEN)
        for card in (*self.scales.values(), self.extent):
            rows.addWidget(card)
        for name, scale in self.scales.items():
            scale.setObjectName(name)
            scale.chosen.connect(self._on_chosen)
            scale.completed.connect(self._on_completed)
        self.extent.given.connect(self._on_given)

    def show_recall(self, recall: Recall, *, fresh: bool) -> None:
        """Show what is answered; `fresh` says that other days were asked about before."""
        for name, scale in self.scales.items():
            scale.show_value(recall.answer(name), fresh=fresh)
        self.extent.show_value(recall.extent_percent, fresh=fresh)

    def take_focus(self) -> None:
        """Work begins with the first question without an answer, or with the first."""
        open_ones = (scale for scale in self.scales.values() if scale.value is None)
        (next(open_ones, None) or next(iter(self.scales.values()))).take_focus()

    def _on_chosen(self, value: float | None) -> None:
        self.answered.emit(self.sender().objectName(), value)

    def _on_completed(self, digit: int | None) -> None:
        """Go to the next question; a digit that was typed already belongs there."""
        rows: list[ScoreScale | ExtentLine] = [*self.scales.values(), self.extent]
        after = rows[list(self.scales).index(self.sender().objectName()) + 1]
        after.take_focus()
        if digit is not None:
            after.type_digit(digit)

    def _on_given(self, value: float | None) -> None:
        self.answered.emit(EXTENT, value)
