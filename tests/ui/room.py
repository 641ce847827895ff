"""What has no room on a page or in a window: words that are cut, and what nobody can scroll to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QComboBox,  # noqa: TID251 -- looked at, not made
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QWidget,
)
from shiboken6 import isValid

from tests.ui.every_place import Places

_BESIDE_ICON = 4  # between a picture and words
_BESIDE_CURSOR = 2  # on each side of what is written in a field
_HEAD_RIM = 3  # at least, beside a heading of a column
_SLACK = 1  # metrics are rounded
_AS_WIDE = (
    "chart",
    "values",
    "regions",
    "pages",
    "table",
)  # what may be wider than the window, and scrolls sideways by itself


def measured(places: Places, pictures: Path | None = None) -> Iterator[tuple[str, list[str]]]:
    """What is cut in each place, by its name; with a picture of each."""
    for name, place in places.all():
        for _ in range(12):  # what gives way asks for another layout of what is around it
            QApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # looked through, it would stay
        root, room = place.window(), places.window.size()
        over = isinstance(root, QDialog) and (root.width() > room.width() or root.height() > room.height())
        large = [f"the window is {root.width()} x {root.height()}"] if over else []
        if pictures is not None:
            pictures.mkdir(parents=True, exist_ok=True)
            root.grab().save(str(pictures / f"{name.replace(' ', '-')}.png"))
        yield name, [*large, *cut(root)]


def english(root: QWidget, sentences: Collection[str]) -> list[str]:
    """Which of the sentences are seen though another language is spoken."""
    shown = [made for made in root.findChildren(QWidget) if made.isVisible() and made.window() is root.window()]
    words = [made.text() for made in shown if isinstance(made, (QLabel, QAbstractButton))]
    return [text.strip() for text in words if text.strip() in sentences]


def cut(root: QWidget) -> list[str]:
    """Everything in a page or a window that is seen in part only, each with what is wrong."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        if isValid(widget) and widget.isVisible() and widget.window() is root.window():
            found += [f"{_name(widget)}: {why}" for why in _faults(widget, root)]
    return found


def _faults(widget: QWidget, root: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield from _label(widget)
    elif isinstance(widget, (QAbstractButton, QComboBox)):
        yield from _control(widget)
    elif isinstance(widget, QHeaderView):
        yield from _headings(widget)
    elif isinstance(widget, QLineEdit):
        yield from _example(widget)
    if isinstance(widget, QScrollArea) and widget.property("kind") not in _AS_WIDE:
        yield from _sideways(widget)
    if isinstance(widget, (QLabel, QAbstractButton, QComboBox, QLineEdit)):
        yield from _reach(widget, root)


def _label(made: QLabel) -> Iterator[str]:
    if not made.text() or not made.pixmap().isNull():
        return
    room = made.contentsRect().width() - 2 * made.margin()
    needs = made.sizeHint().width() - made.width()
    if not made.wordWrap():
        if needs > _SLACK:
            yield f"cut by {needs} px of {made.sizeHint().width()}"
        return
    widest = _widest_word(made)
    if widest > room + _SLACK:
        yield f"a word is {widest - room} px wider than its lines"
    high = made.heightForWidth(made.width())
    if high > made.height() + _SLACK:
        yield f"lines are cut: {made.height()} px high of {high}"


def _headings(made: QHeaderView) -> Iterator[str]:
    """The headings of the columns of a table: words of several lines."""
    if made.orientation() is not Qt.Orientation.Horizontal or made.model() is None:
        return
    for place in range(made.count()):
        words = str(made.model().headerData(place, made.orientation()) or "")
        wide, metrics = made.sectionSize(place), made.fontMetrics()
        widest = max(map(metrics.horizontalAdvance, words.split()), default=0)
        if widest > wide - 2 * _HEAD_RIM:
            yield f"a word of “{words}” is {widest - wide + 2 * _HEAD_RIM} px wider than its column"
        lines = metrics.boundingRect(QRect(0, 0, wide - 2 * _HEAD_RIM, 0), Qt.TextFlag.TextWordWrap, words)
        if lines.height() > made.height():
            yield f"lines of “{words}” are cut: {made.height()} px high of {lines.height()}"


def _widest_word(made: QLabel) -> int:
    text, metrics = QLabel.text(made), QFontMetrics(made.font())
    if made.textFormat() is Qt.TextFormat.RichText:
        document = QTextDocument()
        document.setHtml(text)
        text = document.toPlainText()
    return max((metrics.horizontalAdvance(part) for word in text.split() for part in _parts(word)), default=0)


def _parts(word: str) -> list[str]:
    """Lines break after a hyphen and a stroke, too."""
    return re.sub(r"([-/])(?=[^\W\d])", r"\1 ", word).replace("\u200b", " ").split()


def _control(made: QAbstractButton | QComboBox) -> Iterator[str]:
    if isinstance(made, QComboBox) and made.toolTip() == made.currentText():
        return  # an entry too long for its field is whole in the open list, and under the mouse
    hint, room = _wished(made), made.width()
    if isinstance(made, QComboBox):
        room = _beside_arrow(made)
    if hint.width() > room + _SLACK:
        yield f"cut by {hint.width() - room} px of {hint.width()}"
    if hint.height() > made.height() + _SLACK:
        yield f"{made.height()} px high of {hint.height()}"


def _wished(made: QAbstractButton | QComboBox) -> QSize:
    """The room for the words alone."""
    metrics = QFontMetrics(made.font())
    if isinstance(made, QComboBox):
        return QSize(metrics.horizontalAdvance(made.currentText()), metrics.height())
    lines = _shown(made).split("\n")
    width = max(metrics.horizontalAdvance(line.replace("&", "")) for line in lines)
    if isinstance(made, (QCheckBox, QRadioButton)):
        return made.minimumSizeHint() if made.text() else QSize(0, 0)
    if not made.icon().isNull():
        width += made.iconSize().width() + _BESIDE_ICON
    return QSize(width, metrics.height() * len(lines) if made.text() else 0)


def _example(made: QLineEdit) -> Iterator[str]:
    """What stands in a field while nothing is written there."""
    option = QStyleOptionFrame()
    made.initStyleOption(option)
    room = made.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, made).width()
    room -= made.textMargins().left() + made.textMargins().right() + 2 * _BESIDE_CURSOR
    needs = made.fontMetrics().horizontalAdvance(made.placeholderText())
    if not made.text() and needs > room + _SLACK:
        yield f"“{made.placeholderText()}” is cut by {needs - room} px"


def _beside_arrow(made: QComboBox) -> int:
    """The width in which the words of a list are drawn."""
    option, control = QStyleOptionComboBox(), QStyle.ComplexControl.CC_ComboBox
    made.initStyleOption(option)
    return made.style().subControlRect(control, option, QStyle.SubControl.SC_ComboBoxEditField, made).width()


def _shown(made: QAbstractButton) -> str:
    """Its words as they are drawn, in so many lines."""
    option = QStyleOptionButton()
    if isinstance(made, QPushButton):
        made.initStyleOption(option)
        return str(option.text)
    return made.text()


def _sideways(area: QScrollArea) -> Iterator[str]:
    if area.horizontalScrollBar().maximum() > 0:
        yield f"scrolls sideways by {area.horizontalScrollBar().maximum()} px for {_widest(area)}"


def _widest(area: QScrollArea) -> str:
    """What inside asks for the width, down to the smallest part."""
    found, made = area.widget(), area.widget()
    while made is not None:
        found = made
        inside = [one for one in made.children() if isinstance(one, QWidget) and one.isVisible()]
        wide = [one for one in inside if _least(one) + (area.viewport().width() // 12) > area.viewport().width()]
        made = max(wide, key=_least, default=None)
    return _name(found) if found is not None else ""


def _least(made: QWidget) -> int:
    return max(made.minimumWidth(), made.minimumSizeHint().width())


def _reach(widget: QWidget, root: QWidget) -> Iterator[str]:
    """What stands outside something around it that cannot be scrolled to it."""
    inner, around = widget, widget.parentWidget()
    place = QRect(QPoint(0, 0), widget.size())
    place = QRect(widget.mapTo(root, QPoint(0, 0)), widget.size()) if widget is not root else place
    while around is not None and inner is not root:
        room = QRect(around.mapTo(root, QPoint(0, 0)) if around is not root else QPoint(0, 0), around.size())
        sideways, down = _scrolls(around)
        over = max(place.right() - room.right(), room.left() - place.left())
        if over > _SLACK and not sideways:
            yield f"{over} px outside of {type(around).__name__} sideways"
            return
        over = max(place.bottom() - room.bottom(), room.top() - place.top())
        if over > _SLACK and not down:
            yield f"{over} px outside of {type(around).__name__} up or down"
            return
        if down or sideways:
            place = place.intersected(room) if not (sideways and down) else room
            if place.isEmpty():
                place = room
        inner, around = around, around.parentWidget()


def _scrolls(around: QWidget) -> tuple[bool, bool]:
    area = around.parentWidget()
    if not isinstance(area, QAbstractScrollArea) or area.viewport() is not around:
        return False, False
    is_off = area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return area.horizontalScrollBar().maximum() > 0 and not is_off, area.verticalScrollBar().maximum() > 0


def _name(widget: QWidget) -> str:
    text = getattr(widget, "text", "")
    text = (text() if callable(text) else text) or widget.accessibleName()
    return f"{type(widget).__name__} “{' '.join(str(text).split())[:40]}”"
