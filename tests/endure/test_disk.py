"""The disk that power cuts are played on: what it must keep, and what it may lose."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

from tests.endure.disk import Disk
from tests.endure.recording import Cut, Event, Named, Said, Synced, Tree, Written

ROOT = Path("/")
HERE, THERE, FILE, OTHER = 0, 1, 2, 3
MADE = Named(((HERE, "file", FILE),))
ROUNDS = 200


def _left(events: Sequence[Event]) -> list[Tree]:
    """What many power cuts after these events leave, beside an empty folder that was there before."""
    found = []
    for seed in range(ROUNDS):
        disk = Disk({HERE: {"there": THERE}, THERE: {}}, {})
        for event in events:
            disk.take(event)
        disk.cut_power(Random(seed))
        tree = disk.tree(ROOT)
        assert tree.pop(ROOT / "there") is None
        found.append(tree)
    return found


def test_what_was_synced_is_there() -> None:
    events: list[Event] = [
        MADE,
        Written(FILE, 0, b"old"),
        Written(FILE, 2, b"der"),
        Cut(FILE, 4),
        Synced(FILE),
        Synced(HERE),
        Said(),
    ]
    assert _left(events) == [{ROOT / "file": b"olde"}] * ROUNDS


def test_a_name_that_was_not_synced_may_be_gone_and_the_file_with_it() -> None:
    left = _left([MADE, Written(FILE, 0, b"content"), Synced(FILE)])
    assert {} in left
    assert {ROOT / "file": b"content"} in left
    assert len({len(tree) for tree in left}) == 2


def test_a_write_that_was_not_synced_may_be_there_in_part() -> None:
    left = _left([MADE, Synced(HERE), Written(FILE, 0, b"x" * 2048)])
    contents = {tree[ROOT / "file"] for tree in left}
    assert {b"", b"x" * 2048} <= contents
    assert any(content and content.count(b"x") < 2048 for content in contents if content is not None)
    assert all(content is not None and content.count(b"x") % 512 == 0 for content in contents)


def test_a_move_is_there_in_both_folders_or_in_none() -> None:
    moved = Named(((HERE, "file", None), (THERE, "file", FILE)))
    places = [{path for path in tree if path.name == "file"} for tree in _left([MADE, Synced(HERE), moved])]
    assert all(len(found) == 1 for found in places)
    assert len(set(map(frozenset, places))) == 2


def test_names_in_a_folder_come_in_their_order() -> None:
    left = [set(tree) for tree in _left([MADE, Named(((HERE, "other", OTHER),))])]
    assert {ROOT / "other"} not in left
    assert all(names in left for names in (set(), {ROOT / "file"}, {ROOT / "file", ROOT / "other"}))


def test_syncing_where_a_file_was_moved_to_keeps_what_came_before_in_the_other_folder() -> None:
    moved = Named(((HERE, "file", None), (THERE, "file", FILE)))
    assert all(ROOT / "there" / "file" in tree for tree in _left([MADE, moved, Synced(THERE)]))
