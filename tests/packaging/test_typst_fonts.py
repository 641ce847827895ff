"""The compiler of reports without the fonts in it sets the same pages, and fails as before where it must."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typst

import dev
from elf import is_elf
from messages import SetupError
from typst_fonts import fonts_in, leave_out_fonts

INTER = (dev.ROOT / "resources" / "fonts" / "Inter-Regular.otf").read_bytes()
NOTO = (dev.ROOT / "resources" / "fonts" / "NotoSansHebrew-Regular.ttf").read_bytes()
COMPILER = Path(typst.__path__[0]) / "_typst.abi3.so"
# A page with fonts that come along, one with all that there are, and one that cannot be set.
SETS_PAGES = """
import hashlib, sys, typst
from datetime import datetime, UTC
def page(text, embedded):
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=embedded, font_paths=[sys.argv[1]])
    made = dict(timestamp=datetime(2026, 1, 1, tzinfo=UTC), font_paths=fonts, ignore_system_fonts=True)
    return hashlib.sha256(typst.compile({"main.typ": text.encode()}, **made)).hexdigest()
text = '#set text(font: "Inter")\\n= Haut\\n#lorem(300) `raw` #line(length: 3cm)'
print(page(text, False))
try:
    page("#panic()", False)
except typst.TypstError:
    print("refused")
print(page(text, False) == page(text, True))
print({line.split()[-1] for line in open("/proc/self/maps", encoding="utf-8") if "_typst" in line})
"""


def test_fonts_are_found_where_they_lie_and_those_side_by_side_as_one() -> None:
    padded = NOTO + bytes(-len(NOTO) % 4)
    content = bytes(7) + padded + INTER + b"code" + padded
    once = len(padded) + len(INTER)
    assert list(fonts_in(content)) == [(7, 7 + once), (11 + once, len(content))]


def test_what_only_begins_like_a_font_is_none() -> None:
    damaged = bytearray(INTER)
    damaged[len(damaged) // 2] ^= 1
    assert not list(fonts_in(bytes(damaged)))
    assert not list(fonts_in(b"\0\1\0\0" + bytes([0, 12]) + bytes(1000)))


def test_a_library_without_fonts_is_left_as_it_is(tmp_path: Path) -> None:
    library = tmp_path / "_typst.abi3.so"
    for content in (b"MZ" + INTER, b"\x7fELF\x02\x01" + bytes(500)):
        library.write_bytes(content)
        with pytest.raises(SetupError, match=library.name):
            leave_out_fonts(library)
        assert library.read_bytes() == content


@pytest.mark.slow
@pytest.mark.skipif(not (COMPILER.exists() and is_elf(COMPILER)), reason="the compiler as Linux has it")
def test_the_same_pages_are_set_without_the_fonts(tmp_path: Path) -> None:
    small = tmp_path / "typst" / COMPILER.name
    shutil.copytree(COMPILER.parent, small.parent, ignore=shutil.ignore_patterns("__pycache__"))
    leave_out_fonts(small)
    assert small.stat().st_size < COMPILER.stat().st_size - 19_000_000
    assert not list(fonts_in(small.read_bytes()))
    page, refused, is_alike, mapped = pages(tmp_path)
    assert (page, refused) == pages(COMPILER.parents[1])[:2]
    assert (refused, is_alike, mapped) == ("refused", "True", f"{{'{small}'}}")


def pages(folder: Path) -> tuple[str, ...]:
    command: list[str | Path] = [sys.executable, "-c", SETS_PAGES, dev.ROOT / "resources" / "fonts"]
    told = {"PYTHONPATH": str(folder)}
    done = subprocess.run(command, check=True, capture_output=True, text=True, env=told)
    return tuple(done.stdout.splitlines())
