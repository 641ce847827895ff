"""What pages tell each other without knowing each other."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Events(QObject):
    """`changed` carries the Edit that was committed, `saved` the same and its local time, `failed` an AdtrackerError.

    `replayed` carries an Edit that was undone or done again, after `changed`, and a sentence that says what it was.
    `history_changed` says that undo or redo became possible or impossible. `open_day` carries a date to be shown on
    Today, `open_trends` a Period to be shown on Trends, `open_page` a page's key or "page/part". `choose_diary` asks
    for another diary, `open_diary` for the one at a Path, `new_diary` for one that is still to be begun. `hint`
    carries a short sentence for the strip below the page, `told` one about what was just stored, such as that Ctrl+Z
    brings it back: after the next save it is true no longer.

    When a new diary day begins while the window is open: `day_turning` asks to store what is being typed on the day
    that ends, `day_turned` says that today is another day now, and `day_begun` carries that day, to be said.
    """

    changed = Signal(object)
    replayed = Signal(object, str)
    saved = Signal(object, object)
    failed = Signal(object)
    history_changed = Signal()
    open_day = Signal(object)
    open_trends = Signal(object)
    open_page = Signal(str)
    choose_diary = Signal()
    open_diary = Signal(object)
    new_diary = Signal()
    hint = Signal(str)
    told = Signal(str)
    day_turning = Signal()
    day_turned = Signal()
    day_begun = Signal(object)
