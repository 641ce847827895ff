"""Reads an archive as somebody would who has nothing but it: unpacks it, looks at digests and pages."""

import hashlib
from html.parser import HTMLParser
from pathlib import Path
from zipfile import ZipFile

_ALONE = frozenset({"meta", "img"})


def unpack(archive: Path, target: Path) -> Path:
    """The one folder that is in an archive, after a look at every name and every digest."""
    with ZipFile(archive) as packed:
        assert packed.testzip() is None
        names = packed.namelist()
        assert len(set(names)) == len(names)
        packed.extractall(target)
    (folder,) = target.iterdir()
    assert all(name.startswith(f"{folder.name}/") and ".." not in name for name in names)
    lines = (folder / "SHA256SUMS.txt").read_text(encoding="utf-8").splitlines()
    sums = {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
    found = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}
    assert sums.keys() == found.keys() - {"SHA256SUMS.txt"}
    assert all(hashlib.sha256(found[name].read_bytes()).hexdigest() == digest for name, digest in sums.items())
    return folder


class PageReader(HTMLParser):
    """What a page says, and the files that it names; refuses a page whose tags do not close as they were opened."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.text = ""
        self.names: list[str] = []
        self.tags: set[str] = set()
        self._open: list[str] = []
        self.feed(file.read_text(encoding="utf-8"))
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names += [value for name, value in attrs if name in ("src", "href") and value is not None]
        if tag not in _ALONE:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data
