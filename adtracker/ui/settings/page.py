"""What a person can change: the look, the day's turn, whose diary it is, its courses, and what keeps it safe.

Everything takes effect at once. What belongs to the diary goes through the writer, so that it can be undone; the rest
belongs to this computer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from adtracker.domain.records.course import Course
from adtracker.domain.records.profile import Profile
from adtracker.errors import AdtrackerError
from adtracker.language import tr
from adtracker.settings import DAY_STARTS, ITCH_COUNTS_FROM, MINIMUM_DAYS
from adtracker.ui.core.context import Context
from adtracker.ui.core.page import Page
from adtracker.ui.kit.basics import Card, button, label, scrolled
from adtracker.ui.kit.chips import Chips
from adtracker.ui.kit.fields.field import Field
from adtracker.ui.kit.fields.pickers import Choice
from adtracker.ui.kit.room.columns import Columns, side_by_side
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.kit.tab_order import follow, tab_stops
from adtracker.ui.records.courses.course_form import new_course
from adtracker.ui.records.courses.list import CourseList
from adtracker.ui.records.courses.person_form import PersonForm
from adtracker.ui.records.photos.loose_words import loose_words
from adtracker.ui.records.recalls.rhythm_form import RhythmForm
from adtracker.ui.settings.look_card import LookCard

if TYPE_CHECKING:
    from adtracker.ui.records.breaks.dialogs import BreakDialogs
    from adtracker.ui.records.deleted_dialogs import DeletedDialogs
    from adtracker.ui.records.photos.loose_dialogs import LooseDialogs
    from adtracker.ui.records.questions.dialogs import OwnQuestionDialogs
    from adtracker.ui.records.visits.dialogs import HappeningDialogs
    from adtracker.ui.settings.reminders_part import RemindersPart
    from adtracker.ui.settings.safety_part import SafetyPart

_GENERAL, _SAFETY, _REMINDERS = "general", "safety", "reminders"
_HEAD_HEIGHT = 38  # as on the pages with buttons beside their title


class SettingsPage(Page):
    """The settings, in two parts."""

    _profile: Profile | None = None  # not read yet, or it could not be
    _safety: SafetyPart | None = None  # not looked at yet
    _reminders: RemindersPart | None = None  # the same

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Show the settings and the diary as they are now."""
        self._show_preferences()
        journal = self.context.journal
        found = self.read(lambda: (journal.profile(), journal.courses()))
        if found is None:
            return
        self._profile, courses = found
        self.person.show_around(self._profile)
        self.rhythm.show_rhythm(self._profile.weekly_on)
        self.courses.show_courses(courses)
        self._show_loose()
        if self._safety is not None:
            self._safety.refresh(self._profile.name)
        self._follow()  # courses come and go, and Tab would reach new ones last

    def flush(self) -> None:
        """Store what was written about the person, also what could not be stored before, and about courses."""
        self.courses.flush()
        if self.person.is_changed:
            self.refresh_if_stale()
            self._on_person()

    def hideEvent(self, event: QHideEvent) -> None:
        """Try once more what could not be stored."""
        self.flush()
        super().hideEvent(event)

    @property
    def unsaved(self) -> Sequence[str]:
        """Name and year of birth, together."""
        return [tr("Name or year of birth in the settings")] if self.person.is_changed else []

    @cached_property
    def happening_dialogs(self) -> HappeningDialogs:
        """Where visits and side effects are looked at."""
        from adtracker.ui.records.visits.dialogs import HappeningDialogs  # noqa: PLC0415 -- seldom wanted here

        return HappeningDialogs(self.context, self)

    @cached_property
    def break_dialogs(self) -> BreakDialogs:
        """Where breaks from the diary are looked at."""
        from adtracker.ui.records.breaks.dialogs import BreakDialogs  # noqa: PLC0415 -- seldom wanted here

        return BreakDialogs(self.context, self)

    @cached_property
    def question_dialogs(self) -> OwnQuestionDialogs:
        """Where own questions are added and changed."""
        from adtracker.ui.records.questions.dialogs import OwnQuestionDialogs  # noqa: PLC0415 -- seldom wanted here

        return OwnQuestionDialogs(self.context, self)

    @cached_property
    def deleted(self) -> DeletedDialogs:
        """Where what was deleted is brought back."""
        from adtracker.ui.records.deleted_dialogs import DeletedDialogs  # noqa: PLC0415 -- seldom wanted here

        return DeletedDialogs(self.context, self)

    @cached_property
    def loose_dialogs(self) -> LooseDialogs:
        """Where pictures that no day names are put on a day or deleted."""
        from adtracker.ui.records.photos.loose_dialogs import LooseDialogs  # noqa: PLC0415 -- there are hardly ever any

        made = LooseDialogs(self.context, self)
        made.closed.connect(self._show_loose)
        return made

    @property
    def safety(self) -> SafetyPart:
        """The part about copies, password and other diaries, put together when it is first looked at."""
        if self._safety is None:
            from adtracker.ui.settings.safety_part import SafetyPart  # noqa: PLC0415 -- seldom wanted

            self._safety = SafetyPart(self.context)
            self._put(_SAFETY, self._safety)
        return self._safety

    @property
    def reminders(self) -> RemindersPart:
        """The part about being reminded, put together likewise."""
        if self._reminders is None:
            from adtracker.ui.settings.reminders_part import RemindersPart  # noqa: PLC0415 -- seldom wanted

            self._reminders = RemindersPart(self.context)
            self._put(_REMINDERS, self._reminders)
        return self._reminders

    def open_part(self, part: str) -> None:
        """Show a part; "safety/password" has somebody who opened the diary by its words choose one."""
        key, _, more = part.partition("/")
        self.parts.choose(key)
        self.parts.chip(key).setFocus()
        if key == _SAFETY:
            self.safety.refresh("" if self._profile is None else self._profile.name)
        elif key == _REMINDERS:
            self.reminders.refresh()
        self._stack.setCurrentWidget(self._frames[key])
        self._follow()
        if more:
            self.safety.protection.does.choose_anew()

    def _follow(self) -> None:
        follow((*tab_stops(self.parts), *tab_stops(self._shown)))

    @property
    def _shown(self) -> QWidget:
        parts = {_SAFETY: self._safety, _REMINDERS: self._reminders}
        return parts.get(self.parts.key or "") or self._general

    def _build(self) -> None:
        self._general = QWidget()
        self.look = LookCard(self.context)
        left = _column(self.look, self._diary())
        side_by_side(self._general, left, _column(self._person(), self._course(), self._questions(), self._rhythm()))
        self._stack = QStackedWidget()
        self._frames: dict[str, QWidget] = {}
        self._put(_GENERAL, self._general)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(14)
        outer.addWidget(self._head())
        outer.addWidget(self._stack, 1)

    def _put(self, key: str, part: QWidget) -> None:
        self._frames[key] = scrolled(part)
        self._stack.addWidget(self._frames[key])

    def _head(self) -> QWidget:
        title = label(tr("Settings"), "title")
        title.setMinimumHeight(_HEAD_HEIGHT)
        parts = [
            (_GENERAL, tr("Look and diary")),
            (_SAFETY, tr("Safety")),
            (_REMINDERS, tr("Reminders")),
        ]
        self.parts = Chips(tr("Part of the settings"), parts)
        self.parts.choose(_GENERAL)
        head = QWidget()
        columns = Columns(head, 24)
        columns.add(title)
        columns.add(self.parts, 1)
        columns.want_whole(self.parts)
        return head

    def _diary(self) -> Card:
        card = Card(tr("Diary"))
        name = tr("A new day begins at")
        self.day_start = Choice(name, [(start, start) for start in DAY_STARTS])
        card.body.addWidget(Field(name, self.day_start, tr("Until then, what you write belongs to the day before.")))
        name = tr("Count a day as itchy from")
        self.itch_from = Choice(name, [(str(itch), str(itch)) for itch in ITCH_COUNTS_FROM])
        card.body.addWidget(Field(name, self.itch_from, tr("Worst itch, 0 to 10. It is used for the days with signs.")))
        card.body.addWidget(self._least_days())
        self.happenings = button(tr("Visits and side effects…"))
        self.breaks = button(tr("Breaks…"), name=tr("Breaks from the diary"))
        self.calendar = button(tr("Calendar file…"))
        self.removed = button(tr("Recently deleted…"))
        self.loose = button("")
        buttons = FlowLayout()
        for made in (self.happenings, self.breaks, self.calendar, self.removed, self.loose):
            buttons.addWidget(made)
        card.body.addLayout(buttons)
        return card

    def _least_days(self) -> Field:
        name = tr("Fewest days for a weekly average")
        self.least_days = Choice(name, [(str(days), str(days)) for days in MINIMUM_DAYS])
        words = tr("A week with fewer days shows how many there are, and no average. 4 is usual.")
        return Field(name, self.least_days, words)

    def _person(self) -> Card:
        card = Card(tr("About you"))
        self.person = PersonForm(self.context.texts, with_number=True)
        card.body.addWidget(self.person)
        return card

    def _rhythm(self) -> Card:
        card = Card(tr("How often you write"))
        self.rhythm = RhythmForm()
        card.body.addWidget(self.rhythm)
        return card

    def _course(self) -> Card:
        card = Card(tr("Course of treatment"))
        self.courses = CourseList()
        card.body.addWidget(self.courses)
        return card

    def _questions(self) -> Card:
        card = Card(tr("My questions"))
        words = tr("Ask yourself something of your own on Today: a scale, a yes or no, or a number.")
        card.body.addWidget(label(words, "soft", wrap=True))
        self.questions = button(tr("My questions…"))
        card.body.addWidget(self.questions, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _connect(self) -> None:
        context = self.context
        self.day_start.chosen.connect(self._on_day_start)
        self.itch_from.chosen.connect(self._on_itch_from)
        self.least_days.chosen.connect(self._on_least_days)
        self.parts.chosen.connect(self.open_part)
        self.happenings.clicked.connect(self._on_happenings)
        self.calendar.clicked.connect(self._on_calendar)
        self.breaks.clicked.connect(self._on_breaks)
        self.removed.clicked.connect(self._on_removed)
        self.loose.clicked.connect(self._on_loose)
        self.questions.clicked.connect(self._on_questions)
        self.person.edited.connect(self._on_person)
        self.rhythm.chosen.connect(self._on_rhythm)
        self.courses.changed.connect(self._on_course)
        self.courses.removed.connect(context.writer.remove)
        self.courses.add.clicked.connect(self._on_add_course)
        context.preferences.changed.connect(self._show_preferences)

    def _show_preferences(self) -> None:
        value = self.context.preferences.value
        self.look.refresh()
        self.day_start.choose(value.day_start)
        self.itch_from.choose(str(value.itch_counts_from))
        self.least_days.choose(str(value.minimum_days))

    def _on_day_start(self, key: str) -> None:
        self.context.preferences.change(day_start=key)

    def _on_itch_from(self, key: str) -> None:
        self.context.preferences.change(itch_counts_from=int(key))

    def _on_least_days(self, key: str) -> None:
        self.context.preferences.change(minimum_days=int(key))

    def _on_person(self) -> None:
        """What the form does not ask is as the diary has it: nothing is stored over a profile that was never read."""
        if self._profile is None:
            self.refresh()
        profile = None if self._profile is None else self.person.read(self._profile, self.context.today())
        if profile is not None and self.context.writer.save_typed(profile):
            self.person.show_profile(profile)

    def _on_rhythm(self) -> None:
        """It belongs to the diary, so that it can be undone and travels along; what is half typed is stored first."""
        self.flush()
        if self._profile is not None:
            self.context.writer.save(replace(self._profile, weekly_on=self.rhythm.weekly_on))

    def _on_course(self, course: Course) -> None:
        stored = next(entry.stored for entry in self.courses.entries if entry.stored.key == course.key)
        if replace(stored, treatment=course.treatment) == course:
            self.context.writer.save_typed(course)
        else:
            self.context.writer.save(course)

    def _on_happenings(self) -> None:
        self.happening_dialogs.show_all()

    def _show_loose(self) -> None:
        """Lead to the pictures that no day names, where there are any; of a file that fails the photos speak."""
        try:
            count = sum(self.context.journal.album.count_loose())
        except AdtrackerError:
            count = 0
        self.loose.setText(loose_words(count))
        self.loose.setVisible(count > 0)

    def _on_loose(self) -> None:
        self.loose_dialogs.show()

    def _on_breaks(self) -> None:
        self.break_dialogs.show_all()

    def _on_calendar(self) -> None:
        from adtracker.ui.records.calendar_dialog import CalendarDialog  # noqa: PLC0415 -- seldom wanted

        self.context.gate.look()
        CalendarDialog(self.context, self).open()

    def _on_removed(self) -> None:
        self.deleted.show()

    def _on_questions(self) -> None:
        self.question_dialogs.show_all()

    def _on_add_course(self) -> None:
        """What is typed next is what the new course is called."""
        before = [entry.stored.key for entry in self.courses.entries]
        if self.context.gate.is_open() and self.context.writer.save(new_course(self.context.today())):
            new = [entry.stored for entry in self.courses.entries if entry.stored.key not in before]
            self.courses.take_focus(*new)


def _column(*cards: Card) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return made
