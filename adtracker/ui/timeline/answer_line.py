"""The answer of the timeline in one line, where it is seen first; what it rests on stands in the card below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from adtracker.domain.statistics.trend import Trend
from adtracker.resources import Texts
from adtracker.ui.kit.basics import button
from adtracker.ui.kit.flow_layout import FlowLayout


class AnswerLine(QWidget):
    """The question, its answer, and the button `why`."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.why = button(self.tr("See why"), "link")
        self.question = _Words(self.why, "soft")
        self.answer = _Words(self.why, "strong")
        self.question.setText(texts.say("trend.heading"))
        row = FlowLayout(self)
        for part in (self.question, self.answer, self.why):
            row.addWidget(part)

    def show_trend(self, trend: Trend) -> None:
        """Show the answer of a course."""
        self.answer.setText(self._texts.say(f"trend.answer.{trend.answer.value}"))
        said = self.tr("See why: {question} {answer}").format(question=self.question.text(), answer=self.answer.text())
        self.why.setAccessibleName(said)


class _Words(QLabel):
    """As wide as its words in one line and as high as a button beside it; without the room they go on in more lines."""

    def __init__(self, beside: QWidget, kind: str) -> None:
        super().__init__()
        self._beside = beside
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        """One line."""
        metrics = self.fontMetrics()
        height = max(metrics.height(), self._beside.sizeHint().height())
        return QSize(metrics.horizontalAdvance(self.text()) + metrics.averageCharWidth(), height)

    def minimumSizeHint(self) -> QSize:
        """The longest word."""
        return QSize(super().minimumSizeHint().width(), self.fontMetrics().height())
