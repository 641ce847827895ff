"""Levelled off or still changing: one of four answers with what it rests on, and the milestones below it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from adtracker.domain.common.measure import ITCH
from adtracker.domain.statistics.trend import Answer
from adtracker.domain.statistics.trend_phrase import trend_phrases
from adtracker.domain.views.timeline import Timeline
from adtracker.resources import Texts
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import Card, button, label, set_kind
from adtracker.ui.timeline.milestone_table import MilestoneTable
from adtracker.ui.words.day_words import date_words
from adtracker.ui.words.number_words import days


class AnswerCard(Card):
    """Shows the trend of worst itch, the milestones, and the shares of days that studies count.

    `together` leads on, from whether itch changed to what else there was on such days.
    """

    def __init__(self, theme: Theme, texts: Texts) -> None:
        super().__init__(texts.say("trend.heading"))
        self._texts = texts
        self.answer = label("", "answer", wrap=True)
        self.why = label("", "body", wrap=True)
        self.together = button(self.tr("What happened together"))
        self.table = MilestoneTable(theme, texts.measures())
        self.shares = label("", "body", wrap=True)
        self.setAccessibleName(self.heading.text())
        for part in (self.answer, self.why, self._small(texts.say("trend.record"))):
            self.body.addWidget(part)
        self.body.addWidget(self.together, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.table)
        self.body.addWidget(self._small(self.tr("An arrow shows the change from the baseline.")))
        self.body.addWidget(self.shares)
        self.body.addStretch(1)

    def _small(self, text: str) -> QLabel:
        return label(text, "small", wrap=True)

    def show_timeline(self, timeline: Timeline) -> None:
        """Show the numbers of a course."""
        trend = timeline.features.trend
        self.answer.setText(self._texts.say(f"trend.answer.{trend.answer.value}"))
        set_kind(self.answer, "answer_lower" if trend.answer is Answer.FALLING else "answer")
        self.why.setText(" ".join(self._sentences(timeline)))
        late = timeline.summary.baseline.began_late
        self.table.show_milestones(timeline.features.milestones, began_late=late)
        self.shares.setText(self._shares(timeline))
        self.shares.setVisible(bool(self.shares.text()))

    def restyle(self) -> None:
        """Take over new sizes."""
        self.table.restyle()

    def _sentences(self, timeline: Timeline) -> list[str]:
        trend = timeline.features.trend
        span = {"first": date_words(trend.weeks[0][0].first), "last": date_words(trend.weeks[-1][0].last)}
        phrases = trend_phrases(trend, timeline.minimum)
        return [self._texts.say(f"trend.{key}", **{**values, **span}) for key, values in phrases]

    def _shares(self, timeline: Timeline) -> str:
        """The days at itch 0 to 1 and far below the baseline; empty where no itch was recorded in the course."""
        state = timeline.features.state
        if state is None or state.low_percent is None:
            return ""
        low = self.tr("Itch was 0 or 1 on {percent} % of {recorded} with itch in the course ({count}).").format(
            percent=f"{state.low_percent:g}", recorded=days(state.days.recorded), count=days(state.days.low)
        )
        if state.improved_percent is None or state.days.improved is None:
            mean = timeline.summary.baseline.means.of[ITCH.key].mean
            why = self.tr("The baseline has too few days with itch, so days 4 points below it are not counted.")
            if mean is not None:
                why = self.tr("The baseline is under 4, so days 4 points below it are not counted.")
            return f"{low} {why}"
        improved = self.tr("It was at least 4 points below the baseline on {percent} % ({count}).").format(
            percent=f"{state.improved_percent:g}", count=days(state.days.improved)
        )
        return " ".join((low, improved, self.tr("Studies count in this way.")))
