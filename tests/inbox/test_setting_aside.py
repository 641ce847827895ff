"""Files that were taken move aside: never over another one, never after a change, and none is ever lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from adtracker.inbox.looking import Item, look_into
from adtracker.inbox.setting_aside import set_aside
from tests.inbox.test_looking import NOW, put


def _item(folder: Path) -> Item:
    (item,) = look_into(folder, lambda _: (), NOW).ready
    return item


def test_it_moves_into_the_folder_of_those_that_were_taken(box: Path) -> None:
    put(box, "me.txt", b"itch 4")
    assert set_aside(_item(box))
    assert [file.name for file in box.iterdir()] == ["taken"]
    assert (box / "taken" / "me.txt").read_bytes() == b"itch 4"


def test_an_older_one_of_the_same_name_stays(box: Path) -> None:
    (box / "taken").mkdir()
    put(box / "taken", "me.txt", b"old")
    put(box / "taken", "me (2).txt", b"older")
    put(box, "me.txt", b"new")
    assert set_aside(_item(box))
    found = {file.name: file.read_bytes() for file in (box / "taken").iterdir()}
    assert found == {"me.txt": b"old", "me (2).txt": b"older", "me (3).txt": b"new"}


def test_a_file_that_changed_since_it_was_looked_at_stays(box: Path) -> None:
    file = put(box, "me.txt", b"itch 4")
    item = _item(box)
    put(box, "me.txt", b"itch 4 and more")
    assert not set_aside(item)
    assert file.read_bytes() == b"itch 4 and more"


def test_a_file_that_is_gone_is_no_trouble(box: Path) -> None:
    file = put(box, "me.txt")
    item = _item(box)
    file.unlink()
    assert not set_aside(item)


def test_a_folder_that_leads_elsewhere_is_not_used(box: Path) -> None:
    inbox, other = box / "inbox", box / "other"
    inbox.mkdir()
    other.mkdir()
    (inbox / "taken").symlink_to(other)
    put(inbox, "me.txt")
    assert not set_aside(_item(inbox))
    assert (inbox / "me.txt").is_file()
    assert list(other.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_stays(box: Path) -> None:
    put(box, "taken", b"mine")
    put(box, "me.txt")
    assert not set_aside(_item(box))
    assert (box / "taken").read_bytes() == b"mine"


def test_where_a_file_can_have_no_second_name_it_is_moved_all_the_same(
    box: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def _refuse(*_args: object, **_more: object) -> None:
        raise PermissionError

    put(box, "me.txt", b"itch 4")
    item = _item(box)
    monkeypatch.setattr(os, "link", _refuse)
    assert set_aside(item)
    assert (box / "taken" / "me.txt").read_bytes() == b"itch 4"
