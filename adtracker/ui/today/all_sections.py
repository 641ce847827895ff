"""All the optional parts a day can have on Today, in the order in which they stand there. A new one is named here."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from adtracker.ui.core.context import Context
from adtracker.ui.records.photos.section import PhotoDesk
from adtracker.ui.records.questions.section import OwnQuestionDesk
from adtracker.ui.records.scores.section import ScoreDesk
from adtracker.ui.records.signs.section import SignDesk
from adtracker.ui.records.treatments.section import TreatmentDesk
from adtracker.ui.records.triggers.section import TriggerDesk
from adtracker.ui.records.visits.section import HappeningDesk
from adtracker.ui.today.note_card import NoteCard
from adtracker.ui.today.note_section import NoteDesk
from adtracker.ui.today.sections import DaySections


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
