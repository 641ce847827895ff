"""Every page and window in each language, and in one that runs from right to left.

All that can be reached has a name, a role, a state, room to be hit and the language it is said in, and is reached and
read in the order in which it stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import chain

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from adtracker import language
from adtracker.language import NAMES
from adtracker.resources import Texts
from adtracker.resources import speak as speak_language
from adtracker.storage.journal import Journal
from adtracker.ui.charts.trend_chart import TrendChart
from adtracker.ui.charts.week_strip import WeekStrip
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.chips import Chip
from adtracker.ui.learn.lesson_view import SOURCE
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.starting.startup import make_context
from adtracker.ui.today.body_map import BodyMap
from adtracker.ui.words.language import speak
from tests import pseudo
from tests.ui.conftest import Clock
from tests.ui.every_form import Hands
from tests.ui.every_place import Places, fill
from tests.ui.heard.faint import faint
from tests.ui.heard.order import is_stop, reading_faults, tab_faults
from tests.ui.listening import accessible

pytestmark = pytest.mark.slow
MIRRORED = "mirrored"  # English in Arabic letters
LOOKS = dict(zip((*NAMES, MIRRORED), ("light", "dark", "contrast", "light", "dark"), strict=True))
# Of words and what is behind them, as they are drawn.
LEAST_CONTRASTS = {"light": 4.5, "dark": 4.5, "contrast": 7.0}
LEAST_PIXELS = 24  # of what is to be hit
# Nothing is known of these but that they have no words of their own: arrows and signs.
_SIGNS = re.compile(r"[^\w]*")
_ROLES_OF_NOTHING = {QAccessible.Role.NoRole, QAccessible.Role.Pane, QAccessible.Role.Window}


@pytest.fixture(params=LOOKS)
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """Each language there is, and the mirrored one in the place of German; English after it."""
    code = str(request.param)
    if code == MIRRORED:
        with pseudo.spoken(0, "de"):
            speak(QLocale("de"))
            qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            yield "de"
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        return
    speak_language(code)
    speak(QLocale(code))
    yield code
    speak_language(language.ENGLISH)


@pytest.fixture
def look(request: pytest.FixtureRequest) -> str:
    """The look that goes with it."""
    return LOOKS[request.node.callspec.params["spoken"]]


@pytest.fixture
def places(
    qtbot: QtBot, spoken: str, look: str, journal: Journal, preferences: Preferences, theme: Theme, now: Clock
) -> Iterator[Places]:
    """All of them, in that language and the look that goes with it."""
    preferences.change(theme=look)
    fill(journal)
    context = make_context(journal, preferences, theme, Texts(), now)
    window = MainWindow(theme, preferences, context.texts)
    qtbot.addWidget(window)
    window.open(context)
    window.show()
    qtbot.waitExposed(window)
    assert theme.name == look
    yield Places(Hands.over(window, context))
    context.tasks.wait()


def test_all_that_can_be_reached_is_as_it_must_be(places: Places, spoken: str, look: str) -> None:
    crawl = Crawl(spoken)
    with ExitStack() as held:
        for name, page in places.pages():
            crawl.look_at(name, page)
        places.window.show_page("today")
        windows = []
        for name in places.windows:
            windows.append((name, held.enter_context(places.opened(name))))
            crawl.look_at(*windows[-1])
        for other in [one for one in LEAST_CONTRASTS if one != look]:  # changed as a person does, with all of them open
            places.context.preferences.change(theme=other)
            places.settle()
            assert places.context.theme.name == other
            for name, widget in chain(windows, places.pages()):
                crawl.look_again(f"{name}, {other}", widget, LEAST_CONTRASTS[other])
    for name, widget in places.alone():
        crawl.look_at(name, widget)
        for other in sorted(LEAST_CONTRASTS, key=look.__eq__):  # its own last, for what comes next
            places.context.preferences.change(theme=other)
            places.settle()
            crawl.look_again(f"{name}, {other}", widget, LEAST_CONTRASTS[other])
    faults = crawl.faults + [f"“{name}” stands as {seen}" for name, seen in crawl.looks.items() if len(seen) > 1]
    assert not faults, "\n".join(faults)
    assert crawl.count > 3000, "the crawl saw too little"


class Crawl:
    """Looks at one place after the other; `faults` says what was found, `looks` how each name of a button stands."""

    def __init__(self, spoken: str) -> None:
        self._spoken = spoken
        self.faults: list[str] = []
        self.looks: dict[str, set[str]] = {}
        self.count = 0

    def look_at(self, name: str, widget: QWidget) -> None:
        """Look at all of it."""
        found: list[str] = []
        for one in _seen(accessible(widget)):
            self.count += 1
            found += (*_faults(one), *_small(one), *_foreign(one, self._spoken))
        found += _round(widget)
        found += tab_faults(widget.window())
        found += _window_faults(widget.window())
        _note_looks(widget, self.looks)
        found += reading_faults(accessible(widget), mirrored=widget.isRightToLeft())
        self.faults += [f"{name}: {fault}" for fault in found]

    def look_again(self, name: str, widget: QWidget, least: float) -> None:
        """Look at what another look can change: what was made anew for it, and whether words can be seen."""
        found = [fault for one in _seen(accessible(widget)) for fault in (*_faults(one), *_foreign(one, self._spoken))]
        found += faint(widget.window(), least)
        self.faults += [f"{name}: {fault}" for fault in found]


def _seen(one: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    if not one.state().invisible:
        yield one
        for index in range(one.childCount()):
            child = one.child(index)
            if child.isValid():
                yield from _seen(child)


def _faults(one: QAccessibleInterface) -> Iterator[str]:
    name, role, state, thing = one.text(QAccessible.Text.Name), one.role(), one.state(), one.object()
    if state.focusable and role is not QAccessible.Role.Cell and not name:
        yield f"nameless: {role.name} {thing}"
    if state.focusable and role in _ROLES_OF_NOTHING:
        yield f"without a role: {name} {thing}"
    if isinstance(thing, QAbstractButton):
        label = thing.text().replace("&", "").strip(" …")
        if not _SIGNS.fullmatch(label) and label.casefold() not in name.casefold().replace("\u00ad", ""):
            yield f"“{label}” is called “{name}”"
        if thing.isCheckable() and not state.checkable:
            yield f"does not say that it can be chosen: {name}"
        if bool(state.checked) != (thing.isCheckable() and thing.isChecked()):
            yield f"does not say whether it is chosen: {name}"
        if bool(state.disabled) == thing.isEnabled():
            yield f"does not say whether it can be used: {name}"


def _window_faults(window: QWidget) -> Iterator[str]:
    if not window.windowTitle():
        yield "without a title"


def _note_looks(widget: QWidget, looks: dict[str, set[str]]) -> None:
    """What does the same is called the same: each name of a button stands for one look of it."""
    for one in widget.findChildren(QAbstractButton):
        if one.isVisible() and one.text():
            looks.setdefault(one.accessibleName() or one.text(), set()).add(one.text().strip())


def _small(one: QAccessibleInterface) -> Iterator[str]:
    """What is too small to be hit: a control, or a part of a painted one; text that can be marked is no target."""
    thing = one.object()
    if isinstance(thing, QWidget):
        is_target, size = is_stop(thing) or isinstance(thing, QAbstractButton), thing.size()
    else:
        is_target, size = bool(one.state().focusable) and not _is_drawn_to_scale(one), one.rect().size()
    if is_target and not size.isEmpty() and min(size.width(), size.height()) < LEAST_PIXELS:
        yield f"too small: {one.text(QAccessible.Text.Name)} {thing} {size.toTuple()}"


def _is_drawn_to_scale(one: QAccessibleInterface) -> bool:
    """A region of a body and a day of a chart are as large as they are; keys, numbers and tables do the same."""
    return isinstance(one.parent().object(), (BodyMap, TrendChart, WeekStrip))


def _foreign(one: QAccessibleInterface, spoken: str) -> Iterator[str]:
    """What would be read out in another language than it is written in."""
    thing = one.object()
    if isinstance(thing, QWidget) and one.text(QAccessible.Text.Name):
        locale = thing.locale()  # what Qt tells a screen reader
        if locale.language() is not QLocale(_language_of(thing, spoken)).language():
            yield f"said in {locale.name()}: {one.text(QAccessible.Text.Name)}"


def _language_of(thing: QWidget, spoken: str) -> str:
    own = {name: code for code, name in NAMES.items()}
    if isinstance(thing, Chip) and thing.text() in own:
        return own[thing.text()]
    return language.ENGLISH if thing.objectName() == SOURCE else spoken


def _round(widget: QWidget) -> Iterator[str]:
    """Tab from the first to the last: each control is reached, and can be seen when it is."""
    window = widget.window()
    wanted = {one for one in widget.findChildren(QWidget) if is_stop(one)}
    reached: set[QWidget] = set()
    if not wanted:
        return
    window.activateWindow()
    QApplication.processEvents()
    first = next(one for one in widget.findChildren(QWidget) if one in wanted)
    first.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(6 * len(wanted) + 200):
        holder = QApplication.focusWidget()
        if holder is None or holder.window() is not window:
            break
        if holder in reached and holder is first:
            break
        reached.add(holder)
        if holder in wanted and holder.visibleRegion().isEmpty():
            yield f"hidden while it has the keyboard: {holder} {holder.accessibleName()}"
        holder.focusNextPrevChild(True)
    for one in wanted - reached:
        proxied = one.focusProxy()
        if is_stop(one) and proxied not in reached and not _in_group(one, reached):
            yield f"not reached by Tab: {one} {one.accessibleName()}"


def _in_group(one: QWidget, reached: set[QWidget]) -> bool:
    """One of several that share a stop: the arrows go between them."""
    parent = one.parentWidget()
    return isinstance(one, QAbstractButton) and any(other.parentWidget() is parent for other in reached)
