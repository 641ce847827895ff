"""Colours, type and the stylesheet, from the token files; one source for widgets, charts and pictures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QIcon, QImage, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from adtracker import resources
from adtracker.ui.core.preferences import Preferences

BODY_PX = 14
_USUAL_PX = 16  # what desktops write in, at most, where nobody asked for larger letters
_PLACEHOLDER = re.compile(r"\$(?:px(\d+)|([a-z_]+))")
_SIZE = re.compile(r'width="\d+" height="\d+"')
_FONT_FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf", "Inter-Bold.otf")


class Theme(QObject):
    """The look in force. `changed` says that colours or text size are new; charts then take new pens.

    Sizes go through `px`, colours through `color`; both follow the person's settings. `stylesheet` is for the window:
    set on the application, it would be worked out anew for every widget each time a part of a page is put together.
    """

    changed = Signal()

    def __init__(self, app: QApplication, preferences: Preferences) -> None:
        super().__init__()
        self._app = app
        self._preferences = preferences
        self._grown = grown(QFontInfo(QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)).pixelSize())
        self._look: tuple[object, ...] = ()
        self._tokens: Mapping[str, str] = {}
        self.stylesheet = ""
        app.styleHints().colorSchemeChanged.connect(self._refresh)
        app.styleHints().accessibility().contrastPreferenceChanged.connect(self._refresh)
        preferences.changed.connect(self._refresh)
        self._refresh()

    @property
    def name(self) -> str:
        """Whose tokens are in force: "light", "dark" or "contrast"."""
        chosen = self._preferences.value.theme
        if chosen != "system":
            return chosen
        hints = self._app.styleHints()
        if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            return "contrast"
        return "dark" if hints.colorScheme() is Qt.ColorScheme.Dark else "light"

    def px(self, size: float) -> int:
        """A length of the 100 % design, in pixels at the chosen text size; larger where the system's letters are."""
        return round(size * self._grown * self._preferences.value.text_percent / 100)

    def color(self, token: str) -> QColor:
        """The colour of a token. Raises KeyError for one that does not exist."""
        return QColor(self._tokens[token])

    def font(self, size: float, *, bold: bool = False) -> QFont:
        """The app's font at a size of the 100 % design, for what the stylesheet does not reach."""
        font = QFont(self._app.font())
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def icon(self, name: str, token: str = "ink", size: int = 20) -> QIcon:
        """A line icon from `resources/icons` in a token's colour, drawn at twice its size to stay sharp."""
        pixmap = QPixmap.fromImage(_drawn(name, self._tokens[token], 2 * self.px(size)))
        pixmap.setDevicePixelRatio(2)
        return QIcon(pixmap)

    def _refresh(self) -> None:
        value = self._preferences.value
        look = (self.name, value.text_percent, value.font)
        if look == self._look:
            return
        self._look = look
        self._tokens = load_tokens(self.name)
        self._app.setFont(self._font())
        self._app.setPalette(self._palette())
        self.stylesheet = self._filled_in(resources.read_text("theme", "app.qss"))
        self.changed.emit()

    def _font(self) -> QFont:
        if self._preferences.value.font == "inter":
            _load_fonts()
            font = QFont("Inter")
        else:
            font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
        font.setPixelSize(self.px(BODY_PX))
        return font

    def _palette(self) -> QPalette:
        roles = {
            QPalette.ColorRole.Window: "ground",
            QPalette.ColorRole.Base: "card",
            QPalette.ColorRole.AlternateBase: "ground",
            QPalette.ColorRole.Button: "card",
            QPalette.ColorRole.ToolTipBase: "card",
            QPalette.ColorRole.WindowText: "ink",
            QPalette.ColorRole.Text: "ink",
            QPalette.ColorRole.ButtonText: "ink",
            QPalette.ColorRole.ToolTipText: "ink",
            QPalette.ColorRole.PlaceholderText: "example",
            QPalette.ColorRole.Highlight: "accent",
            QPalette.ColorRole.HighlightedText: "card",
            QPalette.ColorRole.Link: "accent",
            QPalette.ColorRole.Accent: "focus",
        }
        palette = QPalette()
        for role, token in roles.items():
            palette.setColor(role, self.color(token))
        palette.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, self.color("disabled"))
        return palette

    def _filled_in(self, sheet: str) -> str:
        return _PLACEHOLDER.sub(self._filled, sheet)

    def _filled(self, match: re.Match[str]) -> str:
        size, token = match.groups()
        if token == "folder":
            return resources.path("theme").as_posix()
        return f"{self.px(int(size))}px" if size else self._tokens[token]


def grown(system_px: int) -> float:
    """How much larger than designed everything is on a system whose own letters are so high."""
    return max(1.0, system_px / _USUAL_PX)


def load_tokens(name: str) -> Mapping[str, str]:
    """The tokens of a theme ("light", "dark" or "contrast"), by name, as #RRGGBB."""
    return {key: str(value) for key, value in resources.read_toml("theme", f"{name}.toml").items()}


@cache
def _drawn(name: str, colour: str, edge: int) -> QImage:
    """A line icon as a square picture. Kept: the navigation wants the same few with every page that is opened."""
    svg = resources.read_text("icons", f"{name}.svg").replace("currentColor", colour)
    return QImage.fromData(_SIZE.sub(f'width="{edge}" height="{edge}"', svg, count=1).encode())


@cache
def _load_fonts() -> None:
    for file in _FONT_FILES:
        QFontDatabase.addApplicationFont(str(resources.path("fonts", file)))
