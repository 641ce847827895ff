"""Opens lists in windows of their own. What is deleted, undone or done again meanwhile is said in them."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from adtracker.ui.core.context import Context
from adtracker.ui.records.list_dialog import ListDialog


def open_list(context: Context, shown: ListDialog, over: QWidget, share: float) -> None:
    """Open a list over a page, as large as a `share` of the window."""
    context.events.hint.connect(shown.tell)
    context.events.saved.connect(shown.forget_told)
    context.events.told.connect(shown.tell)
    context.events.replayed.connect(shown.tell_replayed)
    shown.resize(over.window().size() * share)
    shown.open()
