"""Whose a diary is, for a list to choose from: a name, no name, or no diary."""

from contextlib import closing
from pathlib import Path

import pytest

from adtracker.domain.records.profile import Profile
from adtracker.storage.whose import whose
from tests.storage.samples import open_journal


@pytest.mark.parametrize("name", ["", "Nora"])
def test_the_name_in_it_is_told_and_nothing_is_written(path: Path, name: str) -> None:
    path.parent.mkdir()
    with closing(open_journal(path)) as journal:
        journal.save(Profile(name))
    before = path.read_bytes()
    assert whose(path) == name
    assert path.read_bytes() == before
    assert list(path.parent.iterdir()) == [path]


@pytest.mark.parametrize("content", [None, b"", b"a letter", b"SQLite format 3\0" + bytes(4000)])
def test_what_is_no_diary_is_nobodys(path: Path, content: bytes | None) -> None:
    path.parent.mkdir()
    if content is not None:
        path.write_bytes(content)
    assert whose(path) is None
