"""What there is before the whole window is: of a start, or of a small window that was open before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from adtracker.resources import Texts
from adtracker.ui.core.preferences import Preferences
from adtracker.ui.core.theme import Theme
from adtracker.ui.shell.starting.single_instance import SingleInstance

if TYPE_CHECKING:  # storage brings SQLAlchemy along, which the first paint does not wait for
    from adtracker.ui.core.context import Context


@dataclass(frozen=True, slots=True)
class Begun:
    """The right to a diary and what a window looks and speaks like; `context` is the diary if it is open already, with
    all that can be taken back in it."""

    instance: SingleInstance
    preferences: Preferences
    theme: Theme
    texts: Texts
    context: Context | None = None
