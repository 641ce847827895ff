"""Two photos of the same place side by side, each chosen by a slider over the days there are photos of."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from adtracker.domain.records.photo import Photo
from adtracker.language import tr
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import button, label
from adtracker.ui.kit.fields.pickers import Choice
from adtracker.ui.kit.fields.slider import Slider
from adtracker.ui.kit.room.columns import Columns
from adtracker.ui.kit.room.fitted_dialog import FittedDialog
from adtracker.ui.records.photos.picture import PhotoPicture
from adtracker.ui.words.day_words import date_words
from adtracker.ui.words.photo_words import RegionNames, photo_words, region_words

# A picture, or the sentence that says why there is none.
Load = Callable[[Photo], tuple[bytes | None, str]]
NO_REGION = ""
_ICON = 18


class PhotoSide(QWidget):
    """One of the two: the picture, its day, and a slider with a step back and on."""

    def __init__(self, name: str, load: Load, names: RegionNames, theme: Theme) -> None:
        super().__init__()
        self._load = load
        self._names = names
        self._photos: Sequence[Photo] = ()
        self.day = label("", "heading", wrap=True)
        self.place = label("", "small")
        self.picture = PhotoPicture()
        self.slider = Slider(name)
        self.back = button("", "step", name=tr("{name}: an earlier photo", name=name))
        self.on = button("", "step", name=tr("{name}: a later photo", name=name))
        arrows = ("chevron-right", "chevron-left") if self.isRightToLeft() else ("chevron-left", "chevron-right")
        for step, arrow in zip((self.back, self.on), arrows, strict=True):
            step.setIcon(theme.icon(arrow, size=_ICON))
        self._lay_out()
        self.slider.valueChanged.connect(self._show)
        self.back.clicked.connect(self._on_back)
        self.on.clicked.connect(self._on_on)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        head, steps = QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.day, 1)
        head.addWidget(self.place)
        for made, weight in ((self.back, 0), (self.slider, 1), (self.on, 0)):
            steps.addWidget(made, weight)
        column.addLayout(head)
        column.addWidget(self.picture, 1)
        column.addLayout(steps)

    @property
    def photo(self) -> Photo:
        """The one that is shown."""
        photo: Photo = self._photos[self.slider.value()]
        return photo

    def show_photos(self, photos: Sequence[Photo], index: int) -> None:
        """Take the photos of a place, oldest first and at least one, and show one of them."""
        self._photos = photos
        before = self.slider.blockSignals(True)
        self.slider.setRange(0, len(photos) - 1)
        self.slider.setValue(index)
        self.slider.blockSignals(before)
        self._show()

    def _show(self) -> None:
        photo, index, last = self.photo, self.slider.value(), self.slider.maximum()
        self.day.setText(date_words(photo.day))
        self.place.setText(tr("{value} of {value2}", value=index + 1, value2=last + 1))
        self.slider.setAccessibleDescription(f"{self.day.text()}, {self.place.text()}")
        self.back.setEnabled(index > 0)
        self.on.setEnabled(index < last)
        jpeg, instead = self._load(photo)
        self.picture.show_picture(jpeg, photo_words(photo, self._names), instead)

    def _on_back(self) -> None:
        self.slider.setValue(self.slider.value() - 1)

    def _on_on(self) -> None:
        self.slider.setValue(self.slider.value() + 1)


class CompareDialog(FittedDialog):
    """Shows the oldest beside the newest photo of a place until the person chooses others. Nothing is measured."""

    def __init__(
        self,
        parent: QWidget,
        photos: Mapping[str | None, Sequence[Photo]],
        load: Load,
        names: RegionNames,
        theme: Theme,
    ) -> None:
        """`photos` are by region, oldest first, with at least two in each of at least one region."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "diary")
        self.setWindowTitle(tr("Compare photos"))
        self._photos = photos
        self.region = Choice(tr("Place"), [(key or NO_REGION, region_words(key, names)) for key in photos])
        self.left = PhotoSide(tr("Left photo"), load, names, theme)
        self.right = PhotoSide(tr("Right photo"), load, names, theme)
        self.done_button = button(tr("Done"), "primary")
        self.done_button.setDefault(True)
        self._lay_out()
        self.region.chosen.connect(self._on_region)
        self.done_button.clicked.connect(self.accept)
        self.show_region(next(iter(photos)))
        self.left.slider.setFocus()

    def _lay_out(self) -> None:
        head, sides, tail = QWidget(), QHBoxLayout(), QHBoxLayout()
        columns = Columns(head, 12)  # the name in the middle of the higher field beside it
        columns.add(label(tr("Compare photos"), "title"))
        columns.add(self.region)
        sides.setSpacing(20)
        for side in (self.left, self.right):
            side.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)  # both equally wide
            sides.addWidget(side, 1)
        tail.addWidget(label(tr("For your own eyes: the app does not look at your photos."), "soft", wrap=True), 1)
        tail.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(head)
        column.addLayout(sides, 1)
        column.addLayout(tail)

    def show_region(self, region: str | None) -> None:
        """Show the first and the last photo of a place."""
        some = self._photos[region]
        self.region.choose(region or NO_REGION)
        self.left.show_photos(some, 0)
        self.right.show_photos(some, len(some) - 1)

    def _on_region(self, key: str) -> None:
        self.show_region(key or None)
