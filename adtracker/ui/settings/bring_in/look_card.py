"""What a person has to look at, one below the other: where it was seen, and what it may be, picked by one key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from adtracker.domain.intake.found import Found, Offer, Open, Seen, Told
from adtracker.language import tr, tr_count
from adtracker.resources import Texts
from adtracker.ui.kit.basics import Card, clear_layout, column, label, rule
from adtracker.ui.kit.chips import Chips
from adtracker.ui.settings.bring_in.own_words import OwnWords
from adtracker.ui.settings.bring_in.words import told_words
from adtracker.ui.words.day_words import listed_day_words

# What is picked, and its key, by its letter; the last one leaves it empty.
LETTERS, EMPTY = "ABCDEFGH", "-"
_MOST = 60
_CROP_WIDTH, _CROP_HEIGHT = 460, 64


class LookCard(Card):
    """`picked` carries the number of the offer that was picked, by the number of what is open."""

    picked = Signal(object)

    def __init__(self, texts: Texts, own: OwnWords) -> None:
        super().__init__()
        self.heading.show()
        self._texts, self._own = texts, own
        self._picks: dict[int, int] = {}
        self._open: Sequence[Open] = ()
        self.rows: list[OpenRow] = []
        self.state = label("", "soft", wrap=True)
        self.body.addWidget(self.state)
        self._content = QWidget()
        self._list = column(self._content, 12)
        self.body.addWidget(self._content)
        self.body.addStretch(1)

    def show_found(self, found: Found) -> None:
        """Show what is open in it. What was picked stays where the same was looked at again."""
        shown = found.open[:_MOST]
        if self.rows and shown == self._open:
            return
        self._open, self._picks = shown, {}
        clear_layout(self._list)
        self.rows = [OpenRow(one, place, len(shown), self._texts, self._own) for place, one in enumerate(shown)]
        for place, row in enumerate(self.rows):
            row.picked.connect(partial(self._on_picked, place))
            if place:
                self._list.addWidget(rule())
            self._list.addWidget(row)
        self.heading.setText(tr_count("{count} to look at", "{count} to look at", len(shown)))
        self._show_state()

    def take_focus(self) -> None:
        """Have the keys of the first answer that is open, so that a letter is all it takes."""
        self._go_on(0)

    def _on_picked(self, place: int, pick: int | None) -> None:
        if pick is None:
            self._picks.pop(place, None)
        else:
            self._picks[place] = pick
        self._show_state()
        self.picked.emit(dict(self._picks))
        self._go_on(place + 1)

    def _go_on(self, place: int) -> None:
        following = next((row for row in self.rows[place:] if not row.is_answered), None)
        if following is not None:
            following.chips.setFocus(Qt.FocusReason.TabFocusReason)
            following.chips.chip(following.chips.keys[0]).setFocus(Qt.FocusReason.TabFocusReason)

    def _show_state(self) -> None:
        waiting = sum(not row.is_answered for row in self.rows)
        words = tr("Press the letter. What you leave stays empty.")
        if waiting:
            words = tr_count(
                "1 answer is still open. You may leave it empty. Press the letter of what is meant.",
                "{count} answers are still open. You may leave them empty. Press the letter of what is meant.",
                waiting,
            )
        self.state.setText(words)

    @property
    def picks(self) -> Mapping[int, int]:
        """What was picked so far."""
        return dict(self._picks)


class OpenRow(QWidget):
    """One that is open. `picked` carries the number of an offer, None where it is to stay empty."""

    picked = Signal(object)

    def __init__(self, one: Open, place: int, count: int, texts: Texts, own: OwnWords) -> None:
        super().__init__()
        self.is_answered = False
        rows = column(self, 6)
        head = QHBoxLayout()
        self.title = label(_title(one, texts, own), "strong", wrap=True)
        head.addWidget(self.title, 1)
        head.addWidget(label(tr("{place} of {count}", place=place + 1, count=count), "small"))
        rows.addLayout(head)
        rows.addWidget(label(texts.say(f"intake.open.{one.why}"), "soft", wrap=True))
        for seen in _places(one):
            rows.addWidget(seen)
        words = [
            (str(number), _offer_words(one, offer, texts, own))
            for number, offer in enumerate(one.offers[: len(LETTERS)])
        ]
        named = [(key, tr("{letter}: {answer}", letter=LETTERS[int(key)], answer=text)) for key, text in words]
        self.chips = Chips(self.title.text(), [*named, (EMPTY, tr("0: leave empty"))])
        self.chips.chosen.connect(self._on_chosen)
        rows.addWidget(self.chips)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """One key picks."""
        letter = event.text().upper()
        keys = [str(LETTERS.index(letter))] if len(letter) == 1 and letter in LETTERS else []
        keys += [EMPTY] if letter == "0" else []
        if not keys or keys[0] not in self.chips.keys:
            super().keyPressEvent(event)
            return
        self.chips.choose(keys[0])
        self._on_chosen(keys[0])

    def _on_chosen(self, key: str) -> None:
        self.is_answered = True
        self.picked.emit(None if key == EMPTY else int(key))


def seen_label(seen: Seen) -> QLabel:
    """The place as a picture, or the line in its own words."""
    picture = QPixmap()
    if seen.crop and picture.loadFromData(seen.crop):
        made = QLabel()
        shape = Qt.AspectRatioMode.KeepAspectRatio
        smooth = Qt.TransformationMode.SmoothTransformation
        made.setPixmap(picture.scaled(_CROP_WIDTH, _CROP_HEIGHT, shape, smooth))
        made.setAccessibleName(tr("The place on the sheet"))
        return made
    return label(_quoted(seen.text), "body", wrap=True)


def _places(one: Open) -> Iterator[QWidget]:
    """Where it was seen; where the offers come from several places, each with the letters of what it says."""
    letters: dict[Seen, list[str]] = {}
    for letter, offer in zip(LETTERS, one.offers, strict=False):
        letters.setdefault(offer[0].seen, []).append(letter)
    if len(letters) <= 1 or any(seen.crop or not seen.text for seen in letters):
        return iter([seen_label(one.seen)] if one.seen.crop or one.seen.text else [])
    said = (tr("{letter}: {answer}", letter=", ".join(of), answer=_quoted(seen.text)) for seen, of in letters.items())
    return (label(words, "body", wrap=True) for words in said)


def _quoted(text: str) -> str:
    return tr("“{word}”", word=text)


def _title(one: Open, texts: Texts, own: OwnWords) -> str:
    first = one.offers[0][0]
    parts = {told.part for offer in one.offers for told in offer}
    days = {told.day for offer in one.offers for told in offer}
    named = ", ".join(own.called(part, texts) for part in sorted(parts))
    return f"{listed_day_words(first.day)}, {named}" if len(days) == 1 else named


def _offer_words(one: Open, offer: Offer, texts: Texts, own: OwnWords) -> str:
    """What tells it from the other offers: its day, its answers, or both. Those of several lines are named."""
    days = {told.day for other in one.offers for told in other}
    answers = {tuple((told.part, repr(told.value)) for told in other) for other in one.offers}
    is_named = len({other[0].seen for other in one.offers}) > 1 and bool(one.seen.text)
    said = [listed_day_words(offer[0].day)] if len(days) > 1 or (one.seen.text and not is_named) else []
    if len(answers) > 1 or is_named or not said:
        said += [_told(told, texts, own, is_named=is_named) for told in offer]
    return ", ".join(said)


def _told(told: Told, texts: Texts, own: OwnWords, *, is_named: bool) -> str:
    words = told_words(told._replace(value=own.answer(told.part, told.value)), texts)
    return tr("{name}: {value}", name=own.called(told.part, texts), value=words) if is_named else words
