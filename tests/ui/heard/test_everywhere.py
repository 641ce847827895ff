"""Every page and window, in each look and each language: all that can be reached has a name, a role and a state."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.core.theme import Theme
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.starting.startup import make_context
from adtracker.ui.words.language import speak
from tests.ui.conftest import Clock
from tests.ui.every_form import Hands
from tests.ui.every_place import Places, fill
from tests.ui.listening import accessible

pytestmark = pytest.mark.slow
LOOKS = dict(zip(NAMES, ("light", "dark", "contrast", "light"), strict=True))
RING = 3.0
# Nothing is known of these but that they have no words of their own: arrows and signs.
_SIGNS = re.compile(r"[^\w]*")
_ROLES_OF_NOTHING = {QAccessible.Role.NoRole, QAccessible.Role.Pane, QAccessible.Role.Window}


@pytest.fixture(params=NAMES)
def spoken(request: pytest.FixtureRequest) -> Iterator[str]:
    """Each language there is; English after it."""
    code = str(request.param)
    speak_language(code)
    speak(QLocale(code))
    yield code
    speak_language(language.ENGLISH)


@pytest.fixture
def places(
    qtbot: QtBot, spoken: str, journal: Journal, preferences: Preferences, theme: Theme, now: Clock
) -> Iterator[Places]:
    """All of them, in that language and the look that goes with it."""
    preferences.change(theme=LOOKS[spoken])
    fill(journal)
    context = make_context(journal, preferences, theme, Texts(), now)
    window = MainWindow(theme, preferences, context.texts)
    qtbot.addWidget(window)
    window.open(context)
    window.show()
    qtbot.waitExposed(window)
    assert theme.name == LOOKS[spoken]
    yield Places(Hands.over(window, context))
    context.tasks.wait()


def test_all_that_can_be_reached_has_a_name_a_role_and_a_state(places: Places) -> None:
    faults: list[str] = []
    count = 0
    for name, widget in places.all():
        for one in _seen(accessible(widget)):
            count += 1
            faults += [f"{name}: {fault}" for fault in _faults(one)]
        faults += [f"{name}: {fault}" for fault in _round(widget)]
    assert not faults, "\n".join(faults)
    assert count > 3000, "the crawl saw too little"


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


def _round(widget: QWidget) -> Iterator[str]:
    """Tab from the first to the last: each control is reached, and can be seen when it is."""
    window = widget.window()
    wanted = {one for one in widget.findChildren(QWidget) if _is_stop(one)}
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
        if _is_stop(one) and proxied not in reached and not _in_group(one, reached):
            yield f"not reached by Tab: {one} {one.accessibleName()}"


def _is_stop(one: QWidget) -> bool:
    takes = one.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return takes and one.isVisible() and one.isEnabled() and one.focusProxy() is None


def _in_group(one: QWidget, reached: set[QWidget]) -> bool:
    """One of several that share a stop: the arrows go between them."""
    parent = one.parentWidget()
    return isinstance(one, QAbstractButton) and any(other.parentWidget() is parent for other in reached)
