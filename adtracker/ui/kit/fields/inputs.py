"""How each kind of field is read, written as by a person, and listened to. A new kind of field is named here."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QSpinBox, QWidget

from adtracker.domain.common.draft import Value
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.fields.answer_fields import ChoiceField
from adtracker.ui.kit.fields.pickers import Choice, DayField
from adtracker.ui.kit.fields.text_card import TextField


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


def _write_words(field: QComboBox, value: Value) -> None:
    if isinstance(value, str):
        field.setEditText(value)


def _read_day(field: DayField) -> Value:
    """What is written there counts, also before the field is left."""
    return field.dateTimeFromText(field.text()).date().toString(Qt.DateFormat.ISODate)


def _write_day(field: DayField, value: Value) -> None:
    with suppress(TypeError, ValueError):
        field.show_day(date.fromisoformat(value))  # type: ignore[arg-type]
        field.picked.emit(field.day)


def _read_number(field: QSpinBox) -> Value:
    """The same for a number."""
    text = field.cleanText()
    return int(text) if text.isdecimal() else field.value()


def _write_number(field: QSpinBox, value: Value) -> None:
    if isinstance(value, int):
        field.setValue(value)


def _write_answer(field: ChoiceField, value: Value) -> None:
    field.choose(value)


_HANDS: dict[type, Hand] = {
    QLineEdit: Hand(QLineEdit.text, _write_line, lambda field: field.textChanged),
    TextField: Hand(TextField.text, _write_text, lambda field: field.textChanged),
    QAbstractButton: Hand(QAbstractButton.isChecked, _write_tick, lambda field: field.toggled),
    Chips: Hand(lambda field: field.key, _write_chips, lambda field: field.chosen),
    Choice: Hand(Choice.currentData, _write_choice, lambda field: field.currentIndexChanged),
    QComboBox: Hand(QComboBox.currentText, _write_words, lambda field: field.editTextChanged),
    DayField: Hand(_read_day, _write_day, lambda field: field.lineEdit().textChanged),
    QSpinBox: Hand(_read_number, _write_number, lambda field: field.lineEdit().textChanged),
    ChoiceField: Hand(lambda field: field.value, _write_answer, lambda field: field.changed),
}
