"""The field for lines as a form whose content is kept, with the day on which it was written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from adtracker.domain.common.draft import Content
from adtracker.language import tr
from adtracker.ui.kit.basics import column
from adtracker.ui.kit.fields.form_body import FormBody
from adtracker.ui.settings.lines.text_field import LinesField

_TEXT, _BEGUN = "text", "begun"


class LinesForm(FormBody):
    """ "Yesterday" counts from the day on which a text is written: one that was left on another day has no such day."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._begun: date | None = None
        self._is_unknown = False
        self.field = LinesField(tr("Lines from your phone"))
        rows = column(self, 0)
        rows.addWidget(self.field)
        self.field.taken.connect(self._on_taken)
        self.field.textChanged.connect(self._on_text)

    @property
    def inputs(self) -> Mapping[str, QWidget]:
        """The field alone."""
        return {_TEXT: self.field}

    @property
    def written(self) -> date | None:
        """The day on which all of it was written, where that is known."""
        is_of_today = self._begun == self._today() and not self._is_unknown
        return self._begun if is_of_today else None

    @property
    def content(self) -> Content:
        """The text, and the day on which it was written."""
        begun = self.written
        return {**super().content, _BEGUN: None if begun is None else begun.isoformat()}

    def fill(self, content: Content) -> None:
        """Take up a text that was left, or begin afresh."""
        super().fill(content)
        is_of_today = content.get(_BEGUN) == self._today().isoformat()
        self._is_unknown = bool(self.field.text()) and not is_of_today

    def _on_taken(self) -> None:
        """Of a file nobody knows on which day it was written."""
        self._is_unknown = True

    def _on_text(self) -> None:
        if not self.field.text():
            self._begun, self._is_unknown = None, False
        elif self._begun is None:
            self._begun = self._today()
