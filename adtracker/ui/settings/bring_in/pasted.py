"""Lines that were pasted, on their way into the diary: the preview takes them as it takes a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.common.progress import GoesOn
from adtracker.exchange.intake.file_kind import FileKind
from adtracker.exchange.intake.lines_found import found_in
from adtracker.exchange.intake.opening import Opened
from adtracker.language import tr
from adtracker.ui.core.context import Context
from adtracker.ui.settings.bring_in.bringing import Bringing
from adtracker.ui.settings.bring_in.readers import Readers, read_pasted


class Pasted(Bringing):
    """A text instead of a file; `written` is the day on which it was written, if anybody knows."""

    def __init__(self, context: Context, text: str, *, written: date | None) -> None:
        name = tr("Pasted lines")
        super().__init__(context, Path(name), Readers())
        self._text, self._written = text, written

    def open(self, order: DateOrder | None, goes_on: GoesOn) -> Opened | None:
        """What its lines say."""
        lines = read_pasted(self._context, self._text, written=self._written)
        return Opened(self.file, FileKind.LINES, found=found_in(lines, self._today))
