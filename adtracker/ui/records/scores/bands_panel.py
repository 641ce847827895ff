"""The published ranges of a score, all of them, each set with its source; none is marked as the person's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from adtracker.domain.scores.band import BandSet
from adtracker.language import tr
from adtracker.ui.kit.basics import clear_layout, column, label
from adtracker.ui.words.score_words import bands_words, source_words


class BandsPanel(QWidget):
    """Stands beside a score; hidden where nobody published ranges."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = column(self, 4)

    def show_bands(self, sets: Sequence[BandSet]) -> None:
        """Show others."""
        clear_layout(self._lines)
        if sets:
            heading = tr("Published ranges (sources differ)") if len(sets) > 1 else tr("Published ranges")
            self._lines.addWidget(label(heading, "strong", wrap=True))
        for one in sets:
            self._lines.addWidget(label(bands_words(one.bands), wrap=True))
            self._lines.addWidget(label(source_words(one), "small", wrap=True))
        self.setVisible(bool(sets))
