"""The first start: what this is, what it is not, and a few questions that may all be left for later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.profile import Profile
from adtracker.language import tr
from adtracker.resources import Texts
from adtracker.ui.kit.basics import Card, button, label, leave_room, scrolled
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.fields.field import selectable
from adtracker.ui.kit.fields.typed_value import hold_refused
from adtracker.ui.records.courses.course_form import CourseForm, new_course
from adtracker.ui.records.courses.person_form import PersonForm
from adtracker.ui.records.recalls.rhythm_form import RhythmForm
from adtracker.ui.records.treatments.first_use_form import FirstUseForm
from adtracker.ui.shell.clinic_card import ClinicCard

if TYPE_CHECKING:
    from adtracker.storage.journal import Journal

_WIDTH = 680
_GAP = 12


@dataclass(frozen=True, slots=True)
class Beginning:
    """How a new diary begins: where it lies, what the person said already, and its key.

    One that has a key is there, with nothing in it; one that has none is still to be made.
    """

    place: Path
    records: tuple[Record, ...] = ()
    key: bytes | None = field(default=None, repr=False)

    @property
    def name(self) -> str:
        """Whose it is, empty if nobody said."""
        return next((record.name for record in self.records if isinstance(record, Profile)), "")

    def store(self, journal: Journal) -> None:
        """Put the answers into a new diary; nothing of this is ever undone by accident. Raises DiaryError."""
        journal.save_each(self.records)


class WelcomePage(QWidget):
    """Asks, and stores nothing itself. `begun` carries a `Beginning`; `place_wanted` asks for another place.

    `failed` carries the AdtrackerError for which no diary with a password could be made.
    """

    begun = Signal(object)
    failed = Signal(object)
    place_wanted = Signal()

    def __init__(self, texts: Texts, place: Path, today: date) -> None:
        super().__init__()
        self._texts = texts
        self._place = place
        self._today = today
        self._build()
        self._connect()
        self.show_place(place)

    def show_place(self, place: Path) -> None:
        """Show where the diary will lie. A diary that is there already is opened as it is, without questions."""
        self._place = place
        exists = place.exists()
        self._where.setText(str(place))
        self._where.setAccessibleName(tr("File of the diary: {place}", place=place))
        self._found.setVisible(exists)
        self._questions.setVisible(not exists)
        self.start.setText(tr("Open this diary") if exists else tr("Start my diary"))

    def take_focus(self) -> None:
        """Put the keyboard on the first question."""
        self.person.take_focus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Start with Enter, skip with Esc."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_start()
        elif event.key() == Qt.Key.Key_Escape:
            self._on_skip()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in the middle of the window, not of what a scroll bar leaves of it: it comes and goes."""
        super().resizeEvent(event)
        leave_room(self._row, max(self.width() - _WIDTH, 0) // 2, 0, 0, 0)
        self.setProperty("foot", self.height() - self.start.y() + _GAP)  # messages leave the buttons free

    def _build(self) -> None:
        content = QWidget()
        content.setMaximumWidth(_WIDTH)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(14)
        self._build_words()
        self._build_questions()
        self._build_place()
        self._column.addStretch(1)
        middle = QWidget()
        self._row = QHBoxLayout(middle)
        self._row.addWidget(content, 1)
        self._row.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(_GAP)
        self._area = scrolled(middle)
        outer.addWidget(self._area, 1)
        outer.addLayout(self._buttons())

    def _build_words(self) -> None:
        self._column.addWidget(label(tr("Welcome"), "title"))
        self._column.addWidget(
            label(
                tr(
                    "This is a diary for life with atopic dermatitis: itch, sleep and skin, about 15 seconds a day. "
                    "It shows you how the weeks went, and makes one page for your dermatologist. "
                    "Everything stays on this computer."
                ),
                wrap=True,
            )
        )
        caution = QFrame()
        caution.setProperty("kind", "caution")
        inside = QVBoxLayout(caution)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.addWidget(label(tr("Good to know"), "strong"))
        inside.addWidget(label(self._texts.say("disclaimer.long"), wrap=True))
        self._column.addWidget(caution)

    def _build_questions(self) -> None:
        self._questions = QWidget()
        column = QVBoxLayout(self._questions)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        about = Card(tr("About you"))
        self.person = PersonForm(self._texts)
        about.body.addWidget(self.person)
        column.addWidget(about)
        often = Card(tr("How often will you write?"))
        self.rhythm = RhythmForm()
        often.body.addWidget(self.rhythm)
        self.clinic = ClinicCard(self._texts)
        column.addWidget(self.clinic)
        column.addWidget(often)
        course = Card(tr("Has a course of treatment started?"))
        self.has_course = Chips(
            tr("Has a course of treatment started?"),
            [("no", tr("No, or not yet")), ("yes", tr("Yes, or a date is set"))],
        )
        self.has_course.choose("no")
        self.course = CourseForm(new_course(self._today))
        self.use = FirstUseForm(self._texts.table("treatment"))
        self.course.hide()
        self.use.hide()
        for part in (self.has_course, self.course, self.use):
            course.body.addWidget(part)
        column.addWidget(course)
        column.addWidget(self._shared())
        self._column.addWidget(self._questions)

    def _shared(self) -> Card:
        card = Card(tr("Do others use this computer?"))
        words = tr(
            "A password keeps them out of your diary. Without the password and the 24 words that come with it nobody "
            "can open it, not even we. You can set one at any time in the settings."
        )
        card.body.addWidget(label(words, "soft", wrap=True))
        self.password = Chips(tr("Password"), [("no", tr("No password")), ("yes", tr("Set a password next"))])
        self.password.choose("no")
        card.body.addWidget(self.password)
        return card

    def _build_place(self) -> None:
        card = Card(tr("Where your diary lives"))
        self._where = selectable("")
        self._found = label(tr("There is a diary here already. It will be opened as it is."), "accent", wrap=True)
        self.other_place = button(tr("Choose another place…"))
        card.body.addWidget(self._where)
        card.body.addWidget(self._found)
        card.body.addWidget(self.other_place, alignment=Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(card)

    def _buttons(self) -> QHBoxLayout:
        self.skip = button(tr("Skip the questions"), "quiet")
        self.skip.setToolTip(tr("You can answer them later in Settings (Esc)."))
        self.start = button(tr("Start my diary"), "primary")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.skip)
        row.addWidget(self.start)
        return row

    def _connect(self) -> None:
        self.has_course.chosen.connect(self._on_has_course)
        self.clinic.read.connect(self._on_clinic)
        self.other_place.clicked.connect(self.place_wanted)
        self.skip.clicked.connect(self._on_skip)
        self.start.clicked.connect(self._on_start)

    def _on_has_course(self, key: str) -> None:
        self.course.setVisible(key == "yes")
        self.use.setVisible(key == "yes")

    def _on_clinic(self) -> None:
        """Show the rhythm and the course of the clinic's sheet where they are asked about; without a course what stands
        there stays."""
        start = self.clinic.start
        if start is not None:
            self.rhythm.show_rhythm(start.weekly_on)
        if start is not None and start.course is not None:
            self.course.show_course(start.course)
            self.has_course.choose("yes")
            self._on_has_course("yes")
        self._show_outcome()

    def _show_outcome(self) -> None:
        """Have what a diary would begin with in sight, with the text above it."""
        if not self.clinic.outcome.isHidden():
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            self._area.ensureWidgetVisible(self.clinic.outcome, 0, _GAP)

    def _on_skip(self) -> None:
        self._begin(Beginning(self._place))

    def _begin(self, beginning: Beginning) -> None:
        """With a password, if one is wanted: whoever leaves its steps is here again."""
        if self.password.key != "yes" or not self._questions.isVisibleTo(self):
            self.begun.emit(beginning)
            return
        from adtracker.ui.shell.lock.protected_beginning import ProtectedBeginning  # noqa: PLC0415 -- few want one at once

        protected = ProtectedBeginning(self, beginning, self._today, self._texts)
        protected.begun.connect(self.begun)
        protected.failed.connect(self.failed)
        protected.start()

    def _on_start(self) -> None:
        if hold_refused(self) or self.clinic.hold_unread():
            return
        profile = self.person.read(Profile(), self._today)
        if profile is None:
            self.person.take_focus()
            return
        profile = replace(profile, weekly_on=self.rhythm.weekly_on)
        records = (profile, *self._said_of_course(), *self._said_by_clinic())
        self._begin(Beginning(self._place, records))

    def _said_by_clinic(self) -> Sequence[Record]:
        """What else stands on the clinic's sheet."""
        start = self.clinic.start
        return () if start is None else (*start.visits, *start.questions)

    def _said_of_course(self) -> Sequence[Record]:
        """The course, and the treatment that it is a course of: it can be ticked on Today from the first day on."""
        if self.has_course.key != "yes":
            return ()
        course = self.course.course
        treatment = self.use.treatment(course)
        return (course,) if treatment is None else (course, treatment)
