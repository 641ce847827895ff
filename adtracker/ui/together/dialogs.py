"""Opens the window that shows what happened together, and has it worked out.

Loaded when a person wants to see it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import DAYS_A_WEEK
from adtracker.errors import AdtrackerError
from adtracker.language import tr
from adtracker.ui.core.context import Context
from adtracker.ui.records.form_dialog import Fault, FormDialog
from adtracker.ui.records.span_choice import WHOLE
from adtracker.ui.together.dialog import TogetherDialog
from adtracker.ui.together.maker import Found, TogetherMaker
from adtracker.ui.together.span_form import SpanForm

_SHARE = 0.9
# What the two dates show before anybody chose some.
USUAL_DAYS = 12 * DAYS_A_WEEK


class TogetherDialogs(QObject):
    """The window over one page; it is worked out anew each time, from the diary as it is then."""

    def __init__(self, context: Context, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._over = over
        self.dialog: TogetherDialog | None = None
        self.form: SpanForm | None = None
        self.choosing: FormDialog | None = None
        self._chosen: tuple[str, Period | None] = WHOLE, None
        self.maker = TogetherMaker(context, self)
        self.maker.made.connect(self._on_made)
        self.maker.failed.connect(self._on_failed)
        self.maker.progressed.connect(self._on_progressed)

    def show(self) -> None:
        """Open the window and begin."""
        texts = self._context.texts
        self.dialog = TogetherDialog(
            self._over, self._context.theme, texts.table("together"), texts.say("disclaimer.short")
        )
        self.dialog.finished.connect(self._on_closed)
        self.dialog.empty.action.clicked.connect(self._on_today)
        self.dialog.span.clicked.connect(self._on_span)
        self.dialog.resize(self._over.window().size() * _SHARE)
        self.dialog.open()
        self._chosen = WHOLE, None
        self.maker.start()

    def _on_made(self, found: Found) -> None:
        if self.dialog is not None:
            self.dialog.show_findings(found.findings, found.days, is_whole=self._chosen[1] is None)

    def _on_failed(self, error: AdtrackerError) -> None:
        if self.dialog is not None:
            self.dialog.show_problem(self._context.texts.error(error))

    def _on_progressed(self, percent: int) -> None:
        if self.dialog is not None:
            self.dialog.show_progress(percent)

    def _on_span(self) -> None:
        """Ask for other days; those that were looked at are chosen."""
        assert self.dialog is not None, "the button stands in it"
        courses = self._context.read(self._context.journal.courses)
        if courses is not None:
            key, period = self._chosen
            today = self._context.today()
            self.form = SpanForm(courses, key, period or Period.ending(today, USUAL_DAYS), today)
            self.choosing = FormDialog(self.dialog, tr("Choose a time span"), self.form, check=self._fault)
            self.choosing.save.setText(tr("Show"))
            self.choosing.wanted.connect(self._on_wanted)
            self.choosing.open()

    def _fault(self) -> Fault:
        assert self.form is not None, "it stands in the window that asks"
        if self.form.choice.key == WHOLE or self.form.choice.span is not None:
            return None
        return tr("The first day lies after the last day."), "span"

    def _on_wanted(self) -> None:
        assert self.form is not None, "it is what is wanted"
        assert self.choosing is not None, "and stands in this"
        if (fault := self._fault()) is not None:
            self.choosing.show_problem(*fault)
            return
        span = self.form.choice.span
        self._chosen = self.form.choice.key, None if span is None else span.period
        self.choosing.accept()
        if self.dialog is not None:
            self.dialog.show_working()
            self.maker.start(self._chosen[1])

    def _on_today(self) -> None:
        assert self.dialog is not None, "the button stands in it"
        self.dialog.accept()
        self._context.events.open_day.emit(self._context.gate.today())

    def _on_closed(self) -> None:
        self.maker.stop()
        self.dialog = self.form = self.choosing = None
