"""What can be done anywhere in the window: the menu and its keys in one list."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from adtracker.language import tr
from adtracker.ui.kit.messages import MessageStrip
from adtracker.ui.kit.room.window_below import HELP, REDO, UNDO
from adtracker.ui.shell.navigation import PAGES, titles
from adtracker.ui.today.bad_day_chip import BAD_DAY_KEY

Keys = QKeySequence.StandardKey | str


class Commands(QObject):
    """The actions of a window, and the menu that shows them. Whoever can do the work connects to them."""

    page = Signal(str)

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.menu = QMenu(window)
        self._build()
        self._build_pages()

    def set_open(self, is_open: bool) -> None:
        """Whether there is a diary to work with."""
        for action in (self.today, self.bad_day, self.week, self.phone, self.paper, self.settings, *self._pages):
            action.setEnabled(is_open)
        self.set_history(can_undo=False, can_redo=False)

    def set_lock(self, can_lock: bool) -> None:
        """Whether there is a diary that has a password."""
        self.lock.setVisible(can_lock)
        self.lock.setEnabled(can_lock)

    def set_history(self, *, can_undo: bool, can_redo: bool) -> None:
        """Whether there is something to take back, or to do again."""
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)
        self.no_undo.setEnabled(not can_undo)
        self.no_redo.setEnabled(not can_redo)

    def show_pages(self, is_shown: bool) -> None:
        """Have the pages in the menu, where nothing else shows them, or not."""
        places = (*self._pages, self._below_pages)
        for action in places:
            self.menu.removeAction(action)
        if is_shown:
            self.menu.insertActions(self.undo, places)

    def _build(self) -> None:
        self.undo = self._action(tr("Undo"), "Ctrl+Z")
        self.redo = self._action(tr("Redo"), "Ctrl+Shift+Z", QKeySequence.StandardKey.Redo, "Ctrl+Y")
        self.no_undo, self.no_redo = self._key("Ctrl+Z"), self._key("Ctrl+Shift+Z")
        self.no_undo.triggered.connect(lambda: self._say(tr("There is nothing to undo.")))
        self.no_redo.triggered.connect(lambda: self._say(tr("There is nothing to do again.")))
        self.undo.setObjectName(UNDO)
        self.redo.setObjectName(REDO)
        self.today = self._action(tr("Go to today"), "Ctrl+T")
        self.bad_day = self._action(tr("Bad day, no numbers"), BAD_DAY_KEY)
        self.bad_day.setAutoRepeat(False)
        self.week = self._action(tr("The last 7 days, from memory"), "Ctrl+7")
        self.phone = self._action(tr("From my phone…"))
        self.paper = self._action(tr("On paper…"))
        self.menu.addSeparator()
        self.larger = self._action(tr("Larger text"), QKeySequence.StandardKey.ZoomIn, "Ctrl+=")
        self.smaller = self._action(tr("Smaller text"), QKeySequence.StandardKey.ZoomOut)
        self.normal = self._action(tr("Normal text"), "Ctrl+0")
        self.menu.addSeparator()
        self.open = self._action(tr("Open diary…"), QKeySequence.StandardKey.Open)
        self.new = self._action(tr("New diary…"), QKeySequence.StandardKey.New)
        self.settings = self._action(tr("Settings"), "Ctrl+,")
        self.help = self._action(tr("Help and keys"), "F1")
        self.help.setObjectName(HELP)
        self.about = self._action(tr("About adtracker"))
        self.menu.addSeparator()
        self.lock = self._action(tr("Lock the diary"), "Ctrl+L")
        self.lock.setVisible(False)
        self.lock.setEnabled(False)
        self.quit = self._action(tr("Quit"), "Ctrl+Q")

    def _build_pages(self) -> None:
        """Keys alone, as long as the column at the left shows the pages and the menu themselves."""
        self.show_menu, self.next_area, self.area_before = map(self._key, ("F10", "F6", "Shift+F6"))
        self._pages = []
        self._below_pages = QAction(self._window)
        self._below_pages.setSeparator(True)
        for number, key in enumerate(PAGES, 1):
            action = self._key(f"Ctrl+{number}")
            action.setObjectName(key)
            action.setText(titles()[key])
            action.triggered.connect(self._on_page)
            self._pages.append(action)

    def _key(self, keys: str) -> QAction:
        action = QAction(self._window)
        action.setShortcut(keys)
        self._window.addAction(action)
        return action

    def _action(self, text: str, *keys: Keys) -> QAction:
        action = QAction(text, self._window)
        # Each key once: where the platform's own is the same as ours, Qt would take neither.
        action.setShortcuts(list({QKeySequence(key).toString(): QKeySequence(key) for key in keys}.values()))
        action.setShortcutVisibleInContextMenu(True)
        self._window.addAction(action)
        self.menu.addAction(action)
        return action

    def _say(self, sentence: str) -> None:
        """Say that a key has nothing to do, rather than nothing at all."""
        strip = self._window.findChild(MessageStrip)
        if strip is not None:
            strip.told(sentence)  # until there is something

    def _on_page(self) -> None:
        self.page.emit(self.sender().objectName())
