"""Does the keyboard, and who reads one object after the other, go as eyes do: by rows, and each from its beginning?

What stands beside something may be a column of its own: cards, and all that holds other things, may begin further up
than what came before them, as long as they stand beside it and not over it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from adtracker.ui.core.tab_ring import tab_ring
from adtracker.ui.kit.card_handle import CardHandle
from adtracker.ui.kit.diaries.diary_card import DiaryCard
from adtracker.ui.settings.protection.words_grid import WordsGrid

_SLACK = 4
_BY_MODEL = {QAccessible.Role.Table, QAccessible.Role.Tree, QAccessible.Role.List}


def tab_faults(window: QWidget) -> Iterator[str]:
    """What Tab goes to after something that stands behind it, or comes back to after it was elsewhere."""
    stops = [widget for widget in tab_ring(window) if is_stop(widget) and widget.window() is window]
    faults = list(_inside(window, [stop for stop in stops if not _is_later(stop)]))
    if faults:  # Tab goes round: it may be that only the beginning was taken for the end
        first = stops.index(faults[0][0])
        turned = [stop for stop in (*stops[first:], *stops[:first]) if not _is_later(stop)]
        faults = min(faults, list(_inside(window, turned)), key=len)
    yield from (text for _, text in faults)


def _is_later(stop: QWidget) -> bool:
    """The corner of a card comes after the card, and so does what its head has beside the heading."""
    if isinstance(stop, CardHandle):
        return True
    around: QWidget | None = stop
    while around is not None and not isinstance(around, DiaryCard):
        around = around.parentWidget()
    return around is not None and stop in around.later


def is_stop(one: QWidget) -> bool:
    """Does Tab stop here?"""
    takes = one.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return takes and one.isVisible() and one.isEnabled() and one.focusProxy() is None


def _inside(around: QWidget, stops: Sequence[QWidget]) -> Iterator[tuple[QWidget, str]]:
    parts: dict[QWidget, list[QWidget]] = {}
    last: QWidget | None = None
    for stop in (stop for stop in stops if stop is not around):
        part = _part(around, stop)
        if last is not None and part in parts and part is not last:
            yield stop, f"Tab comes back: to {_name(stop)} from {_name(parts[last][-1])}"
        parts.setdefault(part, []).append(stop)
        last = part
    for a, b in pairwise(parts):
        is_plain = a in stops and b in stops
        if _is_behind(_place(b, around), _place(a, around), mirrored=around.isRightToLeft(), is_plain=is_plain):
            yield parts[b][0], f"Tab goes back: from {_name(parts[a][-1])} to {_name(parts[b][0])}"
    for part, inner in parts.items():
        yield from _inside(part, inner)


def _part(around: QWidget, stop: QWidget) -> QWidget:
    part = stop
    while (parent := part.parentWidget()) is not None and parent is not around:
        part = parent
    return part


def _place(widget: QWidget, around: QWidget) -> QRect:
    return QRect(widget.mapTo(around, QPoint(0, 0)), widget.size())


def reading_faults(whole: QAccessibleInterface, *, mirrored: bool) -> Iterator[str]:
    """What is read after something that stands behind it. Lists and tables have their own order."""
    thing = whole.object()
    if isinstance(thing, WordsGrid):  # words to be written down, in columns
        return
    if isinstance(thing, QWidget):
        mirrored = thing.isRightToLeft()
    children = [whole.child(index) for index in range(whole.childCount())]
    seen = [one for one in children if one.isValid() and not one.state().invisible and not one.rect().isEmpty()]
    if whole.role() not in _BY_MODEL:
        for a, b in pairwise(seen):
            is_plain = not a.childCount() and not b.childCount()
            if _is_behind(b.rect(), a.rect(), mirrored=mirrored, is_plain=is_plain):
                yield f"read back: from {_called(a)} to {_called(b)}"
        for one in seen:
            yield from reading_faults(one, mirrored=mirrored)


def _is_behind(later: QRect, earlier: QRect, *, mirrored: bool, is_plain: bool) -> bool:
    """Does what comes later stand before what comes earlier?"""
    if mirrored:
        later, earlier = (QRect(-one.right(), one.y(), one.width(), one.height()) for one in (later, earlier))
    shared = min(later.bottom(), earlier.bottom()) - max(later.top(), earlier.top())
    if 2 * shared > min(later.height(), earlier.height()):
        return later.right() <= earlier.left() + _SLACK and later.center().x() < earlier.center().x()
    is_beside = not is_plain and later.left() >= earlier.right() - _SLACK
    return later.center().y() < earlier.center().y() and not is_beside


def _called(one: QAccessibleInterface) -> str:
    thing = one.object()
    words = one.text(QAccessible.Text.Name) or next(
        (name for index in range(one.childCount()) if (name := one.child(index).text(QAccessible.Text.Name))), ""
    )
    return f"{type(thing).__name__} “{words[:40]}” {one.rect().getRect()}"


def _name(widget: QWidget) -> str:
    text = widget.accessibleName() or getattr(widget, "text", str)()
    return f"{type(widget).__name__} “{text[:40]}”"
