"""What itch did, in one sentence with what it rests on: the first thing on Timeline and Trends."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from adtracker.domain.statistics.course_phrase import CoursePhrases, Phrase
from adtracker.language import tr
from adtracker.resources import Texts
from adtracker.ui.kit.basics import Card, button, column, label
from adtracker.ui.kit.room.columns import Columns

# In lines with fewer letters the answer would be a column of words beside an empty half.
LINE = 40


class AnswerBanner(Card):
    """The answer, how many days it is from, and the button `why`; all answers look alike, as none is a verdict."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self.answer = label("", "answer", wrap=True)
        self.basis = label("", "soft", wrap=True)
        self.why = button(tr("How this was worked out"))
        words, row = QWidget(), QWidget()
        lines = column(words, 4)
        lines.addWidget(self.answer)
        lines.addWidget(self.basis)
        columns = Columns(row)
        columns.add(words, 1)
        columns.add(self.why)
        columns.setAlignment(self.why, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        columns.want_letters(words, LINE)
        self.body.addWidget(row)

    def show_said(self, said: CoursePhrases) -> None:
        """Show what a course or the last weeks say."""
        self.answer.setText(sentences(self._texts, said.said))
        self.basis.setText(f"{sentences(self._texts, said.rest[-1:])} {self._texts.say('trend.record_brief')}")
        self.setAccessibleName(f"{self.answer.text()} {self.basis.text()}")
        self.why.setAccessibleName(tr("How this was worked out: {answer}", answer=self.answer.text()))


def sentences(texts: Texts, phrases: Sequence[Phrase]) -> str:
    """Phrases of a course in words."""
    return " ".join(texts.say(f"trend.{key}", **values) for key, values in phrases)
