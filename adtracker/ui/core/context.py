"""What a page is given: everything built once by app.py, in one frozen value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from adtracker.domain.records.body import Body
from adtracker.resources import Texts
from adtracker.ui.core.day_gate import DayGate
from adtracker.ui.core.drafts import Drafts
from adtracker.ui.core.events import Events
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.core.tasks import Tasks
from adtracker.ui.core.theme import Theme
from adtracker.ui.core.writer import Writer

if TYPE_CHECKING:  # storage brings SQLAlchemy along, which the window does not wait for
    from adtracker.storage.journal import Journal


@dataclass(frozen=True, slots=True)
class Context:
    """The window's rooms and tools. `now` is the local time; only app.py reads the clock."""

    journal: Journal
    writer: Writer
    drafts: Drafts
    events: Events
    gate: DayGate
    preferences: Preferences
    theme: Theme
    texts: Texts
    body: Body
    tasks: Tasks
    now: Callable[[], datetime]

    def today(self) -> date:
        """The diary day that the window shows as today; whoever records something, or begins to, asks `gate`."""
        return self.gate.day
