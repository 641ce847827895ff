"""What itch did, in one line above the charts, and how many days it is from; how sure that is, for those who ask."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLabel, QWidget

from adtracker.domain.statistics.course_phrase import CoursePhrases
from adtracker.resources import Texts
from adtracker.ui.kit.answer_banner import sentences
from adtracker.ui.kit.basics import column, label
from adtracker.ui.kit.room.flow_layout import FlowLayout


class LineLabel(QLabel):
    """A label that likes to have one line, and breaks only where it gets less."""

    def sizeHint(self) -> QSize:
        """As wide as the words in one line."""
        metrics = QFontMetricsF(self.font())
        return QSize(int(metrics.horizontalAdvance(self.text())) + 2, self.heightForWidth(16_000))


class AnswerLine(QWidget):
    """The answer in heavy letters and its days beside it. `detail` is how sure it is."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.answer = label("", "strong", wrap=True, of=LineLabel)
        self.basis = label("", "soft", wrap=True, of=LineLabel)
        self.detail = label("", "body", wrap=True)
        line = QWidget()
        parts = FlowLayout(line, 5)
        parts.addWidget(self.answer)
        parts.addWidget(self.basis)
        lines = column(self, 4)
        lines.addWidget(line)
        lines.addWidget(self.detail)
        self.detail.hide()

    def show_said(self, said: CoursePhrases) -> None:
        """Show what a course or the last weeks say."""
        self.answer.setText(sentences(self._texts, said.said))
        self.basis.setText(" ".join(self._texts.say("trend.rests.brief", **values) for _, values in said.rest[-1:]))
        sure = sentences(self._texts, said.rest[:-1]) or self._texts.say("trend.no_detail")
        self.detail.setText(f"{sure} {self._texts.say('trend.record')}")

    @property
    def paragraphs(self) -> list[str]:
        """All of it, as it stands in the words."""
        return [f"{self.answer.text()} {self.basis.text()}", self.detail.text()]
