"""Opens the windows in which scores are added, questionnaires opened and filled in, and all of them looked at.

Loaded when a person wants one of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from adtracker.domain.clinic_score import ClinicScore, check_clinic_score
from adtracker.domain.filled_form import FilledForm
from adtracker.domain.filling import check_filled_form
from adtracker.domain.form import Form
from adtracker.domain.form_content import check_same, form_of
from adtracker.domain.instrument import Instrument
from adtracker.domain.problem import Problem
from adtracker.domain.score_reading import readable, readings
from adtracker.domain.scoring import Incomplete, score
from adtracker.errors import AdtrackerError
from adtracker.exchange.form_file import open_form
from adtracker.exchange.opened_form import FormError, OpenedForm
from adtracker.resources import scales
from adtracker.ui.context import Context
from adtracker.ui.removed_dialogs import RemovedDialogs
from adtracker.ui.widgets.form_dialog import FormDialog
from adtracker.ui.widgets.form_sheet import FillDialog, FormSheet
from adtracker.ui.widgets.score_form import ScoreForm
from adtracker.ui.widgets.score_list import ScoreList
from adtracker.ui.widgets.score_words import missing_words

_SHARE = 0.8
# More would not be read; they are mended one after the other anyway.
MOST_PROBLEMS = 3


class ScoreDialogs(QObject):
    """The dialogs over one page; each is shown by `open()`, so the window goes on. None is there until it is wanted."""

    def __init__(self, context: Context, over: QWidget) -> None:
        super().__init__(over)
        self._context = context
        self._over = over
        self._asked: ScoreForm | FormSheet | None = None
        self._instrument: Instrument | None = None
        self.list: ScoreList | None = None
        self.form: FormDialog | None = None
        self.files: QFileDialog | None = None
        context.events.failed.connect(self._on_failed)
        context.events.changed.connect(self._fill_list)

    @cached_property
    def deleted(self) -> RemovedDialogs:
        """Where deleted ones are brought back, as all else is."""
        return RemovedDialogs(self._context, self._over)

    def add_score(self, day: date) -> None:
        """Ask about a score of a day."""
        self._ask_score(ClinicScore(day, next(iter(scales())), 0.0), self.tr("Add a score"))

    def show(self, record: ClinicScore | FilledForm) -> None:
        """Show a score, or a questionnaire that was filled in, to be changed."""
        if isinstance(record, ClinicScore):
            self._ask_score(record, self.tr("Score"))
            return
        form = next((one for one in self._forms() if one.key == record.form), None)
        if form is not None:
            self._ask_form(form, record)

    def fill_in(self, form: Form, day: date) -> None:
        """Ask what a form asks, for a day."""
        self._ask_form(form, FilledForm(day, form.key, ()))

    def _ask_score(self, record: ClinicScore, title: str) -> None:
        is_new = record.key is None
        asked = ScoreForm(record, self._context.today(), scales(), is_new=is_new)
        asked.refused.connect(self._on_refused)
        self._open(asked, FormDialog(self._parent, title, asked, can_delete=not is_new))

    def _ask_form(self, form: Form, record: FilledForm) -> None:
        self._instrument = readable(form)
        if self._instrument is None:
            self._say(self._context.texts.say("problems.form_unreadable"))
            return
        asked = FormSheet(self._instrument, record, self._context.today())
        self._open(asked, FillDialog(self._parent, form.title, asked, can_delete=record.key is not None))

    def _open(self, asked: ScoreForm | FormSheet, dialog: FormDialog) -> None:
        self._asked, self.form = asked, dialog
        dialog.wanted.connect(self._on_wanted)
        dialog.removed.connect(self._on_removed)
        dialog.finished.connect(self._on_form_closed)
        dialog.open()

    @property
    def _parent(self) -> QWidget:
        return self.list or self._over

    def _on_wanted(self) -> None:
        assert self._asked is not None, "a form that is wanted is open"
        if problems := self._problems(self._asked):
            self._tell(problems)
            return
        record = self._asked.record
        if self._context.writer.save(record):
            self._close_form()
            self._tell_missing(record)

    def _problems(self, asked: ScoreForm | FormSheet) -> Sequence[Problem]:
        if asked.problem is not None:
            return [asked.problem]
        today = self._context.today()
        if isinstance(asked, ScoreForm):
            return check_clinic_score(asked.record, scales(), today)
        assert self._instrument is not None, "its form is open"
        return check_filled_form(asked.record, self._instrument, today)

    def _tell_missing(self, record: ClinicScore | FilledForm) -> None:
        """A form may be kept incomplete; that it has no score is said."""
        if not isinstance(record, FilledForm) or self._instrument is None:
            return
        found = score(self._instrument, record.by_link)
        if isinstance(found, Incomplete):
            words = self.tr("Saved, {}.").format(missing_words(len(found.missing)))
            self._context.events.hint.emit(words)

    def _tell(self, problems: Sequence[Problem]) -> None:
        if self.form is not None:
            self.form.show_problem(" ".join(map(self._context.texts.problem, problems)))

    def _on_refused(self, problem: Problem) -> None:
        self._tell([problem])

    def _on_removed(self) -> None:
        if self._asked is not None and self._context.writer.remove(self._asked.record):
            self._close_form()

    def _close_form(self) -> None:
        if self.form is not None:
            self.form.accept()

    def choose_file(self) -> None:
        """Ask which file the questionnaire is in."""
        self.files = QFileDialog(self._parent, self.tr("Open a questionnaire"))
        self.files.setNameFilter(self.tr("Questionnaires (*.json *.toml)"))
        self.files.setFileMode(QFileDialog.FileMode.ExistingFile)
        self.files.fileSelected.connect(self._on_file)
        self.files.finished.connect(self._on_files_closed)
        self.files.open()

    def open_file(self, file: Path) -> None:
        """Take a questionnaire into the diary and offer to fill it in, or say what keeps it from being one."""
        if self.list is None:
            self.show_all()
        try:
            opened = open_form(file)
            form = form_of(opened.instrument, self._context.today())
            self._keep(form, opened)
        except FormError as error:
            self._say(self._form_error(error))
        except AdtrackerError as error:
            self._say(self._context.texts.error(error))

    def _keep(self, form: Form, opened: OpenedForm) -> None:
        stored = next((one for one in self._context.journal.forms() if one.key == form.key), None)
        if problems := check_same(form, stored):
            self._say(" ".join(map(self._context.texts.problem, problems)))
            return
        if stored is not None:
            form = replace(stored, hidden=False)
        if self._context.writer.save(form) and self.list is not None:
            self.list.say(self._opened_words(form, opened, is_new=stored is None), "good")

    def _opened_words(self, form: Form, opened: OpenedForm, *, is_new: bool) -> str:
        pattern = self.tr("“{}” is in your diary now.") if is_new else self.tr("“{}” was in your diary already.")
        words = pattern.format(form.title)
        if not opened.left_out:
            return words
        return f"{words} {self.tr('Left out:')} {self._places(opened.left_out)}"

    def _form_error(self, error: FormError) -> str:
        return f"{self._context.texts.error(error)} {self._places(error.problems)}"

    def _places(self, problems: Sequence[Problem]) -> str:
        """The first of them with their places in the file, and how many more there are."""
        texts = self._context.texts
        said = [texts.say("cli.import.place_path", path=one.field, problem=texts.problem(one)) for one in problems]
        more = len(said) - MOST_PROBLEMS
        rest = [self.tr("And {} more.").format(more)] if more > 0 else []
        return " ".join([*said[:MOST_PROBLEMS], *rest])

    def show_all(self) -> None:
        """Show all of them, to open or add one."""
        self.list = ScoreList(self._over, self._context.theme)
        self.list.opened.connect(self.show)
        self.list.fill_wanted.connect(self._on_fill)
        self.list.hide_wanted.connect(self._on_hide)
        self.list.score_wanted.connect(self._on_score)
        self.list.file_wanted.connect(self.choose_file)
        self.list.removed_wanted.connect(self._on_removed_wanted)
        self.list.finished.connect(self._on_list_closed)
        self.list.resize(self._over.window().size() * _SHARE)
        self.list.open()
        self._fill_list()

    def _fill_list(self) -> None:
        if self.list is None:
            return
        journal, today = self._context.journal, self._context.today()
        try:
            forms, filled, scores = journal.forms(), journal.filled_forms(), journal.scores()
        except AdtrackerError as error:
            self.list.show_problem(self._context.texts.error(error))
            return
        due = [(form, form.due_day((one.day for one in filled if one.form == form.key), today)) for form in forms]
        self.list.show_all(readings(scores, filled, forms, scales()), due, today)

    def _forms(self) -> Sequence[Form]:
        try:
            return self._context.journal.forms()
        except AdtrackerError as error:
            self._context.events.failed.emit(error)
            return ()

    def _say(self, sentence: str) -> None:
        """Say it in the window that is in front of the others, or on the page."""
        front = self.form or self.list
        if front is not None:
            front.show_problem(sentence)
        else:
            self._context.events.hint.emit(sentence)

    def _on_failed(self, error: AdtrackerError) -> None:
        if self.form or self.list:
            self._say(self._context.texts.error(error))

    def _on_fill(self, form: Form) -> None:
        self.fill_in(form, self._context.today())

    def _on_hide(self, form: Form) -> None:
        self._context.writer.save(replace(form, hidden=not form.hidden))

    def _on_score(self) -> None:
        self.add_score(self._context.today())

    def _on_file(self, file: str) -> None:
        self.open_file(Path(file))

    def _on_removed_wanted(self) -> None:
        self.deleted.show()

    def _on_form_closed(self) -> None:
        self.form, self._asked = None, None

    def _on_files_closed(self) -> None:
        self.files = None

    def _on_list_closed(self) -> None:
        self.list = None
