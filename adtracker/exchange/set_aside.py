"""What a diary that was set aside has and the copy that took its place lacks: offered, by the rules of rejoining."""

from __future__ import annotations

from itertools import chain

from adtracker.domain.edits.edit import Change, Edit
from adtracker.exchange.codecs.all_codecs import CODECS, read_snapshot
from adtracker.exchange.rejoin import rejoined
from adtracker.exchange.snapshot import Diary


def lacked(diary: Diary, aside: Diary) -> Edit:
    """The edit that brings what is only in `aside` into `diary`; what both have stays as it is there."""
    all_of_it = read_snapshot(aside)
    records = chain.from_iterable(all_of_it.of(codec.kind) for codec in CODECS)
    edit = rejoined(read_snapshot(diary), [Edit(tuple(Change(None, record) for record in records))])
    return Edit(tuple(change for change in edit.changes if change.before is None))
