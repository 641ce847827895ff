"""Visits and side effects as a part of a day: what the open day has of them, and the way to all of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from adtracker.domain.common.period import Period
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.records.visit import Visit, next_visit
from adtracker.domain.views.event import Event, Surroundings, events
from adtracker.language import tr
from adtracker.ui.kit.card_columns import Side
from adtracker.ui.records.day_section import LATELY_DAYS, DaySection, ShownDay, Use, use

if TYPE_CHECKING:
    from adtracker.ui.records.visits.card import HappeningCard
    from adtracker.ui.records.visits.dialogs import HappeningDialogs


class HappeningDesk(DaySection):
    """Unfolded on the day of a visit, while a side effect lasts, and in the two weeks before the next visit."""

    key = "happenings"
    side = Side.RIGHT
    records = (Visit, SideEffect)
    _shown: ShownDay | None = None
    _found: Sequence[Event] = ()
    _next: Visit | None = None
    _any = False

    @property
    def title(self) -> str:
        """What the button says that unfolds it."""
        return tr("Visit")

    @property
    def spoken_title(self) -> str:
        """What a screen reader says of that button."""
        return tr("Visit or side effect")

    @cached_property
    def card(self) -> HappeningCard:
        """Those of the day."""
        from adtracker.ui.records.visits.card import HappeningCard  # noqa: PLC0415 -- not where there are none

        made = HappeningCard(self._context.texts.events())
        made.opened.connect(self._on_opened)
        made.visit_wanted.connect(self._on_visit)
        made.side_effect_wanted.connect(self._on_side_effect)
        made.all_wanted.connect(self._on_all)
        made.help_wanted.connect(self._on_help)
        return made

    @cached_property
    def dialogs(self) -> HappeningDialogs:
        """Where visits and side effects are added and changed."""
        from adtracker.ui.records.visits.dialogs import HappeningDialogs  # noqa: PLC0415 -- not for every start

        return HappeningDialogs(self._context, self._page)

    def read(self, shown: ShownDay) -> None:
        """Read what a day has, and on the day that it is now the visit to come."""
        journal = self._context.journal
        around = self._context.read(lambda: Surroundings(journal.visits(), journal.side_effects()))
        if around is None:
            return
        self._shown, self._any = shown, bool(around.visits or around.side_effects)
        self._found = events(around, Period(shown.day, shown.day))
        self._next = next_visit(around.visits, shown.today) if shown.day == shown.today else None

    def look(self, shown: ShownDay) -> Use:
        """What the day has unfolds the card, and a visit that is near."""
        is_soon = self._next is not None and (self._next.day - shown.today).days <= LATELY_DAYS
        return use(now=bool(self._found), lately=is_soon)

    def fill(self) -> None:
        """Show it."""
        from adtracker.ui.words.event_words import next_visit_words  # noqa: PLC0415 -- see `card`

        if self._shown is not None:
            words = "" if self._next is None else next_visit_words(self._next, self._shown.today)
            self.card.show_happenings(self._found, words, any_at_all=self._any)

    @property
    def _day(self) -> date | None:
        """For what begins now, so whether a new day has come is asked first."""
        self._context.gate.look()
        return None if self._shown is None else self._shown.day

    def _on_opened(self, record: Visit | SideEffect) -> None:
        self.dialogs.show(record)

    def _on_visit(self) -> None:
        self.dialogs.add_visit(self._day)

    def _on_side_effect(self) -> None:
        self.dialogs.add_side_effect(self._day)

    def _on_all(self) -> None:
        self.dialogs.show_all()

    def _on_help(self) -> None:
        self._context.events.open_page.emit("learn/help")
