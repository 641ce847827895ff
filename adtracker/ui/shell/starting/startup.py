"""Opens a diary and lays out what its pages work with. Loads SQLAlchemy, so it is loaded after the window shows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from adtracker import resources
from adtracker.domain.common.period import diary_day
from adtracker.files import is_there
from adtracker.resources import Texts
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.core.day_gate import DayGate
from adtracker.ui.core.drafts import Drafts
from adtracker.ui.core.events import Events
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.core.tasks import Tasks
from adtracker.ui.core.theme import Theme
from adtracker.ui.core.writer import Writer

if TYPE_CHECKING:
    from adtracker.ui.shell.welcome_page import Beginning

Now = Callable[[], datetime]


def open_journal(
    path: Path, preferences: Preferences, now: Now, *, create: bool = False, key: bytes | None = None
) -> Journal:
    """Open the diary at `path`, or make one there if `create`. Raises DiaryError; then nothing was written."""
    return Journal.open(path, partial(_clock_day, preferences, now), create=create, now=now, key=key)


def open_context(
    place: Path,
    beginning: Beginning | None,
    key: bytes | None,
    preferences: Preferences,
    theme: Theme,
    texts: Texts,
    now: Now,
) -> Context:
    """Open a diary for the window; with a `beginning` it is made if there is none. Raises DiaryError."""
    is_new = not is_there(place) or (beginning is not None and beginning.key is not None)  # made just now
    journal = open_journal(place, preferences, now, create=beginning is not None, key=key)
    if beginning is not None and is_new:
        beginning.store(journal)
    return make_context(journal, preferences, theme, texts, now)


def make_context(journal: Journal, preferences: Preferences, theme: Theme, texts: Texts, now: Now) -> Context:
    """What the pages of one open diary work with. From now on the window says which diary day it is."""
    events = Events()
    gate = DayGate(partial(_clock_day, preferences, now), now, events)
    journal.follow(lambda: gate.day)
    return Context(
        journal=journal,
        writer=Writer(journal, events, gate, now),
        drafts=Drafts(),
        events=events,
        gate=gate,
        preferences=preferences,
        theme=theme,
        texts=texts,
        body=resources.body(),
        tasks=Tasks(),
        now=now,
    )


def _clock_day(preferences: Preferences, now: Now) -> date:
    """The diary day by the clock."""
    return diary_day(now(), preferences.value.day_starts_at)
