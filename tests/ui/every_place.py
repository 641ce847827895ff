"""Every page in every way that it is shown, and every window over one, on a diary that has something of each kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import monotonic, sleep

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget

from adtracker import resources
from adtracker.domain.demo.diary import demo_diary
from adtracker.domain.edits.edit import Change, Edit
from adtracker.domain.records.day import DayEntry
from adtracker.errors import DiaryError
from adtracker.language import tr
from adtracker.photos.drawn import drawn_skin
from adtracker.storage.copies.checking import look_into
from adtracker.storage.copies.contents import Contents
from adtracker.storage.copies.copy_folder import Copy
from adtracker.storage.copies.restoring import Restored
from adtracker.storage.encryption.protecting import Protection
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.core.copies import shelf_of
from adtracker.ui.history.page import TABLE, HistoryPage
from adtracker.ui.kit.changed_dialog import ChangedDialog
from adtracker.ui.learn.page import LearnPage
from adtracker.ui.records.deleted_dialogs import DeletedDialogs
from adtracker.ui.records.photos.dialogs import PhotoDialogs
from adtracker.ui.records.photos.loose_dialogs import LooseDialogs
from adtracker.ui.report.page import ReportPage
from adtracker.ui.report.period_card import CUSTOM
from adtracker.ui.settings.page import SettingsPage
from adtracker.ui.settings.protection.dialogs import PasswordDialog, SheetDialog, UnprotectDialog
from adtracker.ui.settings.protection.leftovers_dialog import LeftoversDialog
from adtracker.ui.settings.protection.protect_dialog import NewWordsDialog, ProtectDialog
from adtracker.ui.settings.restore_dialog import RestoreDialog
from adtracker.ui.shell.going_back import Offer, OfferDialog
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.shell.navigation import PAGES, SETTINGS
from adtracker.ui.shell.quick.window import QuickWindow
from adtracker.ui.shell.unsaved_dialog import UnsavedDialog
from adtracker.ui.timeline.page import TimelinePage
from adtracker.ui.today.page import TodayPage
from adtracker.ui.together.dialogs import TogetherDialogs
from adtracker.ui.trends.card import TABLE as NUMBERS
from adtracker.ui.trends.card import WORDS
from adtracker.ui.trends.page import TrendsPage
from adtracker.ui.words.day_words import day_words
from tests.conftest import PATIENCE_SECONDS
from tests.ui.alone_places import alone, ask_in_small
from tests.ui.conftest import TODAY
from tests.ui.every_form import FORMS, Hands
from tests.ui.incoming_places import INCOMING


def fill(journal: Journal) -> None:
    """Put the demonstration into a diary."""
    demo = demo_diary(TODAY, resources.body())
    journal.replay(Edit(tuple(Change(None, record) for record in demo.records)))
    for photo in demo.life.photos:
        journal.add_photo(drawn_skin(photo.redness), photo.day, photo.region)
    journal.keep_pixels([drawn_skin(0.42)])  # a picture that no day names


@dataclass
class Places:
    """Goes through all of them over one window."""

    hands: Hands

    @property
    def window(self) -> MainWindow:
        return self.hands.window

    @property
    def context(self) -> Context:
        return self.hands.context

    def all(self) -> Iterator[tuple[str, QWidget]]:
        """Each, by its name, as long as it is looked at."""
        yield from self.pages()
        self.window.show_page("today")
        for name in self.windows:
            with self.opened(name) as dialog:
                yield name, dialog
        yield from self.alone()

    def alone(self) -> Iterator[tuple[str, QWidget]]:
        """What stands in the window in the place of all pages; none of them can be shown after it."""
        return alone(self)

    def pages(self) -> Iterator[tuple[str, QWidget]]:
        """Each page in every way that it is shown."""
        for key in (SETTINGS, *PAGES):  # a new look is worked out for all pages that were seen
            page = self.window.show_page(key)
            for name, show in _VIEWS.get(key, {"": _as_it_is}).items():
                show(page)
                self.settle()
                yield f"{key} {name}".strip(), page

    @property
    def windows(self) -> tuple[str, ...]:
        """The names of the windows over a page."""
        return (*FORMS, *_WINDOWS)

    @contextmanager
    def opened(self, name: str) -> Iterator[QDialog]:
        """One of them, opened and closed again, with what had to be opened for it."""
        before = set(self._open())
        if name in FORMS:
            FORMS[name](self.hands)
        else:
            _WINDOWS[name](self)
        self.settle()
        mine = [dialog for dialog in self._open() if dialog not in before]
        assert mine, f"{name} did not open"
        yield mine[-1]
        for dialog in reversed(mine):
            dialog.done(QDialog.DialogCode.Rejected)
        self.settle()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def settle(self) -> None:
        """Let what is open be laid out."""
        for _ in range(3):
            QApplication.processEvents()

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for what takes long; to wait for all that is under way would stop it."""
        end = monotonic() + PATIENCE_SECONDS
        while not is_so():
            assert monotonic() < end, f"not so within {PATIENCE_SECONDS} s"
            sleep(0.005)
            self.settle()
        self.settle()

    def _open(self) -> list[QDialog]:
        return [dialog for dialog in self.window.findChildren(QDialog) if dialog.isVisible()]


def _as_it_is(_page: QWidget) -> None:
    """Nothing has to be done."""


def _unfold_all(page: QWidget) -> None:
    assert isinstance(page, TodayPage)
    for chip in page.parts.row.findChildren(QAbstractButton):
        if chip.isVisible() and not chip.isChecked():
            chip.click()
            QApplication.processEvents()


def _show_table(page: QWidget) -> None:
    assert isinstance(page, HistoryPage)
    page.views.chip(TABLE).click()


def _show_numbers(page: QWidget) -> None:
    assert isinstance(page, TrendsPage)
    page.head.views.chip(NUMBERS).click()


def _show_words(page: QWidget) -> None:
    assert isinstance(page, TrendsPage)
    page.head.views.chip(WORDS).click()


def _show_scores(page: QWidget) -> None:
    """The lesson whose tables are the widest."""
    assert isinstance(page, LearnPage)
    page.open_part("scores")


def _show_days(page: QWidget) -> None:
    assert isinstance(page, ReportPage)
    page.form.period.chips.chip(CUSTOM).click()


def _show_safety(page: QWidget) -> None:
    assert isinstance(page, SettingsPage)
    page.parts.chip("safety").click()
    page.context.tasks.wait()


def _show_reminders(page: QWidget) -> None:
    assert isinstance(page, SettingsPage)
    page.parts.chip("reminders").click()


_VIEWS: dict[str, dict[str, Callable[[QWidget], None]]] = {
    "today": {"with all its parts": _unfold_all},
    "trends": {"": _as_it_is, "as a table": _show_numbers, "in words": _show_words},
    "learn": {"": _as_it_is, "about scores": _show_scores},
    "history": {"": _as_it_is, "as a table": _show_table},
    SETTINGS: {"": _as_it_is, "about safety": _show_safety, "about reminders": _show_reminders},
    "report": {"": _as_it_is, "of some days": _show_days},
}


def _together_days(places: Places) -> None:
    dialogs = TogetherDialogs(places.context, places.window)
    dialogs.show()
    while dialogs.maker.is_busy:
        QApplication.processEvents()
    assert dialogs.dialog is not None
    dialogs.dialog.span.click()


def _measures(places: Places) -> None:
    page = places.window.show_page("trends")
    assert isinstance(page, TrendsPage)
    page.head.measures.trigger()


def _comparison(places: Places) -> None:
    page = places.window.show_page("trends")
    assert isinstance(page, TrendsPage)
    page.head.compared.trigger()


def _photo(places: Places) -> None:
    PhotoDialogs(places.context, places.window).show_photo(places.context.journal.photos()[0])


def _copy(places: Places) -> tuple[Copy, Contents]:
    context = places.context
    shelf = shelf_of(context.journal.path, context.preferences.value)
    shelf.back_up(context.journal, context.now(), always=True)
    copy = shelf.newest_good()
    held = look_into(copy)
    assert held is not None
    return copy, held


def _go_back(places: Places) -> None:
    RestoreDialog(places.window, places.context, [_copy(places)]).open()


def _offer(places: Places) -> None:
    _, held = _copy(places)
    offer = Offer(Edit((Change(None, DayEntry(TODAY, itch=3)),)))
    OfferDialog(places.window, Restored(held, Path("set aside")), offer).open()


def _protect(places: Places) -> ProtectDialog:
    dialog = ProtectDialog(places.window, Path("mine.diary"), "Nora", TODAY, places.context.texts)
    dialog.open()
    return dialog


def _weeks(places: Places) -> None:
    page = places.window.show_page("history")
    assert isinstance(page, HistoryPage)
    page.weeks.click()


def _three_words(places: Places) -> None:
    dialog = _protect(places)
    dialog.show_step(2)
    dialog.typed_back.expect(("zoo",) * 24)
    dialog.next.click()


def _protection() -> Protection:
    return Protection(Path("mine.diary"), Path("settings"))


def _words(places: Places) -> None:
    texts = places.context.texts
    dialog = SheetDialog(places.window, texts, _protection(), bytes(32), "Nora", TODAY)
    dialog.open()
    dialog.go_on()


def _new_words(places: Places) -> None:
    NewWordsDialog(places.window, _protection(), bytes(32), "Nora", TODAY, places.context.texts).open()


def _unsaved(places: Places) -> None:
    dialog = UnsavedDialog(places.window)
    words = tr("The note of {day}, which does not fit", day=day_words(TODAY, TODAY))
    dialog.show_unsaved([words], places.context.texts.error(DiaryError("diary.disk_full", file="mine.diary")))
    dialog.open()


def _plain_copies(places: Places) -> None:
    file = _copy(places)[0].file
    LeftoversDialog(places.window, [file], lambda: [file], places.context.tasks).open()


def _calendar(places: Places) -> None:
    page = places.window.show_page("timeline")
    assert isinstance(page, TimelinePage)
    page.head.calendar.click()


def _report(places: Places) -> ReportPage:
    page = places.window.show_page("report")
    assert isinstance(page, ReportPage)
    return page


def _quick(places: Places) -> None:
    window = QuickWindow(places.context.theme, places.context.texts, places.window)
    window.show_day(TODAY)
    window.show()


_WINDOWS: dict[str, Callable[[Places], object]] = {
    **INCOMING,
    "all visits": lambda places: places.hands.happenings.show_all(),
    "all breaks": lambda places: places.hands.breaks.show_all(),
    "all weeks as recalled": _weeks,
    "all scores": lambda places: places.hands.scores.show_all(),
    "all questions": lambda places: places.hands.questions.show_all(),
    "all treatments": lambda places: places.hands.treatments.show_all(),
    "one treatment": lambda places: places.hands.treatments.show(places.hands.treatment),
    "what was deleted": lambda places: DeletedDialogs(places.context, places.window).show(),
    "a photo": _photo,
    "pictures without a day": lambda places: LooseDialogs(places.context, places.window).show(),
    "photos side by side": lambda places: PhotoDialogs(places.context, places.window).compare(),
    "what happened together": lambda places: TogetherDialogs(places.context, places.window).show(),
    "days to look at together": _together_days,
    "a start sheet": lambda places: _report(places).clinic.click(),
    "days on paper": lambda places: _report(places).paper.click(),
    "a calendar file": _calendar,
    "measures": _measures,
    "two periods": _comparison,
    "help": lambda places: places.window.commands.help.trigger(),
    "about": lambda places: places.window.commands.about.trigger(),
    "a file that another program changed": lambda places: ChangedDialog(places.window, "mine.diary").open(),
    "copies to go back to": _go_back,
    "entries that a copy lacks": _offer,
    "a password": _protect,
    "three words typed back": _three_words,
    "the words": _words,
    "other words": _new_words,
    "another password": lambda places: PasswordDialog(places.window, places.context.texts, None, b"").open(),
    "no password": lambda places: UnprotectDialog(places.window, places.context.texts, _protection(), b"").open(),
    "files without a password": _plain_copies,
    "the two numbers of today": _quick,
    "a password in the small window": ask_in_small,
    "not everything saved": _unsaved,
}
