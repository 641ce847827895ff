"""The signs of the skin as a part of a day."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.domain.records.sign import Sign
from adtracker.language import tr
from adtracker.ui.records.day_section import DaySection, ShownDay, Use, use

if TYPE_CHECKING:
    from adtracker.ui.records.signs.card import SignCard


class SignDesk(DaySection):
    """What is ticked is stored with the answers of the open day."""

    key = "signs"
    shows_answers = True
    _shown: ShownDay | None = None

    @property
    def title(self) -> str:
        """What the button says that unfolds it."""
        return tr("Skin signs")

    @cached_property
    def card(self) -> SignCard:
        """The chips."""
        from adtracker.ui.records.signs.card import SignCard  # noqa: PLC0415 -- not where nobody uses it

        made = SignCard(self._context.texts)
        made.changed.connect(self._on_changed)
        return made

    def look(self, shown: ShownDay) -> Use:
        """The entry says it all."""
        self._shown = shown
        lately = any(entry.signs is not None for entry in shown.around)
        return use(now=shown.entry.signs is not None, lately=lately)

    def fill(self) -> None:
        """Show the signs of the day, and the seven days up to it."""
        from adtracker.domain.statistics.sign_days import sign_days  # noqa: PLC0415 -- see `card`

        if self._shown is not None:
            days = {entry.day: entry for entry in (*self._shown.around, self._shown.entry)}
            week = Period.ending(self._shown.day, DAYS_A_WEEK)
            self.card.show_signs(
                self._shown.entry.signs, sign_days(days, week, self._context.preferences.value.itch_counts_from)
            )

    def _on_changed(self, signs: tuple[Sign, ...] | None) -> None:
        self.stored.emit({"signs": signs})
