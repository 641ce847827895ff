"""The windows of scores and questionnaires. Loaded when a person wants one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from adtracker.domain.common.problem import Problem
from adtracker.domain.edits.kinds import Record, Removed
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.questionnaire import Questionnaire
from adtracker.domain.scores.response import Response
from adtracker.domain.scores.score_reading import readable, readings
from adtracker.domain.scores.scoring import Incomplete, score
from adtracker.language import tr
from adtracker.resources import scales
from adtracker.ui.core.context import Context
from adtracker.ui.records.form_dialog import FormDialog
from adtracker.ui.records.record_dialogs import RecordDialogs
from adtracker.ui.records.scores.list import ScoreList
from adtracker.ui.records.scores.questionnaire_intake import QuestionnaireIntake
from adtracker.ui.records.scores.response_form import ResponseDialog, ResponseForm
from adtracker.ui.records.scores.rhythm_form import RhythmForm
from adtracker.ui.records.scores.score_form import ScoreForm
from adtracker.ui.words.score_words import missing_words


class ScoreDialogs(RecordDialogs[ScoreList, ScoreForm | ResponseForm | RhythmForm]):
    """Scores and filled-in questionnaires stand in one list, the questionnaires themselves above them."""

    def __init__(self, context: Context, over: QWidget) -> None:
        super().__init__(context, over)
        self._intake = QuestionnaireIntake(context)
        self._instrument: Questionnaire | None = None
        self._opened_words = ""
        self.files: QFileDialog | None = None

    def add_score(self, day: date) -> None:
        """Ask about a score of a day."""
        self._ask_score(ClinicScore(day, next(iter(scales())), 0.0), tr("Add a score"))

    def show(self, record: Removed) -> None:
        """Show a score, or a questionnaire that was filled in, to be changed."""
        if isinstance(record, ClinicScore):
            self._ask_score(record, tr("Score"))
        elif isinstance(record, Response):
            forms = self._context.read(self._context.journal.forms) or ()
            form = next((one for one in forms if one.key == record.form), None)
            if form is not None:
                self._ask_form(form, record)

    def fill_in(self, form: Definition, day: date) -> None:
        """Ask what a form asks, for a day."""
        self._ask_form(form, Response(day, form.key, ()))

    def ask_rhythm(self, form: Definition, opened_words: str = "") -> None:
        """Ask how often a form is filled in; `opened_words` are said once a new one is stored."""
        self._opened_words = opened_words
        asked = RhythmForm(form)
        self._open(asked, FormDialog(self._parent, form.title, asked), "rhythm", form.key)

    def choose_file(self) -> None:
        """Ask which file the questionnaire is in."""
        self.files = QFileDialog(self._parent, tr("Open a questionnaire"))
        self.files.setNameFilter(tr("Questionnaires (*.json *.toml)"))
        self.files.setFileMode(QFileDialog.FileMode.ExistingFile)
        self.files.fileSelected.connect(self._on_file)
        self.files.finished.connect(self._on_files_closed)
        self.files.open()

    def open_file(self, file: Path) -> None:
        """Take a questionnaire into the diary once it is said how often, or say what keeps it from being one."""
        if self.list is None:
            self.show_all()
        found = self._intake.read(file)
        if isinstance(found, str):
            self._say(found)
        elif found.is_new:
            self.ask_rhythm(found.form, found.words)
        elif self._context.writer.save(found.form):
            self._say_good(found.words)

    def _ask_score(self, record: ClinicScore, title: str) -> None:
        is_new = record.key is None
        asked = ScoreForm(record, self._context.today(), scales(), is_new=is_new)
        asked.refused.connect(self._on_refused)
        dialog = FormDialog(self._parent, title, asked, can_delete=not is_new)
        self._open(asked, dialog, "score", record.key)

    def _ask_form(self, form: Definition, record: Response) -> None:
        self._instrument = readable(form)
        if self._instrument is None:
            self._say(self._context.texts.say("problems.form_unreadable"))
            return
        asked = ResponseForm(self._instrument, record, self._context.today())
        dialog = ResponseDialog(self._parent, form.title, asked, can_delete=record.key is not None)
        self._open(asked, dialog, f"filled/{form.key}", record.key)

    def _made_list(self) -> ScoreList:
        made = ScoreList(self._over, self._context.theme)
        made.fill_wanted.connect(self._on_fill)
        made.rhythm_wanted.connect(self.ask_rhythm)
        made.hide_wanted.connect(self._on_hide)
        made.score_wanted.connect(self._on_score)
        made.file_wanted.connect(self.choose_file)
        return made

    def _read(self, shown: ScoreList) -> None:
        journal, today = self._context.journal, self._context.today()
        forms, filled, scores = journal.forms(), journal.filled_forms(), journal.scores()
        due = [(form, form.due_day(filled, today)) for form in forms]
        shown.show_all(readings(scores, filled, forms, scales()), due, today)

    def _problems(self, asked: ScoreForm | ResponseForm | RhythmForm) -> Sequence[Problem]:
        if isinstance(asked, RhythmForm):
            return ()
        if asked.problem is not None:
            return [asked.problem]
        return super()._problems(asked)

    def _after_saved(self, record: Record) -> None:
        """A form may be kept incomplete; that it has no score is said."""
        if isinstance(record, Definition):
            self._say_good(self._opened_words)
        elif isinstance(record, Response) and self._instrument is not None:
            found = score(self._instrument, record.by_link)
            if isinstance(found, Incomplete):
                self._context.events.hint.emit(tr("Saved, {missing}.", missing=missing_words(len(found.missing))))

    def _say_good(self, words: str) -> None:
        if self.list is not None and words:
            self.list.say(words, "good")

    def _on_fill(self, form: Definition) -> None:
        self.fill_in(form, self._context.gate.today())

    def _on_hide(self, form: Definition) -> None:
        self._context.writer.save(replace(form, hidden=not form.hidden))

    def _on_score(self) -> None:
        self.add_score(self._context.gate.today())

    def _on_file(self, file: str) -> None:
        self.open_file(Path(file))

    def _on_files_closed(self) -> None:
        self.files = None
