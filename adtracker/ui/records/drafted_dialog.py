"""A dialog with a form whose content is kept as a draft until it is stored or given up."""

from __future__ import annotations

from PySide6.QtCore import Signal

from adtracker.ui.kit.fields.form_body import FormBody
from adtracker.ui.kit.room.fitted_dialog import FittedDialog
from adtracker.ui.kit.unfinished_line import UnfinishedLine


class DraftedDialog(FittedDialog):
    """`afresh` says that what was left the last time shall go, `is_given_up` that nothing is to be kept.

    Whoever builds it makes the `form` and places the line that says that it is `unfinished`.
    """

    afresh = Signal()
    form: FormBody
    unfinished: UnfinishedLine
    is_given_up = False

    def show_unfinished(self, sentence: str) -> None:
        """Say that the form is filled in as it was left, with a way to begin afresh."""
        self.unfinished.show_sentence(sentence)
