"""Triggers as a part of a day: usual ones, and those that the person added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from adtracker.domain.records.trigger import Trigger, all_triggers, new_key
from adtracker.language import tr
from adtracker.ui.kit.card_columns import Side
from adtracker.ui.records.day_section import DaySection, ShownDay, Use, use

if TYPE_CHECKING:
    from adtracker.ui.records.triggers.card import TriggerCard
    from adtracker.ui.records.triggers.dialog import TriggerDialog
    from adtracker.ui.records.triggers.name_draft import NameDraft


IN_SIGHT = 6  # triggers that need no further click


class TriggerDesk(DaySection):
    """What is ticked is stored with the answers of the open day. The triggers are read only while it is unfolded."""

    key = "triggers"
    side = Side.RIGHT
    records = (Trigger,)
    shows_answers = True
    _shown: ShownDay | None = None
    _known: Sequence[Trigger] = ()
    _is_begun_shown = False
    _is_known = False  # whether these are those that the diary has
    _usual: frozenset[str] | None = None  # in sight while the day is open
    _begun = ""  # what was typed for the open day and not added when the program ended
    _ticked: frozenset[str] = frozenset()  # while the day is open: one that was unticked does not go from its place

    @property
    def title(self) -> str:
        """What the button says that unfolds it."""
        return tr("Triggers")

    @cached_property
    def card(self) -> TriggerCard:
        """The chips."""
        from adtracker.ui.records.triggers.card import TriggerCard  # noqa: PLC0415 -- not where nobody uses it

        made = TriggerCard(self._context.theme, self._context.texts.table("triggers"))
        made.changed.connect(self._on_changed)
        made.named.connect(self._on_typed)
        made.edit_wanted.connect(self._on_edit)
        made.same_wanted.connect(self._on_same)
        return made

    @cached_property
    def draft(self) -> NameDraft:
        """What is typed into the line of the card, kept."""
        from adtracker.ui.records.triggers.name_draft import NameDraft  # noqa: PLC0415 -- with the card

        return NameDraft(self._context, self.card.field)

    @cached_property
    def dialog(self) -> TriggerDialog:
        """Where triggers are renamed and hidden."""
        from adtracker.ui.records.triggers.dialog import TriggerDialog  # noqa: PLC0415 -- seldom wanted

        return TriggerDialog(self._context, self._page)

    def read(self, shown: ShownDay) -> None:
        """Read them anew once they are to be seen."""
        self._is_known = False
        if shown.fresh:
            from adtracker.ui.records.triggers.name_draft import name_draft  # noqa: PLC0415 -- once a day is open

            self._begun = name_draft(self._context, shown.day)

    def look(self, shown: ShownDay) -> Use:
        """The entry says it all."""
        if shown.fresh:
            self._ticked, self._usual = frozenset(), None
            self._is_begun_shown = False
            if self.is_built:
                self.card.show_few()
        self._shown = shown
        self._ticked |= frozenset(shown.entry.context or ())
        lately = any(entry.context is not None for entry in shown.around)
        return use(now=shown.entry.context is not None or bool(self._begun), lately=lately)

    def fill(self) -> None:
        """Offer the triggers that are not hidden, and those of the day."""
        self._show_begun()
        before = {trigger.key for trigger in self._known}
        if not self._is_known:
            self._read()
        names = {trigger.key: trigger.name for trigger in self._known}
        self._ticked -= before - names.keys()  # one whose adding was undone
        offered = [trigger.key for trigger in self._known if not trigger.hidden or trigger.key in self._ticked]
        # A diary from elsewhere may name some that nobody made.
        unknown = sorted((self._ticked | set(self._keys or ())) - names.keys())
        keys = (*offered, *unknown)
        if self._usual is None:
            self._usual = frozenset(self._used_most(keys))
        in_sight = self._usual | self._ticked | (names.keys() - before if before else frozenset())
        self.card.show_triggers([(key, names.get(key, key)) for key in keys], self._keys, in_sight)
        self.card.show_before(is_today=self._is_today, has_any=self._before is not None)

    def _show_begun(self) -> None:
        """Once for each day that is opened: write what was begun for it, and was neither added nor given up."""
        if self._shown is not None and not self._is_begun_shown:
            self._is_begun_shown = True
            self.draft.show_day(self._shown.day, self._begun)
            self.card.show_name(self._begun)

    def _used_most(self, keys: Sequence[str]) -> Sequence[str]:
        """Those ticked on most of the days around, then the first that are offered: as many as have room."""
        around = () if self._shown is None else self._shown.around
        counts = Counter(key for entry in around for key in entry.context or ())
        return sorted(keys, key=lambda key: -counts[key])[:IN_SIGHT]

    @property
    def _is_today(self) -> bool:
        return self._shown is not None and self._shown.day == self._shown.today

    @property
    def _before(self) -> tuple[str, ...] | None:
        """What the day before has ticked."""
        return None if self._shown is None or self._shown.before is None else self._shown.before.context

    def flush(self) -> None:
        """Add what was typed and not added yet."""
        if self.is_built:
            self.card.flush()

    @property
    def _keys(self) -> tuple[str, ...] | None:
        return None if self._shown is None else self._shown.entry.context

    def _read(self) -> None:
        usual = self._context.texts.table("triggers")["usual"]
        found = self._context.read(self._context.journal.triggers)
        self._is_known = found is not None
        if found is not None or not self._known:
            self._known = all_triggers(usual, found or ())

    def _on_changed(self, keys: tuple[str, ...] | None) -> None:
        self.stored.emit({"context": keys})

    def _on_typed(self, name: str) -> None:
        with self._context.gate.ending():
            self._name(name)

    def _name(self, name: str) -> None:
        """Tick the trigger of that name, whatever its capitals; one that is new, or hidden, is offered from now on."""
        found = next((known for known in self._known if known.name.casefold() == name.casefold()), None)
        wanted = found or Trigger(new_key(name, [known.key for known in self._known]), name)
        keys = self._keys or ()
        if (found is None or found.hidden) and not self._context.writer.save(replace(wanted, hidden=False), self._page):
            self.card.field.put_back(name)
            return
        if wanted.key not in keys:
            self.stored.emit({"context": (*keys, wanted.key)})
        self.card.chips.chip(wanted.key).setFocus()

    def _on_same(self) -> None:
        """Tick what the day before has; nothing that is ticked already is lost."""
        before, keys = self._before, self._keys
        if (
            before is not None
            and (wanted := (*(keys or ()), *(key for key in before if key not in (keys or ())))) != keys
        ):
            self.stored.emit({"context": wanted})

    def _on_edit(self) -> None:
        self._read()
        self.dialog.edit(self._known)
