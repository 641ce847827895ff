"""What itch did and what that rests on: how sure it is, the milestones, and the days that studies count."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from adtracker.domain.common.measure import ITCH
from adtracker.domain.views.timeline import Timeline
from adtracker.language import tr, tr_count
from adtracker.resources import Texts
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.answer_banner import sentences
from adtracker.ui.kit.basics import Card, button, label
from adtracker.ui.timeline.milestone_table import MilestoneTable
from adtracker.ui.words.number_words import days
from adtracker.ui.words.score_words import number_text


class AnswerCard(Card):
    """Shows what worst itch did, the milestones, and the shares of days that studies count.

    `together` leads on, from whether itch changed to what else there was on such days.
    """

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(texts.say("trend.heading"))
        self._texts = texts
        self.why = label("", "body", wrap=True)
        self.together = button(tr("What happened together"))
        self.table = MilestoneTable(theme, texts.measures())
        self.shares = label("", "body", wrap=True)
        self.setAccessibleName(self.heading.text())
        for part in (self.why, self._small(texts.say("trend.record"))):
            self.body.addWidget(part)
        self.body.addWidget(self.together, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.table)
        self.body.addWidget(self._small(tr("An arrow shows the change from the baseline.")))
        self.body.addWidget(self.shares)
        self.body.addStretch(1)

    def _small(self, text: str) -> QLabel:
        return label(text, "small", wrap=True)

    def show_timeline(self, timeline: Timeline) -> None:
        """Show the numbers of a course."""
        said = timeline.features.said
        self.why.setText(sentences(self._texts, (*said.said, *said.rest)))
        late = timeline.summary.baseline.began_late
        self.table.show_milestones(timeline.features.milestones, began_late=late)
        self.shares.setText(self._shares(timeline))
        self.shares.setVisible(bool(self.shares.text()))

    def restyle(self) -> None:
        """Take over new sizes."""
        self.table.restyle()

    def _shares(self, timeline: Timeline) -> str:
        """The days at itch 0 to 1 and far below the baseline; empty where no itch was recorded in the course."""
        state = timeline.features.state
        if state is None or state.low_percent is None:
            return ""
        low = tr_count(
            "Itch was 0 or 1 on {percent} % of {count} day with itch in the course ({low}).",
            "Itch was 0 or 1 on {percent} % of {count} days with itch in the course ({low}).",
            state.days.recorded,
            percent=number_text(state.low_percent),
            low=days(state.days.low),
        )
        if state.improved_percent is None or state.days.improved is None:
            mean = timeline.summary.baseline.means.of[ITCH.key].mean
            why = tr("The baseline has too few days with itch, so days 4 points below it are not counted.")
            if mean is not None:
                why = tr("The baseline is under 4, so days 4 points below it are not counted.")
            return f"{low} {why}"
        improved = tr(
            "It was at least 4 points below the baseline on {percent} % ({count}).",
            percent=number_text(state.improved_percent),
            count=days(state.days.improved),
        )
        return " ".join((low, improved, tr("Studies count in this way.")))
