"""The window's frame: navigation, the page, messages and the disclaimer. It can be painted before any diary is open."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMainWindow, QVBoxLayout, QWidget

from adtracker.errors import AdtrackerError
from adtracker.language import tr
from adtracker.resources import Texts
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.areas import go_to_area
from adtracker.ui.kit.basics import digit_of, label, rule, scrolled
from adtracker.ui.kit.diaries.whose_diary import owner_words
from adtracker.ui.kit.messages import MessageStrip, announce
from adtracker.ui.kit.room.page_area import PageArea
from adtracker.ui.kit.room.screen_room import screen_room
from adtracker.ui.kit.window_title import window_title
from adtracker.ui.shell.arriving.incoming import Incoming
from adtracker.ui.shell.arriving.on_paper import OnPaper
from adtracker.ui.shell.arriving.pasting import Pasting
from adtracker.ui.shell.close_guard import CloseGuard
from adtracker.ui.shell.commands import Commands
from adtracker.ui.shell.navigation import SETTINGS, Fold, Navigation
from adtracker.ui.shell.page_stack import PageStack
from adtracker.ui.shell.text_size import TextSize
from adtracker.ui.shell.text_undo import TextUndo
from adtracker.ui.shell.typing_watch import TypingWatch
from adtracker.ui.shell.window_room import WindowRoom
from adtracker.ui.today.bad_day_chip import BAD_DAY

if TYPE_CHECKING:  # what days and records are comes after the first paint
    from adtracker.domain.common.period import Period
    from adtracker.domain.edits.edit import Edit
    from adtracker.ui.core.context import Context
    from adtracker.ui.core.page import Page

WIDTH, HEIGHT = 1280, 800
_LEAST = (320, 240)
_MINUTE = 60_000
_ABOVE_RULE = 8


class MainWindow(QMainWindow):
    """One window on one diary. `closing` comes when the person closes it, `looked_at_clock` each minute and whenever
    somebody comes back to it."""

    closing = Signal()
    looked_at_clock = Signal()

    def __init__(self, theme: Theme, preferences: Preferences, texts: Texts) -> None:
        super().__init__()
        self.setWindowTitle(window_title(""))
        self.setAcceptDrops(True)
        self._theme = theme
        self._preferences = preferences
        self._text_size = TextSize(preferences)
        self._texts = texts
        self._visited: list[str] = []
        self._build(theme)
        self._connect()
        self._restyle()
        self._minute = QTimer(self, interval=_MINUTE)
        self._minute.timeout.connect(self._on_minute)
        self._set_open(False)
        self._restore_place()

    def _build(self, theme: Theme) -> None:
        self.commands = Commands(self)
        self.navigation = Navigation(theme, self.commands.menu)
        self.pages = PageStack()
        self.messages = MessageStrip()
        self.read_only = self._read_only_line()
        self.leaving = CloseGuard(self, self.pages, self._texts)
        self.incoming = Incoming(self)
        self._footer = label(self._texts.say("disclaimer.short"), "small", wrap=True)
        ground = QWidget()
        ground.setProperty("kind", "ground")
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.navigation)
        row.addWidget(self._column(), 1)
        self.setCentralWidget(ground)
        self.setMinimumSize(*_LEAST)
        self.messages.float_over(self.pages)

    def _read_only_line(self) -> QLabel:
        words = tr(
            "This diary can only be read: its file or folder cannot be written to. "
            "You can look at it, report and export; nothing new is kept."
        )
        line = label(words, "strong", wrap=True)
        line.setContentsMargins(0, 0, 0, _ABOVE_RULE)
        line.hide()
        return line

    def _column(self) -> PageArea:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setSpacing(0)
        column.addWidget(self.pages, 1)
        self._disclaimer = QVBoxLayout()
        self._disclaimer.setSpacing(8)
        self._disclaimer.addWidget(rule())
        self._disclaimer.addWidget(self._footer)
        column.addSpacing(8)
        column.addWidget(self.read_only)
        column.addLayout(self._disclaimer)
        self._room = WindowRoom(self._theme, self.navigation, self.pages, column, self._disclaimer)
        return scrolled(content)

    def _connect(self) -> None:
        commands = self.commands
        TextUndo(self)
        TypingWatch(self, self.pages)
        self.leaving.asked.connect(self.come_forward)
        self._theme.changed.connect(self._restyle)
        self._preferences.changed.connect(self.look_at_clock)  # when a day begins is one of them
        self.navigation.chosen.connect(self.show_page)
        self.navigation.folded.connect(lambda: commands.show_pages(self.navigation.fold is Fold.MENU))
        commands.page.connect(self.show_page)
        commands.undo.triggered.connect(self._on_undo)
        commands.redo.triggered.connect(self._on_redo)
        commands.today.triggered.connect(self._on_today)
        commands.bad_day.triggered.connect(self._on_bad_day)
        commands.week.triggered.connect(self._on_week)
        commands.settings.triggered.connect(self._on_settings)
        commands.help.triggered.connect(self._on_help)
        commands.about.triggered.connect(self._on_about)
        commands.show_menu.triggered.connect(self.navigation.menu_button.showMenu)
        commands.next_area.triggered.connect(lambda: go_to_area(self))
        commands.area_before.triggered.connect(lambda: go_to_area(self, back=True))
        commands.larger.triggered.connect(self._text_size.larger)
        commands.smaller.triggered.connect(self._text_size.smaller)
        commands.normal.triggered.connect(self._text_size.normal)
        self._pasting = Pasting(self, self.pages, commands.phone)
        self._on_paper = OnPaper(self.pages, commands.paper)
        commands.quit.triggered.connect(self.close)
        commands.lock.visibleChanged.connect(self._on_can_lock)
        self.navigation.lock.clicked.connect(commands.lock.trigger)

    def _restyle(self) -> None:
        self.setStyleSheet(self._theme.stylesheet)
        self.navigation.fit_width()
        self._room.fit(self.size())

    def open(self, context: Context) -> None:
        """Show a diary, on its page of today."""
        self.messages.clear()
        self.pages.open(context)
        self._visited = []
        self.read_only.setVisible(context.journal.read_only)
        self._show_title()
        events = context.events
        events.failed.connect(self._on_failed)
        events.changed.connect(self._on_changed)
        events.hint.connect(self.messages.hint)
        events.told.connect(self.messages.told)
        events.replayed.connect(self._on_replayed)
        events.saved.connect(self._on_saved)
        events.day_begun.connect(self._on_day_begun)
        events.history_changed.connect(self._on_history)
        events.open_day.connect(self._on_open_day)
        events.open_trends.connect(self._on_open_trends)
        events.open_page.connect(self._on_open_page)
        self.incoming.open(context)
        events.paste_lines.connect(self._pasting.open)
        self._set_open(True)
        self._on_history()  # a small window may have stored something before
        self._minute.start()
        self.show_page("today")

    def show_alone(self, widget: QWidget) -> None:
        """Show a widget that belongs to no diary, such as the welcome; no diary is open then."""
        self._minute.stop()
        self.incoming.close()
        self.read_only.hide()
        self._set_open(False)
        self.pages.show_alone(widget)
        self._show_title()

    def say_error(self, error: AdtrackerError) -> None:
        """Say what failed where no page does."""
        self.messages.error(self._texts.error(error))

    def show_page(self, key: str) -> Page:
        """Show a page of the open diary. Raises KeyError for a page that does not exist."""
        self.look_at_clock()
        if key != self.pages.key:
            self._visited = [*self._visited[-20:], key]
        is_other = key != self.pages.key
        page = self.pages.show_page(key)
        self.navigation.show_chosen(key)
        page.setAccessibleName(self.navigation.button(key).accessibleName())
        if is_other:
            announce(page, page.accessibleName())
        page.take_focus()
        return page

    def fit_screen(self) -> None:
        """Leave nothing of the first window outside the screen; later ones have the size that the person gave them."""
        if not self._preferences.value.window:
            self.resize(self.size().boundedTo(screen_room(self)))

    def come_forward(self) -> None:
        """Put the window before all others, as far as the desktop lets it."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def look_at_clock(self) -> None:
        """Turn the pages if a new diary day has begun."""
        context = self.pages.context
        if context is not None:
            context.gate.look()
        self.looked_at_clock.emit()

    def _on_minute(self) -> None:
        """Nobody who is in the middle of a text is taken to another page; what they do next turns it."""
        context = self.pages.context
        if context is not None and not context.gate.is_typing:
            self.look_at_clock()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back one page with Esc, and let the page have digits, unless something on it had a use for them."""
        if self.pages.page is not None and (digit := digit_of(event)) is not None:
            if not event.isAutoRepeat():
                self.pages.page.take_digit(digit)
        elif event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif not self.messages.isHidden():
            self.messages.clear()
        elif len(self._visited) > 1:
            self._visited.pop()
            self.show_page(self._visited.pop())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the room at the sides follow."""
        super().resizeEvent(event)
        self._room.fit(self.size())

    def changeEvent(self, event: QEvent) -> None:
        """Look whether a new day has begun when somebody comes back to the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.look_at_clock()
            self.incoming.look()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember size and place; stay while something is not saved, until the person was asked."""
        if not self.leaving.is_free():
            event.ignore()
            self.leaving.ask(self.close)
            return
        self._preferences.change(window=self.saveGeometry().toHex().toStdString())
        super().closeEvent(event)
        self.closing.emit()

    def _restore_place(self) -> None:
        self.resize(WIDTH, HEIGHT)
        stored = self._preferences.value.window
        if stored:
            self.restoreGeometry(QByteArray.fromHex(stored.encode()))

    def _set_open(self, is_open: bool) -> None:
        self.navigation.set_open(is_open)
        self.commands.set_open(is_open)
        if not is_open:
            self.navigation.show_chosen(None)

    def _on_can_lock(self) -> None:
        self.navigation.show_lock(self.commands.lock.isVisible())

    def _on_week(self) -> None:
        self._on_today()
        self._on_open_page("today/week")

    def _on_settings(self) -> None:
        self.show_page(SETTINGS)

    def _on_help(self) -> None:
        from adtracker.ui.shell.help_dialog import help_over  # noqa: PLC0415 -- not for every start of the program

        dialog = help_over(self, has_lessons=self.pages.context is not None)
        if dialog is not None:
            dialog.lesson_wanted.connect(self._on_lesson_wanted)
            dialog.about.clicked.connect(self._on_about)
            dialog.open()

    def _on_about(self) -> None:
        """Say which version this is; how old it is where a diary's clock is at hand."""
        from adtracker.ui.shell.about_dialog import AboutDialog  # noqa: PLC0415 -- the same

        context = self.pages.context
        dialog = AboutDialog(self, self._theme, self._texts, None if context is None else context.gate.today())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_lesson_wanted(self, key: str) -> None:
        self._on_open_page(f"learn/{key}")

    def _on_today(self) -> None:
        context = self.pages.context
        if context is not None:
            context.events.open_day.emit(context.gate.today())

    def _on_bad_day(self) -> None:
        """Mark the day that is open on Today; from another page that is today, for nobody saw what was open there."""
        if self.pages.key != "today":
            self._on_today()
        self._on_open_page(f"today/{BAD_DAY}")

    def _on_open_day(self) -> None:
        self.show_page("today")

    def _on_open_trends(self, period: Period) -> None:
        self.show_page("trends").open_period(period)

    def _on_open_page(self, path: str) -> None:
        key, _, part = path.partition("/")
        page = self.show_page(key)
        if part:
            page.open_part(part)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files that may be brought in, wherever they are let go."""
        if self.incoming.welcomes(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Bring in what was dropped."""
        if self.incoming.welcomes(event.mimeData()):
            event.acceptProposedAction()
            self.incoming.drop(event.mimeData())

    def bring_in(self, file: Path) -> None:
        """Show what is in a file, and what would become of it."""
        self.incoming.bring_in(file)

    def _on_failed(self, error: AdtrackerError) -> None:
        if not self.pages.has_own_line:
            self.say_error(error)

    def _on_changed(self, edit: Edit) -> None:
        from adtracker.domain.records.profile import Profile  # noqa: PLC0415 -- comes after the first paint

        if edit.touches(Profile):
            self._show_title()

    def _show_title(self) -> None:
        """Say whose diary it is, before the first key is pressed."""
        context = self.pages.context
        profile = context.read(context.journal.profile) if context is not None else None
        words = "" if context is None or profile is None else owner_words(profile.name, context.journal.path)
        self.setWindowTitle(window_title(words))

    def _on_undo(self) -> None:
        context = self.pages.context
        if context is not None:
            context.writer.undo()

    def _on_redo(self) -> None:
        context = self.pages.context
        if context is not None:
            context.writer.redo()

    def _on_day_begun(self, day: date, _is_refused: bool) -> None:
        from adtracker.ui.records.form_dialog import FormDialog  # noqa: PLC0415 -- the same
        from adtracker.ui.words.day_words import day_begun_words  # noqa: PLC0415 -- once a day

        context = self.pages.context
        words = day_begun_words(day, is_back=context is not None and context.gate.went_back)
        if not self.pages.has_own_line:
            self.messages.told(words)
        for dialog in filter(QWidget.isVisible, self.findChildren(FormDialog)):
            dialog.show_problem(tr("{new_day}. Look at the day here, then save again.", new_day=words))

    def _on_saved(self, _edit: Edit, _when: datetime) -> None:
        self.messages.forget_told()

    def _on_replayed(self, _edit: Edit, words: str) -> None:
        if not self.pages.has_own_line:
            self.messages.told(words)

    def _on_history(self) -> None:
        context = self.pages.context
        if context is not None:
            writer = context.writer
            self.commands.set_history(can_undo=writer.can_undo, can_redo=writer.can_redo)
