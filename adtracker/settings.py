"""How the app looks and where the diary lives; never what is in it. A JSON file, written atomically."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, fields, replace
from datetime import time
from pathlib import Path
from typing import Any

from adtracker.files import write_whole

THEMES = ("system", "light", "dark", "contrast")
FONTS = ("inter", "platform")
TEXT_PERCENTS = (100, 110, 125, 150, 175, 200)
ITCH_COUNTS_FROM = tuple(range(1, 11))
# The fewest recorded days of seven that make a weekly average.
MINIMUM_DAYS = tuple(range(1, 8))
MOST_KNOWN = 20
NEVER = 0
LOCK_MINUTES = (1, 2, 5, 10, 20, 30, 60, NEVER)
DAY_STARTS = tuple(f"{hour:02}:00" for hour in range(13))
HALF_HOURS = tuple(f"{hour:02}:{minute:02}" for hour in range(24) for minute in (0, 30))


@dataclass(frozen=True, slots=True)
class Settings:
    """One person's choices on one computer. `diary` None is the default place; `window` is Qt's geometry in hex.

    A day counts as one with itch from a worst itch of `itch_counts_from` on: this diary's own convention.
    `trends` are the marks (`domain.chosen.mark`) of the measures shown on Trends, parted by blanks; empty is the usual.
    `reach` is how far back Trends looks (the value of a `domain.look_back.Reach`); empty is the usual.
    `known` are the files of the diaries that were opened here, to choose from; whose they are stands in them alone.
    A diary with a password is locked after `lock_minutes` without a key or click, or `NEVER`.
    `second_folder` is where copies of diaries go besides the folder of their own, empty for nowhere; `second_copied` is
    the day, in ISO form, on which that was last done.
    `not_now` is the day, in ISO form, on which somebody who came back did not want to be asked about empty days.
    `timeline` are the marks of the own questions that the timeline shows, in the same way; empty is none.
    At `remind_at` somebody is reminded of a day that is not written, empty for never; not from `quiet_from` until
    `quiet_until`. `reminded_on` is the diary day for which that was last done, in ISO form. `tray` says whether there
    is a symbol in the tray. `inbox` is the folder that is looked into for sheets, lines and photos, empty for none.
    """

    theme: str = "system"
    font: str = "inter"
    text_percent: int = 100
    day_start: str = "04:00"
    itch_counts_from: int = 2
    diary: str | None = None
    window: str = ""
    minimum_days: int = 4
    trends: str = ""
    reach: str = ""
    timeline: str = ""
    known: tuple[str, ...] = ()
    lock_minutes: int = 10
    second_folder: str = ""
    second_copied: str = ""
    not_now: str = ""
    remind_at: str = ""
    quiet_from: str = "22:00"
    quiet_until: str = "07:00"
    reminded_on: str = ""
    tray: bool = False
    inbox: str = ""

    @property
    def day_starts_at(self) -> time:
        """The local time at which a new diary day begins."""
        return time.fromisoformat(self.day_start)


_ALLOWED: dict[str, tuple[object, ...]] = {
    "theme": THEMES,
    "font": FONTS,
    "text_percent": TEXT_PERCENTS,
    "day_start": DAY_STARTS,
    "minimum_days": MINIMUM_DAYS,
    "itch_counts_from": ITCH_COUNTS_FROM,
    "lock_minutes": LOCK_MINUTES,
    "remind_at": ("", *HALF_HOURS),
    "quiet_from": HALF_HOURS,
    "quiet_until": HALF_HOURS,
    "tray": (True, False),
}


def from_data(data: Any) -> Settings:
    """Settings from parsed JSON; whatever is missing, unknown or out of range falls back to its default."""
    settings = Settings()
    if not isinstance(data, dict):
        return settings
    for field in fields(Settings):
        value = data.get(field.name)
        if field.name == "diary" and isinstance(value, str):
            value = _as_file_name(value)
        elif field.name == "known":
            value = _as_file_names(value)
        if value is not None and _is_valid(field.name, value):
            settings = replace(settings, **{field.name: value})
    return settings


def _is_valid(name: str, value: object) -> bool:
    if name in _ALLOWED:
        # By type as well: 100.0 equals 100, but is no text size that a menu could find again.
        return any(type(value) is type(choice) and value == choice for choice in _ALLOWED[name])
    if name == "known":
        return True
    return isinstance(value, str) and (name == "diary" or value.isprintable())


def _as_file_name(text: str) -> str:
    """A name that no file can have, spelled out: it is said that there is no such diary, and none begun elsewhere."""
    try:
        os.fsencode(text)
    except UnicodeEncodeError:
        text = text.encode("utf-8", "backslashreplace").decode()
    return text.replace("\0", "\\0")


def _as_file_names(data: object) -> tuple[str, ...]:
    """The texts of a list, each once, and not too many."""
    names = [_as_file_name(text) for text in data if isinstance(text, str)] if isinstance(data, list | tuple) else []
    return tuple(dict.fromkeys(names))[:MOST_KNOWN]


def load(file: Path) -> Settings:
    """The stored settings; a missing or damaged file gives the defaults, for the diary must still open."""
    try:
        return from_data(json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, RecursionError):
        return Settings()


def store(file: Path, settings: Settings) -> None:
    """Write the settings so that a crash leaves the old or the new file, never half of one. Raises OSError."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_whole(file, json.dumps(asdict(settings), indent=2).encode())
