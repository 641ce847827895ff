"""What a person wants to ask at the visit, kept in the diary and printed word for word."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QLocale, Qt, QTime

from adtracker.domain.records.profile import QUESTIONS_LIMIT
from adtracker.language import tr
from adtracker.ui.kit.basics import button, label, set_kind
from adtracker.ui.kit.fields.text_card import TextCard


class QuestionsCard(TextCard):
    """A line below the field says whether what stands in it is in the diary.

    A button adds questions that are offered and do not stand in the field yet.
    """

    def __init__(self) -> None:
        super().__init__(tr("Questions for my dermatologist"), "questions", QUESTIONS_LIMIT)
        self.field.setPlaceholderText(tr("One question a line"))
        self.state = label("", "small", wrap=True)
        self._offered = ""
        self.take_over = button(tr("Add those noted with your visits"), "link")
        self.body.addWidget(self.take_over, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.state)
        self.typing.connect(self._on_typing)
        self.field.textChanged.connect(self._show_offer)
        self.take_over.clicked.connect(self._on_take_over)
        self._show_offer()
        self.show_idle()

    def offer(self, questions: str) -> None:
        """Offer questions that were written elsewhere; empty offers none."""
        self._offered = questions
        self._show_offer()

    def show_idle(self) -> None:
        """Nothing waits to be saved."""
        self._say("small", tr("Printed on the report, word for word."))

    def show_saved(self, when: datetime) -> None:
        """A commit returned at this local time."""
        time = QLocale().toString(QTime(when.hour, when.minute), "HH:mm")
        self._say("good", tr("✓ Saved {time}", time=time))

    def show_not_saved(self) -> None:
        """What stands in the field is not in the diary."""
        self._say("caution", tr("Not saved. It stays here and is tried again."))

    def _show_offer(self) -> None:
        self.take_over.setVisible(bool(self._missing()))

    def _missing(self) -> list[str]:
        """The lines that are offered and not there yet."""
        there = {line.strip() for line in self.field.text().splitlines()}
        return [line for line in self._offered.splitlines() if line.strip() and line.strip() not in there]

    def _on_take_over(self) -> None:
        written = self.field.text().rstrip("\n")
        self.field.setPlainText("\n".join([*([written] if written.strip() else []), *self._missing()]))
        self.flush()
        self.field.setFocus()

    def _on_typing(self) -> None:
        self._say("small", tr("Saves when you pause."))

    def _say(self, kind: str, text: str) -> None:
        set_kind(self.state, kind)
        self.state.setText(text)
