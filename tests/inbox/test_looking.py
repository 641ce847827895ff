"""The inbox is looked into: what is whole is ready, all else waits or is named, and nothing is changed by a look."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Collection
from hashlib import sha256
from pathlib import Path

import pytest

from adtracker.inbox.looking import MOST_AT_ONCE, Look, State, Trouble, look_into

NOW = 2_000_000_000.0
OLD = NOW - 3600


def _none(_digests: Collection[str]) -> Collection[str]:
    return ()


def put(folder: Path, name: str, content: bytes = b"itch 4", at: float = OLD) -> Path:
    """A file that was written at a time."""
    file = folder / name
    file.write_bytes(content)
    os.utime(file, (at, at))
    return file


def states(look: Look) -> dict[str, State]:
    """What is said of each file."""
    return {item.name: item.state for item in look.items}


def test_a_file_that_is_whole_is_ready(box: Path) -> None:
    put(box, "me.txt", b"itch 4")
    (item,) = look_into(box, _none, NOW).ready
    assert (item.name, item.digest) == ("me.txt", sha256(b"itch 4").hexdigest())


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("~sheet.jpg", State.TEMPORARY),
        (".~sheet.jpg", State.TEMPORARY),
        ("sheet.jpg.part", State.TEMPORARY),
        ("sheet.tmp", State.TEMPORARY),
        (".syncthing.sheet.jpg.tmp", State.TEMPORARY),
        ("sheet.jpg.crdownload", State.TEMPORARY),
        (".sheet.jpg.icloud", State.PLACEHOLDER),
        ("sheet.jpg.nextcloud", State.PLACEHOLDER),
        ("sheet.sync-conflict-20261129-101112-ABCDEFG.jpg", State.CONFLICT),
        ("sheet (Nora's conflicted copy 2026-11-29).jpg", State.CONFLICT),
        ("sheet (conflicted copy 2026-11-29 101112).jpg", State.CONFLICT),
        ("sheet_conflict-20261129-101112.jpg", State.CONFLICT),
        ("sheet (Konfliktkopie von Nora 2026-11-29).jpg", State.CONFLICT),
        ("my conflict with wool.txt", State.READY),
        ("parting.txt", State.READY),
    ],
)
def test_names_say_what_has_to_wait_or_be_named(box: Path, name: str, state: State) -> None:
    put(box, name)
    assert states(look_into(box, _none, NOW)) == {name: state}


def test_half_a_copy_waits_until_it_no_longer_grows(box: Path) -> None:
    file = put(box, "sheet.jpg", b"half", NOW - 1)
    first = look_into(box, _none, NOW)
    assert states(first) == {"sheet.jpg": State.GROWING}
    put(box, "sheet.jpg", b"half and more", NOW)
    second = look_into(box, _none, NOW + 1, first)
    assert states(second) == {"sheet.jpg": State.GROWING}
    third = look_into(box, _none, NOW + 2, second)
    assert [item.digest for item in third.ready] == [sha256(b"half and more").hexdigest()]
    assert file.read_bytes() == b"half and more"


def test_a_copy_that_never_grows_again_is_ready_by_its_age(box: Path) -> None:
    put(box, "sheet.jpg", at=NOW - 60)
    assert look_into(box, _none, NOW).ready


def test_an_empty_file_waits(box: Path) -> None:
    put(box, "sheet.jpg", b"")
    assert states(look_into(box, _none, NOW)) == {"sheet.jpg": State.EMPTY}


def test_a_file_that_has_a_size_and_no_room_on_the_disk_is_elsewhere(box: Path) -> None:
    file = box / "sheet.jpg"
    with file.open("wb") as target:
        target.truncate(1 << 20)
    if file.stat().st_blocks:
        pytest.skip("this file system has no holes")
    os.utime(file, (OLD, OLD))
    assert states(look_into(box, _none, NOW)) == {"sheet.jpg": State.PLACEHOLDER}


def test_links_folders_and_pipes_are_named_and_not_opened(box: Path) -> None:
    inbox, elsewhere = box / "inbox", put(box, "secret.txt")
    inbox.mkdir()
    (inbox / "link.txt").symlink_to(elsewhere)
    (inbox / "broken.txt").symlink_to(box / "nowhere")
    (inbox / "photos").mkdir()
    put(inbox / "photos", "inside.jpg")
    os.mkfifo(inbox / "pipe")
    assert states(look_into(inbox, _none, NOW)) == {
        "link.txt": State.LINK,
        "broken.txt": State.LINK,
        "photos": State.FOLDER,
        "pipe": State.OTHER,
    }


def test_what_was_taken_before_is_told_by_what_is_in_it_whatever_it_is_called(box: Path) -> None:
    put(box, "again.txt", b"itch 4")
    put(box, "new.txt", b"itch 5")
    taken = sha256(b"itch 4").hexdigest()
    look = look_into(box, lambda digests: {taken} & set(digests), NOW)
    assert states(look) == {"again.txt": State.TAKEN, "new.txt": State.READY}


def test_names_of_a_mac_are_shown_whole_and_found_again(box: Path) -> None:
    parts = unicodedata.normalize("NFD", "Für Dr. Müller.txt")
    file = put(box, parts)
    (item,) = look_into(box, _none, NOW).ready
    assert item.name == "Für Dr. Müller.txt"
    assert item.path == file
    assert item.path.read_bytes() == b"itch 4"


def test_a_name_that_is_no_text_is_shown_all_the_same(box: Path) -> None:
    name = os.fsdecode(b"itch-\xff.txt")
    put(box, name)
    assert [item.name for item in look_into(box, _none, NOW).ready] == ["itch-\N{REPLACEMENT CHARACTER}.txt"]


def test_a_folder_that_is_gone_or_none_is_said(box: Path) -> None:
    assert look_into(box / "stick", _none, NOW).trouble is Trouble.GONE
    assert look_into(put(box, "file"), _none, NOW).trouble is Trouble.NO_FOLDER


def test_a_file_that_goes_between_two_looks_is_no_longer_there(box: Path) -> None:
    file = put(box, "me.txt")
    first = look_into(box, _none, NOW)
    file.unlink()
    assert look_into(box, _none, NOW, first).items == []


def test_what_the_system_keeps_for_itself_and_what_was_taken_is_passed_over(box: Path) -> None:
    for name in (".DS_Store", "desktop.ini", "Thumbs.db", ".stfolder"):
        put(box, name)
    (box / "taken").mkdir()
    put(box / "taken", "old.txt")
    assert look_into(box, _none, NOW).items == []


def test_ten_thousand_files_are_read_some_at_a_time_and_each_once(box: Path) -> None:
    for number in range(10_000):
        (box / f"{number:05}.txt").write_bytes(b"itch %d" % number)
    first = look_into(box, _none, NOW * 2)
    assert (len(first.ready), first.more) == (MOST_AT_ONCE, 10_000 - MOST_AT_ONCE)
    second = look_into(box, _none, NOW * 2, first)
    assert (len(second.ready), second.more) == (2 * MOST_AT_ONCE, 10_000 - 2 * MOST_AT_ONCE)
