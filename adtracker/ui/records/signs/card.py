"""What a person sees on their skin on a day, and on how many of the last days they saw it."""

from __future__ import annotations

from PySide6.QtCore import Signal

from adtracker.domain.records.sign import Sign
from adtracker.domain.statistics.sign_days import SignDays
from adtracker.resources import Texts
from adtracker.ui.kit.diaries.diary_card import DiaryCard
from adtracker.ui.records.several_chips import SeveralChips


class SignCard(DiaryCard):
    """`changed` carries the signs in their order; () is "none of these", None that nothing is recorded."""

    changed = Signal(object)

    def __init__(self, texts: Texts) -> None:
        words = texts.table("signs")
        super().__init__(words["heading"])
        self._texts = texts
        self.setAccessibleName(words["heading"])
        self.chips = SeveralChips(words["heading"], (words["none"], words["long"]["none"]), words["long"])
        self.chips.show_choices([(sign.value, words["chips"][sign.value]) for sign in Sign])
        self.body.addWidget(self.chips)
        self.chips.changed.connect(self._on_changed)

    def show_signs(self, signs: tuple[Sign, ...] | None, week: SignDays) -> None:
        """Show what is recorded, and what the last seven days had."""
        self.chips.show_keys(None if signs is None else [sign.value for sign in signs])
        self.setAccessibleDescription(self._in_words(week))
        self.heading.setToolTip(self.accessibleDescription())

    def _in_words(self, week: SignDays) -> str:
        """The lines that had any day; those without are not worth their room here."""
        say, lines = self._texts.say, self._texts.table("signs")["lines"]
        said = [
            say("signs.days", line=lines[line], days=counted.days, n=counted.n)
            for line, counted in week.of.items()
            if counted.days
        ]
        if not week.has_chips:
            return say("signs.not_yet")
        return say("signs.week", days=", ".join(said) or say("signs.no_days"))

    def _on_changed(self, keys: tuple[str, ...] | None) -> None:
        self.changed.emit(None if keys is None else tuple(map(Sign, keys)))
