"""The column at the left of the window: the app's name, its menu, and one button for each page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QVBoxLayout

from adtracker.language import tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.areas import mark_area
from adtracker.ui.kit.basics import button, label

PAGES = ("today", "trends", "timeline", "history", "learn", "report")
SETTINGS = "settings"
_WIDTH = 195
_ICON = 18


class Navigation(QFrame):
    """Shows which page is open; `chosen` carries the key of a page that a person chose here."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, menu: QMenu) -> None:
        super().__init__()
        self.setProperty("kind", "navigation")
        mark_area(self)
        self._theme = theme
        self._buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self.lock = _entry(tr("Lock"), tr("Lock the diary (Ctrl+L)"))
        self.lock.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # by the keyboard it is Ctrl+L, or the menu
        self.lock.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 14, 12, 24)
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
        self.backed_up.setVisible(bool(words))

    def show_lock(self, can_lock: bool) -> None:
        """Offer to lock the diary, where it has a password."""
        self.lock.setVisible(can_lock)

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
        width = max(_WIDTH, self.sizeHint().width())
        if width != self.minimumWidth():
            self.setFixedWidth(width)

    def button(self, key: str) -> QPushButton:
        """The button of a page."""
        return self._buttons[key]

    def _titles(self) -> dict[str, str]:
        return {
            "today": tr("Today"),
            "trends": tr("Trends"),
            "timeline": tr("Timeline"),
            "history": tr("History"),
            "learn": tr("Learn"),
            "report": tr("Report"),
            SETTINGS: tr("Settings"),
        }

    def _build(self, menu: QMenu) -> None:
        self._column.addLayout(self._head(menu))
        self._column.addSpacing(14)
        for key, title in self._titles().items():
            if key == SETTINGS:
                self._column.addStretch(1)
            self._column.addWidget(self._entry(key, title))
        self._column.addWidget(self.lock)
        self.backed_up = label("", "small", wrap=True)
        self.backed_up.setContentsMargins(12, 12, 0, 0)
        self.backed_up.hide()
        self._column.addWidget(self.backed_up)
        promise = label(tr("Everything stays on this computer."), "small", wrap=True)
        promise.setContentsMargins(12, 12, 0, 0)
        for words in (self.backed_up, promise):
            policy = words.sizePolicy()
            policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)  # its words wrap: the pages' names say how wide
            words.setSizePolicy(policy)
        self._column.addWidget(promise)

    def _head(self, menu: QMenu) -> QHBoxLayout:
        head = QHBoxLayout()
        brand = label("adtracker", "brand")
        brand.setContentsMargins(10, 0, 0, 0)
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


def _entry(title: str, name: str) -> QPushButton:
    return button(f"   {title}", "navigation", name=name)  # Qt leaves too little room beside an icon
