"""How this is worked out: every definition behind the numbers of a course, with its source."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from adtracker import resources
from adtracker.domain.lessons.threshold import Published, parse_thresholds
from adtracker.domain.statistics.summary import Baseline
from adtracker.language import tr
from adtracker.resources import Texts
from adtracker.ui.kit.basics import Card, button, column, label, set_kind
from adtracker.ui.kit.fields.field import selectable
from adtracker.ui.words.day_words import span_words

_PARTS = (("title", "strong"), ("text", "body"), ("source", "small"))


class DefinitionsCard(Card):
    """Folded until a person wants it; the baseline, which differs from course to course, is always said."""

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._content: QWidget | None = None
        self._minimum = 0
        self.baseline = label("", "body", wrap=True)
        self.toggle = button(tr("How this is worked out"))
        self.toggle.setCheckable(True)
        self.body.addWidget(self.baseline)
        self.body.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignLeft)
        self.toggle.toggled.connect(self._on_toggled)

    def show_baseline(self, baseline: Baseline, minimum: int) -> None:
        """Say what changes are counted from; `minimum` is how many days of a week make an average."""
        words = tr(
            "The baseline (base) is the 7 days before the first dose, {span}.", span=span_words(baseline.means.period)
        )
        if baseline.began_late:
            words = tr(
                "The baseline (base) is from the first recorded days around the first dose, {span}, because the 7 days "
                "before it have too few. A week that begins before they are over has no change.",
                span=span_words(baseline.means.period),
            )
        self.baseline.setText(words)
        if minimum != self._minimum:
            self._minimum = minimum
            self._build()

    def _on_toggled(self) -> None:
        self._build()

    def _build(self) -> None:
        """Put all definitions below the button while it is pressed; they are made when they are wanted."""
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
            self._content = None
        if self.toggle.isChecked():
            self._content = self._definitions()
            self.body.addWidget(self._content)

    def _definitions(self) -> QWidget:
        made = QWidget()
        lines = column(made, 4)
        thresholds = parse_thresholds(resources.read_toml("thresholds", "itch.toml"))
        values = {"minimum": self._minimum, "low": thresholds.low, "high": thresholds.high}
        for key in self._texts.table("definitions"):
            for part, kind in _PARTS:
                lines.addWidget(label(self._texts.say(f"definitions.{key}.{part}", **values), kind, wrap=True))
            lines.addSpacing(8)
        for study in thresholds.published:
            lines.addWidget(_study(study, self._texts))
        return made


def _study(study: Published, texts: Texts) -> QLabel:
    points = f"{study.low}" if study.low == study.high else f"{study.low}–{study.high}"  # noqa: RUF001 -- a range
    who = texts.say(f"thresholds.itch.{study.key}")
    source = f"{study.source}. {who} {study.address}"
    made = selectable(tr("{what}: {fact}", what=points, fact=source))
    set_kind(made, "small")
    return made
