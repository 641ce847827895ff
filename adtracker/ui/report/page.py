"""The report for the visit: choose the days and parts, write questions, see the pages as they will print, save them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.recall import Recall
from adtracker.domain.records.visit import last_visit
from adtracker.errors import AdtrackerError
from adtracker.exchange.formats import CSV, FHIR, JSON, XLSX
from adtracker.language import tr
from adtracker.queries.conventions import Conventions
from adtracker.queries.report import Request, read_request
from adtracker.report.glyphs import Glyphs
from adtracker.report.printing import PAPER_POINTS, Paper
from adtracker.report.render import PagePicture
from adtracker.settings import Settings
from adtracker.ui.core.context import Context
from adtracker.ui.core.page import Page
from adtracker.ui.kit.basics import button, label, scrolled, set_kind
from adtracker.ui.kit.messages import announce
from adtracker.ui.kit.room.page_head import page_head
from adtracker.ui.kit.room.two_parts import TwoParts
from adtracker.ui.report.maker import Order, Preview, PreviewMaker
from adtracker.ui.report.preview_pane import PreviewPane
from adtracker.ui.report.printer import ReportPrinter
from adtracker.ui.report.questions_keeper import QuestionsKeeper
from adtracker.ui.report.report_form import ReportForm
from adtracker.ui.report.saver import ReportSaver

PAUSE_MILLISECONDS = 400
FORM_WIDTH, LEAST_PAGES = 330, 300


class ReportPage(Page):
    """Shows what `Save PDF` would save."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._is_empty, self._has_failed = True, False
        self._shown: Order | None = None
        # What was last read: the days, whether with photos and with the treatments tried.
        self._wanted: tuple[Period, bool, bool, Conventions] | None = None
        self._read: Callable[[], Request] | None = None  # reads once, for choices of look; None when the diary changes
        self._glyphs = Glyphs()  # kept, for reading the fonts takes longer than making the pages
        self._maker = PreviewMaker(context.tasks)
        self._saver = ReportSaver(context, self)
        self._printer = ReportPrinter(context, self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._build()
        self._questions = QuestionsKeeper(context, self.form.questions)
        self._connect()
        self.restyle()

    def _build(self) -> None:
        self.form = ReportForm(self.context.today())
        self.preview = PreviewPane(self.context.theme)
        self.outcome = label("", "good", wrap=True)
        self.outcome.hide()
        self.open_saved = button(tr("Open"), "link")
        self.open_saved.setToolTip(tr("Open the saved file"))
        self.open_saved.hide()
        self._scroller = scrolled(self.form)
        self._below = TwoParts(self._scroller, self.preview)
        for part in (self._scroller, self.preview):  # shares of the width, whatever they would like to have
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._head())
        said = QHBoxLayout()
        said.setSpacing(12)
        said.addWidget(self.outcome, 1)
        said.addWidget(self.open_saved, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(said)
        column.addWidget(self._below, 1)

    def _head(self) -> QWidget:
        self.export = button(tr("Export data"))
        menu = QMenu(self.export)
        self.export_json = menu.addAction(tr("Everything (JSON)…"))
        self.export_xlsx = menu.addAction(tr("A workbook for a spreadsheet (XLSX)…"))
        self.export_csv = menu.addAction(tr("Tables for a spreadsheet (CSV)…"))
        self.export_fhir = menu.addAction(tr("Everything, in FHIR R4 format…"))
        self.export.setMenu(menu)
        self.clinic = button(tr("For my clinic…"))
        self.clinic.setToolTip(tr("A page with which others can start a diary"))
        self.paper = button(tr("On paper…"))
        self.paper.setToolTip(tr("A sheet to fill in by hand, which can be read back"))
        self.print = button(tr("Print"))
        self.print.setToolTip(tr("Print (Ctrl+P)"))
        self.save = button(tr("Save PDF"), "primary")
        self.save.setToolTip(tr("Save PDF (Ctrl+S)"))
        tools = (self.paper, self.clinic, self.export, self.print, self.save)
        return page_head(label(tr("Report for your visit"), "title", wrap=True), tools)

    def _connect(self) -> None:
        self.form.changed.connect(self._on_chosen)
        self.form.typed.connect(self._on_form)
        self.form.resized.connect(self._size_form)
        self._below.turned.connect(self._fit_heights)
        self.preview.view.scale_changed.connect(self._schedule)
        self.preview.empty.action.clicked.connect(self._on_today)
        self._pause.timeout.connect(self._make_preview)
        self._maker.begun.connect(self._on_begun)
        self._maker.made.connect(self._on_made)
        self._maker.failed.connect(self._on_failed)
        self._maker.slow.connect(self.preview.show_progress)
        self.save.clicked.connect(self._on_save)
        self.print.clicked.connect(self._on_print)
        self.clinic.clicked.connect(self._on_clinic)
        self.paper.clicked.connect(self.ask_for_paper)
        self.open_saved.clicked.connect(self._saver.open)
        self.export_json.triggered.connect(self._on_export_json)
        self.export_csv.triggered.connect(self._on_export_csv)
        self.export_xlsx.triggered.connect(self._on_export_xlsx)
        self.export_fhir.triggered.connect(self._on_export_fhir)
        self._saver.said.connect(self._on_said)
        self._saver.saved.connect(self._on_saved)
        self._printer.said.connect(self._on_said)
        for key, control in ((QKeySequence.StandardKey.Save, self.save), (QKeySequence.StandardKey.Print, self.print)):
            shortcut = QShortcut(key, self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(control.click)

    @property
    def is_settled(self) -> bool:
        """Whether the pages show what is chosen and written: nothing is under way or about to be."""
        is_waiting = self._pause.isActive() or not self.form.questions.is_written
        return not is_waiting and not self._maker.is_busy

    def take_focus(self) -> None:
        """Work begins with the days."""
        self.form.period.take_focus()

    def open_part(self, part: str) -> None:
        """Its one part asks for days on paper."""
        self.ask_for_paper()

    def restyle(self) -> None:
        """Take over new colours and sizes."""
        self._size_form()
        self.preview.restyle()

    def _size_form(self) -> None:
        """As wide as designed, or as its widest control needs; the pages take the rest."""
        bar = self._scroller.verticalScrollBar().sizeHint().width()
        px = self.context.theme.px
        self._below.fit(max(self.form.minimumSizeHint().width() + bar, px(FORM_WIDTH)), px(LEAST_PAGES))
        self._fit_heights()

    def _fit_heights(self) -> None:
        """Below each other the form shows all of itself, and the window scrolls to the pages."""
        is_stacked, width = self._below.is_stacked, self._scroller.width()
        self._scroller.setMinimumHeight(self.form.heightForWidth(width) if is_stacked else 0)
        self.preview.setMinimumHeight(self.context.theme.px(LEAST_PAGES) if is_stacked else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The form is as high as its width asks for."""
        super().resizeEvent(event)
        self._fit_heights()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter saves, where no control has a use for it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save.click()
        else:
            super().keyPressEvent(event)

    def expect(self) -> None:
        """Have the pages laid out while this one is: their size comes with its own."""
        if self.is_stale:
            self.refresh_if_stale()
            if (order := self._order()) is not None and not self._is_empty:
                self._maker.begin(order)
                self._maker.let_ahead()

    def showEvent(self, event: QShowEvent) -> None:
        """Have pages drawn that were laid out meanwhile."""
        super().showEvent(event)
        if self._maker.is_busy:
            self._pause.start(0)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave nothing unsaved and no work behind."""
        self.flush()
        self._say("", is_well=True)
        if not self.is_settled or self._has_failed:  # pages that were not made are tried again
            self._pause.stop()
            self._maker.stop()
            self.mark_stale()
        super().hideEvent(event)

    def heeds(self, settings: Settings) -> object:
        """How is counted."""
        return Conventions.of(settings)

    def refresh(self) -> None:
        """Show what the diary offers for a report; the pages follow a moment later."""
        self._read = None
        journal = self.context.journal
        found = self.read(lambda: (journal.course(), journal.profile(), self._has_any(), journal.visits()))
        if found is None:
            return
        course, profile, has_any, visits = found
        today = self.context.today()
        visit = last_visit(visits, today - ONE_DAY)
        self.form.period.show_course(course, today, visit.day if visit else None)
        self._questions.show_profile(profile)
        self._is_empty = not has_any and not profile.questions.strip()
        self.preview.show_empty(self._is_empty)
        self._on_form()

    def _has_any(self) -> bool:
        """Whether a day was written, or a week recalled."""
        return self.context.journal.span() is not None or bool(self.context.journal.standing(Recall))

    def flush(self) -> None:
        """Store what was typed and is not stored yet."""
        self._questions.flush()

    @property
    def unsaved(self) -> Sequence[str]:
        """The questions, if the diary did not take them."""
        return [tr("The questions for your visit")] if self._questions.is_waiting else []

    def _on_form(self) -> None:
        for control in (self.save, self.print):
            control.setEnabled(not self._is_empty and self.form.period.period is not None)
        self._schedule()

    def _on_chosen(self) -> None:
        """A press is all of an answer: nobody waits for more of it."""
        self._on_form()
        if self._pause.isActive():
            self._pause.start(0)

    def _schedule(self) -> None:
        """Make new pages once nothing has changed for a moment, as while something is typed; the first ones at once."""
        if self.isVisible():
            self._pause.start(PAUSE_MILLISECONDS if self.preview.view.sheets else 0)

    def _make_preview(self) -> None:
        """As ordered now, or as last ordered while the days are not: the size of the pages may be what changed."""
        self._shown = self._order() or self._shown
        if self._shown is not None and not self._is_empty:
            self.preview.view.show_paper(*PAPER_POINTS[self._shown.paper])
            self._maker.start(self._shown, self.preview.view.ppi)

    def _order(self) -> Order | None:
        """The report as it is chosen now; None while the days are not."""
        context, period = self.context, self.form.period.period
        if period is None:
            return None
        parts, paper = self.form.include.parts, cast(Paper, self.form.paper.key)
        wanted = (period, parts.photos, parts.tried, Conventions.of(context.preferences.value))
        if self._read is None or self._wanted != wanted:
            self._wanted = wanted
            read = partial(read_request, context.journal, period, context.today(), parts, wanted[-1])
            self._read = cache(read)
        return Order(self._read, parts, paper, context.body, context.texts, self._glyphs.covers)

    def _on_begun(self, page: PagePicture) -> None:
        self.preview.show_first(page.png, page.headings)

    def _on_made(self, preview: Preview) -> None:
        self._has_failed = False
        pages = [(page.png, page.headings) for page in preview.pages]
        self.preview.show_pages(pages, preview.missing_characters)

    def _on_today(self) -> None:
        self.context.events.open_day.emit(self.context.gate.today())

    def _on_save(self) -> None:
        self.flush()
        self._saver.ask_for_pdf(self._order)

    def _on_print(self) -> None:
        self.flush()
        self._printer.ask(self._order)

    def _on_clinic(self) -> None:
        from adtracker.ui.report.clinic_dialog import ClinicDialog  # noqa: PLC0415 -- seldom wanted

        dialog = ClinicDialog(self, self.context.texts, self.context.gate.today())
        dialog.sheet_wanted.connect(self._saver.ask_for_sheet)
        self._saver.taken.connect(dialog.accept)
        dialog.open()

    def ask_for_paper(self) -> None:
        """Ask which days are to be filled in by hand, and where the sheet goes."""
        from adtracker.ui.report.paper_dialog import PaperDialog  # noqa: PLC0415 -- seldom wanted

        dialog = PaperDialog(self, self.context.now(), self.context.gate.today())
        dialog.sheet_wanted.connect(self._saver.ask_for_paper)
        self._saver.taken.connect(dialog.accept)
        dialog.open()

    def _on_export_json(self) -> None:
        self._export(JSON)

    def _on_export_csv(self) -> None:
        self._export(CSV)

    def _on_export_xlsx(self) -> None:
        self._export(XLSX)

    def _on_export_fhir(self) -> None:
        self._export(FHIR)

    def _export(self, form: str) -> None:
        self.flush()
        self._saver.ask_for_export(form)

    def _on_failed(self, error: AdtrackerError) -> None:
        self._has_failed = True
        self._say(self.context.texts.error(error), is_well=False)

    def _on_saved(self) -> None:
        self.open_saved.setVisible(self.isVisible())

    def _on_said(self, sentence: str, is_well: bool) -> None:
        self._say(sentence, is_well=is_well)

    def _say(self, sentence: str, *, is_well: bool) -> None:
        """Say what became of what was asked for; where nobody looks at this page, in the strip below all pages."""
        if sentence and not self.isVisible():
            self.context.events.hint.emit(sentence)
            return
        self.open_saved.hide()
        set_kind(self.outcome, "good" if is_well else "caution")
        self.outcome.setText(sentence)
        self.outcome.setVisible(bool(sentence))
        if sentence:
            announce(self.outcome, sentence)
