"""All the optional parts a day can have on Today, in the order in which they stand there. A new one is named here."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from adtracker.ui.context import Context
from adtracker.ui.day_parts import DaySections
from adtracker.ui.happening_desk import HappeningDesk
from adtracker.ui.note_desk import NoteDesk
from adtracker.ui.own_question_desk import OwnQuestionDesk
from adtracker.ui.photo_desk import PhotoDesk
from adtracker.ui.score_desk import ScoreDesk
from adtracker.ui.sign_desk import SignDesk
from adtracker.ui.treatment_desk import TreatmentDesk
from adtracker.ui.trigger_desk import TriggerDesk
from adtracker.ui.widgets.note_card import NoteCard


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
