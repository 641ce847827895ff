"""The window that shows what happened together with more or with less itch, first how far the work is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from adtracker.domain.common.period import Period
from adtracker.domain.statistics.association import Lag
from adtracker.domain.statistics.findings import Findings, by_name
from adtracker.language import tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import button, column, label, set_kind
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.diaries.diary_card import actions
from adtracker.ui.kit.empty_state import EmptyState
from adtracker.ui.kit.messages import announce
from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.kit.room.fitted_dialog import FittedDialog
from adtracker.ui.together.board import TogetherBoard
from adtracker.ui.together.look_words import looks
from adtracker.ui.together.read_only_text import ReadOnlyText
from adtracker.ui.together.table import TogetherTable
from adtracker.ui.together.words import Passage, as_text, passages
from adtracker.ui.words.day_words import span_words

DRAWN, WORDS, TABLE, HOW = "drawn", "words", "table", "how"
SAME_DAY, NEXT_MORNING = Lag.SAME_DAY.name, Lag.NEXT_MORNING.name
LINE = 24  # letters of what is said at the foot, for it to stand beside the buttons
VIEWS = (DRAWN, WORDS, TABLE, HOW)


class TogetherDialog(FittedDialog):
    """To be shown by `open()`. Closing it is the way to cancel what is under way."""

    def __init__(self, parent: QWidget, theme: Theme, texts: Mapping[str, Any], disclaimer: str) -> None:
        """`texts` is the table "together" of the text catalogue."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("What happened together"))
        self._theme = theme
        self._texts = texts
        self._disclaimer = disclaimer
        self._text = self._intro = ""
        self._findings = Findings((), (), ())
        self._build()
        self._connect()

    def _build(self) -> None:
        self.intro = label(self._texts["intro"], "soft", wrap=True)
        self.parts = QStackedWidget()
        for part in (self._working(), self._empty(), self._found()):
            self.parts.addWidget(part)
        self.said = label("", "good")
        self.summary = label("", "soft")
        self.span = button(tr("Choose a time span"))
        self.copy = button(tr("Copy as text"))
        self.close_button = button(tr("Close"), "primary")
        foot, words = Columns(spacing=12), QWidget()
        row = QHBoxLayout(words)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.summary, 1)
        row.addWidget(self.said)
        foot.add(words, 1)
        foot.want_letters(words, LINE)
        foot.add(actions(self.span, self.copy, self.close_button))
        for later in (self.span, self.copy, self.close_button):
            later.hide()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(24, 20, 24, 20)
        lines.setSpacing(12)
        lines.addWidget(self._head())
        lines.addWidget(self.intro)
        lines.addWidget(self.parts, 1)
        lines.addLayout(foot)

    def _head(self) -> QWidget:
        lags = [(SAME_DAY, tr("The same day")), (NEXT_MORNING, tr("The next morning"))]
        self.lags = Chips(tr("Itch looked at"), lags)
        self.lags.choose(SAME_DAY)
        self.lags.hide()
        head = QWidget()
        columns = Columns(head, 24)
        columns.add(label(self.windowTitle(), "title"))
        columns.add(self.lags, 1)
        columns.want_whole(self.lags)
        return head

    def _working(self) -> QWidget:
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("How far it is"))
        self.cancel = button(tr("Cancel"))
        made = QWidget()
        lines = column(made, 12)
        lines.addStretch(1)
        lines.addWidget(label(tr("Looking through your days. This can take some seconds."), wrap=True))
        lines.addWidget(self.bar)
        lines.addWidget(self.cancel, alignment=Qt.AlignmentFlag.AlignLeft)
        lines.addStretch(2)
        return made

    def _empty(self) -> QWidget:
        self.empty = EmptyState(tr("Nothing to compare yet"), tr("Go to today"))
        self.empty.sentence.setText(
            tr(
                "Tick triggers, note what you used, or ask yourself a question of your own on Today. "
                "After 10 days with something and 10 without, you see here how itch differed."
            )
        )
        return self.empty

    def _found(self) -> QWidget:
        views = [
            (DRAWN, tr("Drawn")),
            (WORDS, tr("In words")),
            (TABLE, tr("Table")),
            (HOW, tr("How this is worked out")),
        ]
        self.views = Chips(tr("Shown as"), views)
        self.board = TogetherBoard(self._theme, self._texts)
        self.words = ReadOnlyText(self._theme, tr("What happened together, in words"))
        self.table = TogetherTable(self._theme)
        self.how = ReadOnlyText(self._theme, tr("How this is worked out"))
        self._pages = QStackedWidget()
        for page in (self.board, self.words, self.table, self.how):
            self._pages.addWidget(page)
        made = QWidget()
        lines = column(made, 12)
        lines.addWidget(self.views)
        lines.addWidget(self._pages, 1)
        return made

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.close_button.clicked.connect(self.accept)
        self.copy.clicked.connect(self._on_copy)
        self.views.chosen.connect(self.show_view)
        self.lags.chosen.connect(self.show_lag)
        self.board.how_wanted.connect(partial(self.show_view, HOW))

    def show_progress(self, percent: int) -> None:
        """Show how far it is."""
        self.bar.setValue(percent)

    def show_problem(self, sentence: str) -> None:
        """Say why nothing can be shown."""
        set_kind(self.intro, "caution")
        self.intro.setText(sentence)
        self._finish()
        self.parts.hide()
        announce(self, sentence)

    def show_working(self) -> None:
        """Show that it is worked out anew."""
        for part in (self.span, self.copy, self.close_button, self.lags):
            part.hide()
        for said in (self.said, self.summary):
            said.clear()
        self.bar.setValue(0)
        self.parts.setCurrentIndex(0)
        self.cancel.setFocus()

    def show_findings(self, findings: Findings, days: Period | None, *, is_whole: bool) -> None:
        """Show what was found on some days, which are all there are or those of a span."""
        self._finish()
        self.span.setVisible(days is not None and not (is_whole and findings.is_empty))
        self._intro = self._said_of(days)
        self.intro.setText(self._intro)
        if findings.is_empty:
            self._show_empty(is_whole=is_whole)
            return
        self._findings = findings
        self._show_words(findings)
        self.how.show_parts((part["heading"], [part["text"]]) for part in self._texts["how"])
        self.table.show_compared(findings.compared)
        self.views.chip(TABLE).setVisible(bool(findings.compared))
        self.parts.setCurrentIndex(2)
        self.copy.show()
        self.summary.setText(self._counted(findings))
        self.show_lag(SAME_DAY)
        self.show_view(DRAWN)
        self.board.setFocus()

    def _said_of(self, days: Period | None) -> str:
        """What is shown, and of which days."""
        intro: str = self._texts["intro"]
        return intro if days is None else tr("{intro} {days}.", intro=intro, days=span_words(days))

    def _show_empty(self, *, is_whole: bool) -> None:
        self.parts.setCurrentIndex(1)
        self.empty.action.setVisible(is_whole)
        if is_whole:
            self.empty.action.setFocus()
            return
        self.empty.sentence.setText(tr("Nothing was noted on these days that can be compared."))
        self.span.setFocus()

    def show_lag(self, lag: str) -> None:
        """Draw the itch of the same day or of the next morning."""
        self.lags.choose(lag)
        self.board.show_findings(self._findings, Lag[lag])

    def show_view(self, view: str) -> None:
        """Show it drawn, the words, the table, or how it is worked out."""
        self.views.choose(view)
        self._pages.setCurrentIndex(VIEWS.index(view))
        self.lags.setVisible(view == DRAWN and bool(self._findings.compared))

    @property
    def text(self) -> str:
        """All that was found, to be pasted elsewhere."""
        return self._text

    def _show_words(self, findings: Findings) -> None:
        treatments = Passage(tr("Treatments are not compared"), [self._texts["treatments"]])
        limits = Passage(tr("What this cannot say"), [self._texts["limits"]])
        words = [*passages(findings), treatments, limits]
        self.words.show_parts((passage.heading, passage.paragraphs) for passage in words)
        own = Passage(self.windowTitle(), [self._intro, self._disclaimer])
        self._text = as_text([own, *words], looks(by_name(findings.compared)))

    def _counted(self, findings: Findings) -> str:
        return tr(
            "{count} things were looked at, {clear} stood out.",
            count=len(findings.compared),
            clear=sum(one.stands_out for one in findings.compared),
        )

    def _finish(self) -> None:
        """From now on there is something to close and nothing to cancel."""
        self.close_button.show()
        self.close_button.setDefault(True)
        self.close_button.setFocus()

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self.said.setText(tr("Copied."))
        announce(self, self.said.text())
