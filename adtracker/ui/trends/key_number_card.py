"""The cards beside the trend charts: one number each, how it compares with the baseline, and what it rests on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from adtracker.domain.records.diary_break import NO_BREAKS, BreakDays
from adtracker.domain.statistics.break_phrase import bad_days_phrase, break_phrase
from adtracker.domain.statistics.summary import MINIMUM_DAYS, Completeness, KeyNumbers
from adtracker.language import begun, tr, tr_count
from adtracker.resources import texts
from adtracker.ui.kit.basics import Card, label
from adtracker.ui.trends.week_facts import counted_words
from adtracker.ui.words.number_words import (
    NO_BREAK,
    arrow,
    baseline_words,
    beside_words,
    days,
    mean_words,
    too_few_days,
)


class NumberCard(Card):
    """A heading, a large number with a word beside it, and sentences below; a screen reader hears all in one."""

    def __init__(self, heading: str, kind: str) -> None:
        super().__init__()
        self._kind = kind
        self.body.setContentsMargins(15, 12, 15, 12)
        self.body.setSpacing(4)
        self.name = label(heading, "soft", wrap=True)
        self.number = label("", kind)
        self.beside = label("", "body", wrap=True)
        self.change = label("", "strong", wrap=True)
        self.rest = label("", "small", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignBaseline)
        row.addWidget(self.beside, 1, Qt.AlignmentFlag.AlignBaseline)
        self.body.addWidget(self.name)
        self.body.addLayout(row)
        self.body.addWidget(self.change)
        self.body.addWidget(self.rest)
        self.body.addStretch(1)

    def _say(self, number: str, beside: str, change: str, rest: str) -> None:
        parts = {self.number: number, self.beside: beside, self.change: change, self.rest: rest}
        for part, text in parts.items():
            part.setText(text)
            part.setVisible(bool(text))
        spoken = [f"{number} {beside}".strip(), change, rest]
        words = " ".join(f"{part.rstrip('.')}." for part in spoken if part)
        self.setAccessibleName(tr("{name}: {words}", name=self.name.text(), words=words))


class KeyNumberCard(NumberCard):
    """The mean of a measure over the last seven days, how far it is from the baseline, and a fact of those days."""

    def show_numbers(self, numbers: KeyNumbers, fact: str, *, began_late: bool, needed: int = MINIMUM_DAYS) -> None:
        """Show a measure's numbers; `began_late` is what the baseline says of itself, `needed` how many days count."""
        measure, recent = numbers.measure, numbers.recent
        counted = counted_words(numbers)
        changed = self._changed(numbers, began_late=began_late)
        if recent.mean is None:
            least = tr_count("{count} day is needed.", "{count} days are needed.", needed)
            self._say("", too_few_days(), changed, f"{counted} {least}")
            return
        self._say(mean_words(recent.mean, measure), "", changed, f"{counted} {fact}".rstrip())

    def _changed(self, numbers: KeyNumbers, *, began_late: bool) -> str:
        if numbers.baseline.mean is None:
            return ""
        baseline = baseline_words(numbers.baseline.mean, numbers.measure, began_late=began_late)
        if numbers.change is None:
            return _sentence(baseline)
        mark, words = arrow(numbers.change), beside_words(numbers.change, numbers.measure, baseline)
        return f"{mark}{NO_BREAK}{words}" if mark else _sentence(words)


class KeptCard(NumberCard):
    """How many days were kept, of how many."""

    def __init__(self) -> None:
        super().__init__(tr("Diary kept"), "number")

    def show_kept(self, kept: Completeness | None, breaks: BreakDays = NO_BREAKS, weeks: str = "") -> None:
        """Show how complete the days in view are, None where there are none yet; `breaks` are empty days of these, and
        `weeks` are counted too."""
        if kept is None:
            self._say("", tr("No days in view yet."), "", weeks)
            return
        beside = tr_count("of {count} day", "of {count} days", kept.elapsed)
        gap = tr("Longest gap {days}", days=days(kept.longest_gap)) if kept.longest_gap else tr("No gaps")
        later = (
            tr("{filled_in_later} filled in later.", filled_in_later=kept.filled_in_later)
            if kept.filled_in_later
            else ""
        )
        empty = tr("Empty days stay empty.") if kept.longest_gap else ""
        say = texts().say
        counted = (break_phrase(breaks, say), bad_days_phrase(kept.without_numbers, say))
        rest = (*(f"{phrase}." for phrase in counted if phrase), later, empty, weeks)
        self._say(str(kept.kept), beside, gap, " ".join(filter(None, rest)))


def _sentence(text: str) -> str:
    return f"{begun(text)}."
