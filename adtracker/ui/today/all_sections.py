"""All the optional parts a day can have on Today, in the order in which they stand there. A new one is named here."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from adtracker.language import tr
from adtracker.ui.core.context import Context
from adtracker.ui.records.day_section import DaySection, ShownDay, Use, use
from adtracker.ui.records.photos.section import PhotoDesk
from adtracker.ui.records.questions.section import OwnQuestionDesk
from adtracker.ui.records.scores.section import ScoreDesk
from adtracker.ui.records.signs.section import SignDesk
from adtracker.ui.records.treatments.section import TreatmentDesk
from adtracker.ui.records.triggers.section import TriggerDesk
from adtracker.ui.records.visits.section import HappeningDesk
from adtracker.ui.today.note_card import NoteCard
from adtracker.ui.today.sections import DaySections


class NoteDesk(DaySection):
    """The card is the page's; it is unfolded on days that have a note, stored or not."""

    key = "note"
    shows_answers = True

    def __init__(self, context: Context, page: QWidget, card: NoteCard) -> None:
        super().__init__(context, page)
        self.card = self._note = card

    @property
    def title(self) -> str:
        """What the button says that unfolds it."""
        return tr("Note")

    def look(self, shown: ShownDay) -> Use:
        """Whatever stands in the field is the day's: it was put there before this is asked."""
        return use(now=bool(shown.entry.note or self._note.field.text()), lately=False)

    def fill(self) -> None:
        """The page has done so."""

    def take_focus(self) -> None:
        """Go where the last words are."""
        self._note.field.setFocus(Qt.FocusReason.TabFocusReason)


class AllDaySections(DaySections):
    """The parts of the day that is open on `page`, whose `note` it is."""

    def __init__(self, context: Context, page: QWidget, note: NoteCard) -> None:
        super().__init__()
        self.questions = self.add(OwnQuestionDesk(context, page))
        self.signs = self.add(SignDesk(context, page))
        self.treatments = self.add(TreatmentDesk(context, page))
        self.triggers = self.add(TriggerDesk(context, page))
        self.note = self.add(NoteDesk(context, page, note))
        self.photos = self.add(PhotoDesk(context, page))
        self.scores = self.add(ScoreDesk(context, page))
        self.happenings = self.add(HappeningDesk(context, page))
