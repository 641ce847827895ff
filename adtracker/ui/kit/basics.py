"""The few shapes every page is made of: cards, labels, buttons. The stylesheet gives them their look by `kind`."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from adtracker.language import tr
from adtracker.ui.kit.room.folding import Folding
from adtracker.ui.kit.room.page_area import PageArea

_HEADINGS = ("title", "heading")
_RING_ROOM = 9  # beside the words; the ring that shows the keyboard is drawn around it
_MIRRORED = {Qt.Key.Key_Left: Qt.Key.Key_Right, Qt.Key.Key_Right: Qt.Key.Key_Left}


def set_kind(widget: QWidget, kind: str) -> None:
    """Give a widget a look from the stylesheet, also after it was shown."""
    if widget.property("kind") != kind:
        widget.setProperty("kind", kind)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


class Heading(QLabel):
    """A label that names what stands below it; a screen reader goes from one to the next."""


def label(text: str = "", kind: str = "body", *, wrap: bool = False, of: type[QLabel] = QLabel) -> QLabel:
    """A label that never takes its text for markup. Kinds: title, heading, body, strong, soft, small, number."""
    made = (Heading if of is QLabel and kind in _HEADINGS else of)()  # with its text a screen reader takes it as it is
    made.setText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("kind", kind)
    made.setWordWrap(wrap)
    if _is_mirrored():  # Qt would put a name in Latin letters to the left
        made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter)
    return made


def clear_layout(layout: QLayout) -> None:
    """Take out all items; widgets among them are hidden at once and deleted when Qt is done with them."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def digit_of(event: QKeyEvent) -> int | None:
    """The digit that a key stands for and nothing else, wherever it lies on the keyboard and in any script."""
    others = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
    text = event.text()
    return int(text) if not others and len(text) == 1 and text.isdecimal() else None


def keep_end_free(part: QLayout | QWidget, px: int) -> None:
    """Leave so much room where the lines of the language end: on the right, or on the left of one from the right."""
    leave_room(part, 0, 0, px, 0)


def leave_room(part: QLayout | QWidget, start: int, above: int, end: int, below: int) -> None:
    """Leave room around what stands in a part, where its two sides are not alike: Qt takes them for left and right."""
    left, right = (end, start) if _is_mirrored() else (start, end)
    part.setContentsMargins(left, above, right, below)


def _is_mirrored() -> bool:
    return QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft


def arrow_of(event: QKeyEvent, widget: QWidget) -> Qt.Key:
    """The key of an event; where a widget runs from right to left its left and right arrow stand for each other."""
    key = Qt.Key(event.key())
    return _MIRRORED.get(key, key) if widget.isRightToLeft() else key


class Button(Folding):
    """A push button that Enter presses too, wherever it stands; Qt's own does so in dialogs alone."""

    def sizeHint(self) -> QSize:
        """With room for a ring between the words and the edge of a filled one."""
        spare = _RING_ROOM if self.property("kind") == "primary" else 0
        return super().sizeHint() + QSize(2 * spare, 0)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second half of a double click is no second answer: it would take the first one back."""
        if self.isCheckable():
            event.accept()
        else:
            super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter, once for however long it is held; Ctrl+Enter is for the form around it."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif is_enter:
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)


def button(text: str, kind: str = "plain", *, name: str = "") -> QPushButton:
    """A push button; `name` is what a screen reader says where the text alone is not enough. Kinds: plain, primary,
    quiet, chip, link."""
    made = Button(text)
    made.setProperty("kind", kind)
    made.setAutoDefault(False)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if name:
        made.setAccessibleName(full_name(text, name))
    return made


def full_name(text: str, name: str) -> str:
    """A name that has the words in it that can be seen: who speaks to the computer says those."""
    shown = text.replace("&", "").strip(" …")
    if shown.casefold() in name.casefold() or not any(map(str.isalpha, shown)):
        return name
    return tr("{name}: {words}", name=shown, words=name)


def rule() -> QFrame:
    """A hairline across a layout."""
    made = QFrame()
    made.setProperty("kind", "rule")
    return made


class Card(QFrame):
    """A white card with a hairline, its parts one below the other in `body`; with a heading if it is given one."""

    def __init__(self, heading: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(18, 14, 18, 16)
        self.body.setSpacing(10)
        self.heading = label(heading, "heading", wrap=True)
        self.body.addWidget(self.heading)
        # Not before it has a parent: it would flash up as a window of its own.
        self.heading.setVisible(bool(heading))


def column(widget: QWidget, spacing: int) -> QVBoxLayout:
    """Lay out a widget from top to bottom, without a rim."""
    made = QVBoxLayout(widget)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    return made


def scrolled(content: QWidget) -> PageArea:
    """A page's content that scrolls when the text grows."""
    return PageArea(content)
