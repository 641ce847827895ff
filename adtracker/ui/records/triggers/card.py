"""What may have set the skin off on a day: chips, and a way to add one in place."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal

from adtracker.language import tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import full_name
from adtracker.ui.kit.chips import Chip
from adtracker.ui.kit.diaries.diary_card import DiaryCard
from adtracker.ui.kit.same_button import SameButton
from adtracker.ui.records.several_chips import SeveralChips
from adtracker.ui.records.triggers.new_name import NewName


class TriggerCard(DiaryCard):
    """`changed` carries the keys that are ticked, () for "none of these", None for nothing recorded.

    `named` carries the name of one to be added, `edit_wanted` that the person wants to change what is offered,
    `same_wanted` that they want to tick what the day before has. A few triggers are in sight, the others behind "More".
    """

    changed = Signal(object)
    named = Signal(str)
    edit_wanted = Signal()
    same_wanted = Signal()

    def __init__(self, theme: Theme, words: Mapping[str, Any]) -> None:
        super().__init__(words["heading"])
        self.setAccessibleName(words["heading"])
        self.same = SameButton(theme, tr("Nothing is ticked on the day before."))
        self.put_beside(self.same, is_later=True)
        self.body.setSpacing(2)
        self.chips = SeveralChips(words["heading"], (words["none"], words["long"]["none"]))
        self.more = _action(tr("More"), tr("Show all triggers"))
        self.add = _action(tr("+ Add"), tr("Add a trigger"))
        self.edit = _action(tr("Edit…"), tr("Rename, hide and show triggers"))
        self.field = NewName(tr("New trigger"))
        for widget in (self.more, self.add, self.field, self.edit):
            self.chips.add_after(widget)
        self.body.addWidget(self.chips)
        self._are_all_shown = False
        self._usual: Collection[str] = ()
        self._fit()
        self.more.clicked.connect(self.show_all)
        self.same.clicked.connect(self.same_wanted)
        self.chips.changed.connect(self.changed)
        self.add.clicked.connect(self._on_add)
        self.edit.clicked.connect(self.edit_wanted)
        self.field.named.connect(self.named)
        self.field.closed.connect(self._on_closed)

    def show_triggers(
        self, choices: Sequence[tuple[str, str]], keys: tuple[str, ...] | None, usual: Collection[str]
    ) -> None:
        """Offer these (key, name), and show which are ticked; the keys of `usual` are in sight from the beginning."""
        self._usual = usual
        self.chips.show_choices(choices)
        self.chips.show_keys(keys)
        self._fit()

    def show_before(self, *, is_today: bool, has_any: bool) -> None:
        """Whether the day before has anything ticked that can be taken over."""
        self.same.show_before(is_today=is_today, has_any=has_any)

    def show_few(self) -> None:
        """Go back to those in sight from the beginning: another day is open."""
        self._are_all_shown = False
        self._fit()

    def show_all(self) -> None:
        """Show all triggers, and the ways to add and change them; the keyboard goes to the first that was not seen."""
        had_keyboard = self.more.hasFocus()
        hidden = [key for key in self.chips.offered if self.chips.chip(key).isHidden()]
        self._are_all_shown = True
        self._fit()
        if had_keyboard:
            (self.chips.chip(hidden[0]) if hidden else self.add).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        for key in self.chips.offered:
            self.chips.chip(key).setVisible(self._are_all_shown or key in self._usual)
        self.more.setVisible(not self._are_all_shown)
        is_adding = not self.field.isHidden() and self._are_all_shown
        self.field.setVisible(is_adding)
        self.add.setVisible(self._are_all_shown and not is_adding)
        self.edit.setVisible(self._are_all_shown)

    def flush(self) -> None:
        """Hand on a name that was typed and not added yet; one that was only put back waits for the person."""
        if not self.field.isHidden() and self.field.isModified():
            self.field.flush()

    def show_name(self, name: str) -> None:
        """Put a name back that was typed and not added; none puts the line away."""
        self.field.setText(name)
        self._are_all_shown = self._are_all_shown or bool(name)
        self.field.setVisible(bool(name))
        self._fit()

    def _on_add(self) -> None:
        """The field takes the place of the button."""
        self.add.hide()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_closed(self) -> None:
        had_keyboard = self.field.hasFocus()
        self.field.hide()
        self.add.show()
        if had_keyboard:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)


def _action(text: str, name: str) -> Chip:
    made = Chip(text)
    made.setCheckable(False)
    made.setAccessibleName(full_name(text, name))
    return made
