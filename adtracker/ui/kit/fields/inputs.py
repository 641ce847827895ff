"""How each kind of field is read, written as by a person, and listened to. A new kind of field is named here."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from adtracker.domain.common.draft import Value
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.fields.answer_field import ChoiceField
from adtracker.ui.kit.fields.choice_answers import SeveralField
from adtracker.ui.kit.fields.number_field import NumberField
from adtracker.ui.kit.fields.pickers import Choice, DayField, EditableChoice
from adtracker.ui.kit.fields.text_card import TextField
from adtracker.ui.kit.score_scale import ScoreScale


@dataclass(frozen=True, slots=True)
class Hand:
    """`write` takes what `read` gave, and lets anything else be: a draft may come from an older program."""

    read: Callable[[Any], Value]
    write: Callable[[Any, Value], None]
    changed: Callable[[Any], SignalInstance]


def hand_of(field: QWidget) -> Hand:
    """The hand for a field. Raises KeyError for a kind of widget that nobody fills in."""
    for kind in type(field).__mro__:
        if kind in _HANDS:
            return _HANDS[kind]
    raise KeyError(type(field).__name__)


def _write_line(field: QLineEdit, value: Value) -> None:
    if isinstance(value, str):
        field.setText(value)
        field.textEdited.emit(field.text())


def _write_text(field: TextField, value: Value) -> None:
    if isinstance(value, str):
        field.setPlainText(value)


def _write_tick(field: QAbstractButton, value: Value) -> None:
    field.setChecked(value is True)


def _write_chips(field: Chips, value: Value) -> None:
    if value in field.keys:
        field.choose(str(value))
        field.chosen.emit(value)


def _write_choice(field: Choice, value: Value) -> None:
    if field.findData(value) >= 0:
        field.choose(str(value))
        field.chosen.emit(value)


def _write_words(field: EditableChoice, value: Value) -> None:
    if isinstance(value, str):
        field.setEditText(value)


def _write_day(field: DayField, value: Value) -> None:
    with suppress(TypeError, ValueError):
        field.take(date.fromisoformat(value))  # type: ignore[arg-type]


def _write_number(field: NumberField, value: Value) -> None:
    if isinstance(value, int) and field.read(str(value)) is not None:
        field.take(value)


def _write_answer(field: ChoiceField, value: Value) -> None:
    field.choose(value)


def _write_scale(field: ScoreScale, value: Value) -> None:
    if value is None or isinstance(value, int | float):
        field.show_value(value, fresh=True)
        field.chosen.emit(value)


def _read_several(field: SeveralField) -> Value:
    """As JSON text, for a draft holds nothing but plain values."""
    return None if field.value is None else json.dumps(field.value)


def _write_several(field: SeveralField, value: Value) -> None:
    with suppress(TypeError, ValueError):
        found = [] if value is None else json.loads(value)  # type: ignore[arg-type]  # another raises TypeError
        field.choose(tuple(map(str, found)))


_HANDS: dict[type, Hand] = {
    QLineEdit: Hand(QLineEdit.text, _write_line, lambda field: field.textChanged),
    TextField: Hand(TextField.text, _write_text, lambda field: field.textChanged),
    QAbstractButton: Hand(QAbstractButton.isChecked, _write_tick, lambda field: field.toggled),
    SeveralField: Hand(_read_several, _write_several, lambda field: field.changed),
    Chips: Hand(lambda field: field.key, _write_chips, lambda field: field.chosen),
    Choice: Hand(Choice.currentData, _write_choice, lambda field: field.currentIndexChanged),
    EditableChoice: Hand(EditableChoice.currentText, _write_words, lambda field: field.editTextChanged),
    DayField: Hand(lambda field: field.written.isoformat(), _write_day, lambda field: field.textChanged),
    NumberField: Hand(lambda field: field.written, _write_number, lambda field: field.textChanged),
    ScoreScale: Hand(lambda field: field.value, _write_scale, lambda field: field.chosen),
    ChoiceField: Hand(lambda field: field.value, _write_answer, lambda field: field.changed),
}
