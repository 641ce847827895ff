"""The column at the left of the window: the app's name, its menu, and one button for each page.

Where the window has no room for it, it folds: to icons, and at last to the menu alone, which then names the pages.
"""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
)

from adtracker.language import tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.areas import mark_area
from adtracker.ui.kit.basics import button, label, leave_room, set_kind

PAGES = ("today", "trends", "timeline", "history", "learn", "report")
SETTINGS = "settings"
_WIDTH = 195
_ICON = 18
_SIDE, _FOLDED_SIDE = 12, 4
_ANY_HEIGHT = 16_777_215  # Qt's own


class Fold(Enum):
    """How much of the column is seen."""

    WHOLE = "whole"
    ICONS = "icons"
    MENU = "menu"


class Navigation(QFrame):
    """Shows which page is open; `chosen` carries the key of a page that a person chose here, `folded` says that more or
    less of it is seen."""

    chosen = Signal(str)
    folded = Signal()

    def __init__(self, theme: Theme, menu: QMenu) -> None:
        super().__init__()
        self.setProperty("kind", "navigation")
        self.setProperty("side", "right" if self.isRightToLeft() else "left")
        mark_area(self)
        self._theme = theme
        self._fold = Fold.WHOLE
        self._has_promise = True
        self._can_lock = False
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self.lock = _entry(tr("Lock"), tr("Lock the diary (Ctrl+L)"))
        self.lock.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # by the keyboard it is Ctrl+L, or the menu
        self.lock.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_SIDE, 14, _SIDE, 24)
        self._column.setSpacing(4)
        self._build(menu)
        self._group.buttonClicked.connect(self._on_clicked)
        theme.changed.connect(self._restyle)
        self._restyle()

    def show_chosen(self, key: str | None) -> None:
        """Mark the page that is open; None marks none."""
        self._group.setExclusive(False)
        for own, made in self._buttons.items():
            made.setChecked(own == key)
            if key is not None:  # Tab stops at the page that is open; the arrow keys go to the others
                made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if own == key else Qt.FocusPolicy.ClickFocus)
        self._group.setExclusive(True)
        self._restyle()

    def set_open(self, is_open: bool) -> None:
        """Whether there is a diary whose pages can be chosen."""
        for made in self._buttons.values():
            made.setEnabled(is_open)

    def show_backed_up(self, words: str) -> None:
        """Say when the diary was last copied; nothing where there is none."""
        self.backed_up.setText(words)
        self.backed_up_menu.setText(words.replace("\n", " · ").replace("&", "&&"))
        self._show_promise()

    def show_lock(self, can_lock: bool) -> None:
        """Offer to lock the diary, where it has a password."""
        self._can_lock = can_lock
        self.lock.setVisible(can_lock and self._fold is not Fold.MENU)

    def minimumSizeHint(self) -> QSize:
        """The window may be as low as a person likes: the column folds then."""
        return QSize(super().minimumSizeHint().width(), 0)

    @property
    def fold(self) -> Fold:
        """How much of it is seen."""
        return self._fold

    def fit_room(self, height: int, *, is_narrow: bool, is_above: bool) -> None:
        """Fold as far as a window asks for that is so high, and wide or narrow; above the page it is one button."""
        self._stand(is_above=is_above)
        has_promise, fold = self._has_promise, Fold.ICONS if is_narrow else Fold.WHOLE
        self._has_promise = not is_narrow
        self._show_promise()
        if self._fold is not fold and Fold.MENU not in (self._fold, fold):
            self._show_fold(fold)
        if self._has_promise and self._least_height() > height:
            self._has_promise = False
            self._show_promise()
        if is_above or self._pages_height() > height:
            fold = Fold.MENU
        if fold is not self._fold:
            self._show_fold(fold)
        elif has_promise != self._has_promise:
            self.fit_width()

    def _stand(self, *, is_above: bool) -> None:
        """Stand above the page as high as the button, or beside it."""
        parent = self.parentWidget()
        around = None if parent is None else parent.layout()
        assert isinstance(around, QBoxLayout), "it stands beside the pages"
        ways = QBoxLayout.Direction
        around.setDirection(ways.TopToBottom if is_above else ways.LeftToRight)
        set_kind(self, "row" if is_above else "navigation")  # a line at its right would end nowhere
        button = self.menu_button.sizeHint().height()
        self.setMaximumHeight(self._column.contentsMargins().top() + button if is_above else _ANY_HEIGHT)

    def _least_height(self) -> int:
        """With what it says at its foot."""
        words = (self.backed_up, self._promise)
        width = _WIDTH - 2 * _SIDE
        said = [one.heightForWidth(width) + self._column.spacing() for one in words if not one.isHidden()]
        return self._pages_height() + sum(said)

    def _pages_height(self) -> int:
        """With all that can be pressed, whether it is seen or not."""
        margins = self._column.contentsMargins()
        pressed = [*self._buttons.values(), *([] if not self._can_lock else [self.lock])]
        each = max(made.sizeHint().height() for made in pressed) + self._column.spacing()
        head = self.menu_button.sizeHint().height() + self._gap.sizeHint().height() + 3 * self._column.spacing()
        return margins.top() + margins.bottom() + head + each * len(pressed)

    def _show_promise(self) -> None:
        self.backed_up.setVisible(self._has_promise and bool(self.backed_up.text()))
        self.backed_up_menu.setVisible(not self._has_promise and bool(self.backed_up.text()))
        self._promise.setVisible(self._has_promise)

    def _show_fold(self, fold: Fold) -> None:
        """Words give way to icons, and these to the menu."""
        self._fold = fold
        is_whole = fold is Fold.WHOLE
        side = _SIDE if is_whole else _FOLDED_SIDE
        self._column.setContentsMargins(side, 14, side, 24 if is_whole else 8)
        self._brand.setVisible(is_whole)
        for made in (*self._buttons.values(), self.lock):
            name = made.accessibleName() if made is not self.lock else tr("Lock")
            made.setText(_beside_icon(name) if is_whole else "")
            made.setToolTip("" if is_whole else made.accessibleName())
        for made in self._buttons.values():
            made.setVisible(fold is not Fold.MENU)
        self.show_lock(self._can_lock)
        self.folded.emit()
        self.fit_width()

    def fit_width(self) -> None:
        """Be as wide as its words are in the window's style."""
        self._column.invalidate()
        self._follow_words()

    def event(self, event: QEvent) -> bool:
        """A new style reaches some of the words only after it was set."""
        is_done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            self._follow_words()
        return is_done

    def _follow_words(self) -> None:
        """Take the width that the layout knows now. To invalidate it here would ask for the next layout, for ever."""
        least = _WIDTH if self._fold is Fold.WHOLE else 0
        width = max(least, self.sizeHint().width())
        if width != self.minimumWidth():
            self.setFixedWidth(width)

    def button(self, key: str) -> QPushButton:
        """The button of a page."""
        return self._buttons[key]

    def _build(self, menu: QMenu) -> None:
        self._column.addLayout(self._head(menu))
        self._gap = QSpacerItem(0, 14, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self._column.addItem(self._gap)
        for key, title in titles().items():
            if key == SETTINGS:
                self._column.addStretch(1)
            self._column.addWidget(self._entry(key, title))
        self._column.addWidget(self.lock)
        self.backed_up = label("", "small", wrap=True)
        leave_room(self.backed_up, 12, 12, 0, 0)
        self.backed_up.hide()
        self._column.addWidget(self.backed_up)
        menu.addSeparator()
        self.backed_up_menu = menu.addAction("")  # says the same while the column is folded; more stands in Settings
        self.backed_up_menu.setVisible(False)
        self.backed_up_menu.triggered.connect(lambda: self.chosen.emit(SETTINGS))
        promise = self._promise = label(tr("Everything stays on this computer."), "small", wrap=True)
        leave_room(promise, 12, 12, 0, 0)
        for words in (self.backed_up, promise):
            policy = words.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)  # its words wrap: the pages' names say how wide
            words.setSizePolicy(policy)
        self._column.addWidget(promise)

    def _head(self, menu: QMenu) -> QHBoxLayout:
        head = QHBoxLayout()
        brand = self._brand = label("adtracker", "brand")
        leave_room(brand, 10, 0, 0, 0)
        self.menu_button = button("", "bare", name=tr("Menu"))
        self.menu_button.setToolTip(tr("Menu (F10)"))
        self.menu_button.setMenu(menu)
        head.addWidget(brand, 1)
        head.addWidget(self.menu_button)
        return head

    def _entry(self, key: str, title: str) -> QPushButton:
        made = _entry(title, title)
        made.setCheckable(True)
        made.setAutoExclusive(True)  # makes the role a radio button
        made.setObjectName(key)
        self._group.addButton(made)
        self._buttons[key] = made
        return made

    def _on_clicked(self, clicked: QPushButton) -> None:
        self._restyle()
        self.chosen.emit(clicked.objectName())

    def _restyle(self) -> None:
        edge = self._theme.px(_ICON)
        for key, made in self._buttons.items():
            made.setIcon(self._theme.icon(key, "accent" if made.isChecked() else "ink", _ICON))
            made.setIconSize(QSize(edge, edge))
        self.lock.setIcon(self._theme.icon("lock", "ink", _ICON))
        self.lock.setIconSize(QSize(edge, edge))
        self.menu_button.setIcon(self._theme.icon("menu", "ink", _ICON))
        self.menu_button.setIconSize(QSize(edge, edge))
        self.fit_width()


def titles() -> dict[str, str]:
    """What the pages are called, by key, in the order of the column."""
    return {
        "today": tr("Today"),
        "trends": tr("Trends"),
        "timeline": tr("Timeline"),
        "history": tr("History"),
        "learn": tr("Learn"),
        "report": tr("Report"),
        SETTINGS: tr("Settings"),
    }


def _entry(title: str, name: str) -> QPushButton:
    return button(_beside_icon(title), "navigation", name=name)


def _beside_icon(title: str) -> str:
    return f"   {title}"  # Qt leaves too little room beside an icon
