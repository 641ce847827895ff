"""One photo among several: small, with the place it shows and its day."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from adtracker.domain.records.photo import CleanPhoto
from adtracker.inbox.looking import Item
from adtracker.language import tr
from adtracker.ui.kit.fields.field import Field
from adtracker.ui.kit.fields.pickers import Choice, DayField
from adtracker.ui.kit.fields.tick_box import TickBox
from adtracker.ui.kit.room.flow_layout import FlowLayout
from adtracker.ui.kit.small_picture import small_picture
from adtracker.ui.words.photo_words import RegionNames, region_words

NO_PLACE = ""


class PhotoRow(QWidget):
    """`ticked` says that it is wanted or not wanted any more."""

    ticked = Signal()

    def __init__(self, item: Item, pixels: CleanPhoto, names: RegionNames, day: date, today: date) -> None:
        super().__init__()
        self.item, self.pixels = item, pixels
        places = [(NO_PLACE, region_words(None, names)), *((key, region_words(key, names)) for key in names)]
        self.want = TickBox(item.name)
        self.want.setChecked(True)
        self.want.toggled.connect(self.ticked)
        self.place = Choice(tr("Place on {file}", file=item.name), places)
        self.place.choose(NO_PLACE)
        self.day = DayField(tr("Day of {file}", file=item.name), day, today)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(small_picture(pixels.thumbnail, item.name))
        parts = FlowLayout(spacing=14)
        for part in (self.want, Field(tr("Place"), self.place), Field(tr("Day"), self.day)):
            parts.addWidget(part)
        row.addLayout(parts, 1)

    @property
    def is_wanted(self) -> bool:
        """Whether it is to be put in."""
        return self.want.isChecked()
