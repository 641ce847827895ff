"""What pages tell each other without knowing each other."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Events(QObject):
    """`changed` carries the Edit that was committed and its initiator: the page that made it and has taken it over, or
    None. `saved` carries the Edit and its local time, `failed` an AdtrackerError.

    `replayed` carries an Edit that was undone or done again, after `changed`, and a sentence that says what it was.
    `history_changed` says that undo or redo became possible or impossible. `open_day` carries a date to be shown on
    Today, `open_trends` a Period to be shown on Trends, `open_page` a page's key or "page/part". `choose_diary` asks
    for another diary, `open_diary` for the one at a Path, `new_diary` for one that is still to be begun, `bring_in`
    for a file at a Path to be brought in, `paste_lines` for the place where lines from a phone are pasted. `look_inbox`
    asks for a look into the inbox, whose Look `inbox_looked` carries, and `open_inbox` for the list of its files.
    `backed_up`
    says that a copy of the diary was made, `restore_copy` asks to go back to a Copy, `rework` for a Rework of the file,
    `lock` to lock the diary. `hint` carries a short sentence for the strip below the page, `told` one about what was
    just stored, such as that Ctrl+Z brings it back: after the next save it is true no longer.

    When a new diary day begins while the window is open: `day_turning` asks to store what is being typed on the day
    that ends, `day_turned` says that today is another day now, and `day_begun` carries that day, to be said, and
    whether something that was pressed was not recorded because of it.
    """

    changed = Signal(object, object)
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
    bring_in = Signal(object)
    look_inbox = Signal()
    open_inbox = Signal()
    inbox_looked = Signal(object)
    paste_lines = Signal()
    backed_up = Signal()
    restore_copy = Signal(object)
    rework = Signal(object)
    lock = Signal()
    hint = Signal(str)
    told = Signal(str)
    day_turning = Signal()
    day_turned = Signal()
    day_begun = Signal(object, bool)
