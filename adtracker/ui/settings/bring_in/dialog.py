"""Brings in a file: shows what was found and what would become of it; nothing is stored before one button."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.common.period import Period
from adtracker.domain.common.problem import RefusedError
from adtracker.domain.common.progress import GoesOn
from adtracker.domain.edits.edit import Edit
from adtracker.domain.edits.parts import parts_of
from adtracker.domain.intake.column import Column
from adtracker.domain.intake.several import Several
from adtracker.errors import AdtrackerError, ExchangeError
from adtracker.exchange.intake.numbers import Decimals
from adtracker.exchange.intake.opening import Opened, OpenTable
from adtracker.exchange.reading import DateOrderError
from adtracker.language import tr, tr_count
from adtracker.ui.core.context import Context
from adtracker.ui.core.tasks import Task
from adtracker.ui.kit.basics import button, column, label, scrolled
from adtracker.ui.kit.fields.field import line_edit
from adtracker.ui.kit.fields.tick_box import TickBox
from adtracker.ui.kit.messages import announce
from adtracker.ui.kit.room.fitted_dialog import FittedDialog
from adtracker.ui.kit.room.page_head import beside, window_head
from adtracker.ui.kit.tab_order import follow, tab_stops
from adtracker.ui.settings.bring_in.bringing import Bringing, Preview
from adtracker.ui.settings.bring_in.columns_card import ColumnsCard
from adtracker.ui.settings.bring_in.found_card import FoundCard
from adtracker.ui.settings.bring_in.left_card import LeftCard
from adtracker.ui.settings.bring_in.look_card import LookCard
from adtracker.ui.settings.bring_in.own_words import OwnWords
from adtracker.ui.settings.bring_in.putting_in import PuttingIn
from adtracker.ui.settings.bring_in.readers import Readers, readers_of
from adtracker.ui.settings.bring_in.result_card import ResultCard
from adtracker.ui.settings.bring_in.rows_card import RowsCard
from adtracker.ui.settings.bring_in.several_row import SeveralRow
from adtracker.ui.settings.bring_in.two_cards import two_cards
from adtracker.ui.settings.bring_in.words import value_of
from adtracker.ui.words.day_words import date_words, span_words

_RIM = 24  # of the window that stays in sight
_NAME_LIMIT = 60
_WIDE = 900  # in which the columns of a table have room for their words; else it stands below


class BringInDialog(FittedDialog):
    """To be shown by `open()`; it reads the file by itself, off the window's thread."""

    stands_in_order = True

    def __init__(
        self,
        parent: QWidget,
        context: Context,
        file: Path,
        readers: Readers | None = None,
        bringing: Bringing | None = None,
    ) -> None:
        """`bringing` is what reads it where that is no file."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "diary")
        self.setWindowTitle(tr("Bring in a file"))
        self._context, self._file = context, file
        self._bringing = bringing or Bringing(context, file, readers or readers_of(context))
        self.destroyed.connect(self._bringing.close)
        self._opened: Opened | None = None
        self._preview: Preview | None = None
        self._task: Task | None = None
        self._putting = PuttingIn(context, self)
        self._why = ""  # that it was looked at again
        self._build(parent)
        self._connect()
        self._look(partial(self._bringing.open, None), self._on_opened)

    @property
    def preview(self) -> Preview | None:
        """What would become of the file, as far as it is known."""
        return self._preview

    def _build(self, parent: QWidget) -> None:
        texts = self._context.texts
        recipes = [one.name for one in self._bringing.recipes.all()]
        self.found, self.columns = FoundCard(self._file.name, texts, recipes), ColumnsCard(texts)
        own = OwnWords.of(self._context.journal)
        self.last, self.fate = RowsCard(texts, own), ResultCard(texts, own)
        self.look, self.left = LookCard(texts, own), LeftCard(texts)
        self.state = label("", "strong", wrap=True)
        self.whose = TickBox(tr("This sheet was printed from another diary. It belongs into this one."))
        self.whose.hide()
        self.cancel, self.go = button(tr("Cancel")), button(tr("Put it into the diary"), "primary")
        self.keep = TickBox(tr("Keep these answers under a name, so next month is one click."))
        self.name = line_edit(tr("for example itch table"), _NAME_LIMIT)
        self.name.setAccessibleName(tr("Name of the recipe"))
        self.name.hide()
        self.content = QWidget()
        rows = column(self.content, 12)
        self.several = SeveralRow(texts)
        self.columns.body.addWidget(self.several)
        for place, asked in enumerate((self.keep, self.name), start=self.last.body.count() - 1):
            self.last.body.insertWidget(place, asked)
        rows.addWidget(two_cards(self.found, self.columns, 1, 3, _WIDE))
        rows.addWidget(two_cards(self.last, self.look, 1, 1))
        rows.addWidget(two_cards(self.fate, self.left, 1, 1))
        rows.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(self._head())
        layout.addWidget(self.state)
        layout.addWidget(self.whose)
        layout.addWidget(scrolled(self.content), 1)
        layout.addWidget(self._foot())
        size = parent.window().size()
        self.resize(size.width() - _RIM, size.height() - _RIM)
        self._show_cards(is_table=False, is_read=False)

    def _head(self) -> QWidget:
        words = tr("Nothing is stored until you press the button below.")
        return window_head(label(self.windowTitle(), "title"), label(words, "soft", wrap=True), self.cancel)

    def _foot(self) -> QWidget:
        words = tr("A checked copy of your diary is made first. One Undo takes all of it back.")
        return beside(label(words, "soft", wrap=True), self.go)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._on_go)
        self.columns.answered.connect(self._on_answered)
        self.found.decimals_said.connect(self._on_decimals)
        self.found.order_said.connect(self._on_order)
        self.found.separator_said.connect(self._on_separator)
        self.found.recipe_said.connect(self._on_recipe)
        self.several.several_said.connect(self._on_several)
        self.several.day_start_said.connect(self._on_day_start)
        self.fate.chosen.connect(self._on_choices)
        self.look.picked.connect(self._on_picks)
        self.whose.toggled.connect(lambda _: self._on_choices(self.fate.theirs))
        self.keep.toggled.connect(self._on_keep)
        self._putting.said.connect(self._on_said)
        self._putting.ended.connect(self._on_ended)

    def _look(self, work: Callable[[GoesOn], object], done: Callable[[object], None]) -> None:
        """Have something worked out, in place of what was under way."""
        if self._task is not None:
            self._task.cancel()
            self._task.stop()
        self.go.setEnabled(False)
        self.state.setText(tr("One moment…"))
        self.state.show()
        self._task = self._context.tasks.run_long(work)
        self._task.progressed.connect(self._on_progressed)
        self._task.done.connect(done)
        self._task.failed.connect(self._on_failed)

    def _on_progressed(self, percent: int) -> None:
        self.state.setText(tr("The file is being read: {percent} %", percent=percent))

    def _on_said(self, words: str) -> None:
        """Show how far it is; it is not read out each time."""
        self.state.setText(words)
        self.state.show()

    def _on_opened(self, found: object) -> None:
        if isinstance(found, Opened):
            self._show_opened(found)

    def _show_opened(self, found: Opened) -> None:
        self._opened = found
        self.found.show_opened(found, "")
        self.keep.setVisible(found.table is not None)
        if found.table is not None:
            self._show_columns(found.table)
        self._read()

    def _read(self) -> None:
        if self._opened is not None:
            self._show_cards(is_table=self._opened.table is not None, is_read=False)
            self._look(partial(self._bringing.read, self._opened), self._on_read)

    def _on_read(self, found: object) -> None:
        if not isinstance(found, Preview) or self._opened is None:
            return
        self._say(self._why)
        self._why = ""
        self._show_cards(is_table=self._opened.table is not None, is_read=True)
        self._preview = found
        if found.found is not None:
            self.look.show_found(found.found)
            self._preview = found.with_picks(self.look.picks)
            self.whose.setVisible(found.found.asks_whose)
            self.left.show_found(found.found)
        self.fate.show_preview(self._preview)
        days = sorted(entry.day for entry in found.entries)
        about = span_words(Period(days[0], days[-1])) if days else ""
        self.found.show_opened(self._opened, about)
        if self._opened.table is not None:
            self._show_columns(self._opened.table)
            day_start = self._context.preferences.value.day_starts_at
            self.several.show_result(self._opened.table.recipe, found.parsed, day_start)
        self._on_choices(self.fate.theirs)
        if self.cancel.hasFocus():  # nobody has gone anywhere yet
            self.look.take_focus()

    def _on_picks(self, picks: object) -> None:
        """Work out anew what changes, with what was picked of what is open."""
        assert isinstance(picks, dict), "offers by what is open"
        if self._preview is not None:
            self._preview = self._preview.with_picks(picks)
            self.fate.show_preview(self._preview)
            self._on_choices(self.fate.theirs)

    def _on_choices(self, theirs: object) -> None:
        """Work out anew what changes, with whose answers stand."""
        assert isinstance(theirs, set), "conflicts are carried"
        if self._preview is None:
            return
        self._preview = self._preview.with_choices(theirs)
        self.last.show_days(self._preview.standing, self._preview.found, self._preview.picks)
        changes, days = self._preview.plan.edit.changes, len(self._preview.plan.edit.days)
        words = tr_count("Put 1 day into the diary", "Put {count} days into the diary", days)
        if changes and not days:
            words = tr("Put it into the diary")
        if not changes:
            words = tr("Nothing is new")
        self.go.setText(words)
        follow((self.cancel, self.whose, *tab_stops(self.content), self.go))
        is_asked = self.whose.isVisible() and not self.whose.isChecked()
        self.go.setEnabled(bool(changes) and not self._context.journal.read_only and not is_asked)

    def _show_columns(self, table: OpenTable) -> None:
        questions = {one.key: one for one in self._context.journal.questions()}
        self.columns.show_table(table, questions, self._last_values())

    def _last_values(self) -> dict[str, str]:
        """What the last row becomes, by column."""
        if self._preview is None or self._opened is None or self._opened.table is None or not self._preview.entries:
            return {}
        last = self._preview.entries[-1]
        told = parts_of(last, apart=True)
        columns = self._opened.table.recipe.columns
        found = {one.name: value_of(told.get(one.part)) for one in columns if one.part is not None}
        day = self._opened.table.recipe.day_column
        return found | ({} if day is None else {day.name: date_words(last.day)})

    def _show_cards(self, *, is_table: bool, is_read: bool) -> None:
        self.columns.setVisible(is_table)
        for card in (self.last, self.fate):
            card.setVisible(is_read)
        found = None if self._opened is None else self._opened.found
        self.look.setVisible(is_read and found is not None and bool(found.open))
        self.left.setVisible(is_read and found is not None and bool(found.left))

    def _changed(self, change: Callable[[OpenTable], OpenTable]) -> None:
        if self._opened is not None and self._opened.table is not None:
            self._opened = replace(self._opened, table=change(self._opened.table))
            self._read()

    def _on_answered(self, answer: Column) -> None:
        self._changed(lambda table: replace(table, recipe=table.recipe.with_column(answer)))

    def _on_decimals(self, decimals: Decimals) -> None:
        self._changed(lambda table: replace(table, recipe=replace(table.recipe, decimals=decimals)))

    def _on_order(self, order: DateOrder) -> None:
        if self._opened is None:  # one of our own tables asks before it is read
            self._look(partial(self._bringing.open, order), self._on_opened)
        self._changed(lambda table: replace(table, recipe=replace(table.recipe, order=order)))

    def _on_several(self, several: Several) -> None:
        self._changed(lambda table: replace(table, recipe=table.recipe.with_several(several)))

    def _on_day_start(self, day_start: time) -> None:
        self._changed(lambda table: replace(table, recipe=replace(table.recipe, day_start=day_start)))

    def _on_separator(self, separator: str) -> None:
        self._look(partial(self._bringing.reopened, separator), self._on_reopened)

    def _on_recipe(self, name: str) -> None:
        if self._opened is not None and self._opened.table is not None:
            self._look(partial(self._bringing.taken_by, self._opened.table, name), self._on_reopened)

    def _on_reopened(self, table: object) -> None:
        if isinstance(table, OpenTable) and self._opened is not None:
            self._show_opened(replace(self._opened, table=table))

    def _on_keep(self, is_kept: bool) -> None:
        self.name.setVisible(is_kept)
        if is_kept:
            self.name.setFocus()

    def _on_failed(self, error: AdtrackerError) -> None:
        """Say why not. An order of days that is open is asked for where the rest was found."""
        self._preview = None
        self.go.setEnabled(False)
        words = self._context.texts.error(error)
        if isinstance(error, DateOrderError):
            words = self.found.ask_order(error.example)
        self._say(words)

    def _on_go(self) -> None:
        """Make a checked copy of the diary, then put it in."""
        if self._preview is None:
            return
        if self._context.gate.is_open():
            self._set_busy(True)
            self._putting.begin(self._preview)
        else:
            self._look_again(tr("A new day has begun. The file was looked at again; please press once more."))

    def _set_busy(self, is_busy: bool) -> None:
        """While it is put in nothing can be said otherwise; what closes the dialog stops that instead."""
        self.content.setEnabled(not is_busy)
        self.go.setEnabled(not is_busy)
        self.cancel.setText(tr("Stop") if is_busy else tr("Cancel"))
        (self.cancel if is_busy else self.go).setFocus()

    def _on_ended(self, outcome: Edit | AdtrackerError | None) -> None:
        self._set_busy(False)
        if isinstance(outcome, Edit):
            self._on_stored(outcome)
        elif outcome is None:
            self._say(tr("Stopped. Nothing was put into the diary."))
        elif isinstance(outcome, RefusedError) and any(one.rule == "changed_meanwhile" for one in outcome.problems):
            self._look_again(tr("The diary was changed meanwhile. This is how it stands now."))
        else:
            self._say(self._context.texts.error(outcome))

    def _on_stored(self, edit: Edit) -> None:
        days = len(edit.days)
        words = tr_count(
            "1 day was put into the diary. Ctrl+Z takes it back.",
            "{count} days were put into the diary. Ctrl+Z takes all of it back.",
            days,
        )
        if not days:
            words = tr("The file was put into the diary. Ctrl+Z takes all of it back.")
        self._keep_recipe()
        self.accept()
        self._context.events.told.emit(words)

    def _look_again(self, why: str) -> None:
        """Look at the file anew, on the day it is now and beside the diary as it is now; say why."""
        self._why = why
        self._bringing.turn_to(self._context.today())
        self._read()

    def _say(self, words: str) -> None:
        self.state.setText(words)
        self.state.setVisible(bool(words))
        if words:
            announce(self.state, words)

    def _keep_recipe(self) -> None:
        table, name = self._opened.table if self._opened is not None else None, self.name.text().strip()
        if table is None or not self.keep.isChecked() or not name:
            return
        try:
            self._bringing.recipes.keep(table.recipe_to_keep(name))
        except ExchangeError as error:
            self._context.events.failed.emit(error)

    def reject(self) -> None:
        """Close it, with the button, the Escape key or the window's own: while it is put in, that stops."""
        if self._putting.is_under_way:
            self._putting.stop()
        else:
            self._putting.leave()
            super().reject()

    def done(self, result: int) -> None:
        """Stop what is under way, and let go of the file."""
        if self._task is not None:
            self._task.cancel()
            self._task.stop()
        self._putting.give_up()  # where something else than the person closes it
        self._bringing.close()
        super().done(result)
