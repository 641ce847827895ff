"""The data of ICU, written anew with less in it, still does for Qt what Qt asks of it."""

import os
import shutil
import struct
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

import icu
from messages import SetupError

ALL_OF_ICU = sorted((Path(PySide6.__path__[0]) / "Qt" / "lib").glob("libicudata.so.*"))
FILES = {"icudt1l/brkitr/cjdict.dict": b"words" * 5, "icudt1l/coll/root.res": b"order", "icudt1l/root.res": b"r" * 16}
# Letters in their order and capital ones, and where the data of it all came from.
ASK_QT = """
from PySide6.QtCore import QCollator, QLocale
collator, turkish = QCollator(QLocale("de_DE")), QLocale("tr_TR")
print(sorted(["Zink", "äußerlich", "Arm", "Éclat", "abends"], key=collator.sortKey), turkish.toUpper("ilaç"))
maps = open("/proc/self/maps", encoding="utf-8").read()
print({line.split()[-1] for line in maps.splitlines() if "libicudata" in line})
"""


def test_a_table_reads_as_it_was_written() -> None:
    read = dict(icu.read_table(icu.table(FILES)))
    assert list(read) == sorted(FILES)
    assert {name: read[name].rstrip(b"\0") for name in read} == FILES


def test_every_file_of_a_table_begins_where_a_machine_likes_to_read() -> None:
    content = icu.table(FILES)
    begins = [struct.unpack_from("<II", content, 4 + 8 * place)[1] for place in range(len(FILES))]
    assert [begin % 16 for begin in begins] == [0, 0, 0]


def test_keeps_what_sorting_needs_and_no_dictionary() -> None:
    assert [name for name in FILES if icu.is_kept(name)] == ["icudt1l/coll/root.res", "icudt1l/root.res"]


def test_does_not_touch_what_is_no_data_of_icu(tmp_path: Path) -> None:
    other = tmp_path / "libicudata.so.1"
    other.write_bytes(b"\x7fELF and nothing else")
    with pytest.raises(SetupError, match="no table"):
        icu.shrink(other)
    assert other.read_bytes() == b"\x7fELF and nothing else"


@pytest.mark.slow
@pytest.mark.skipif(not ALL_OF_ICU or shutil.which("ld") is None, reason="Qt of Linux, and binutils")
def test_qt_sorts_and_makes_capitals_as_with_all_of_it(tmp_path: Path) -> None:
    small = tmp_path / ALL_OF_ICU[0].name
    shutil.copyfile(ALL_OF_ICU[0], small)
    icu.shrink(small)
    assert small.stat().st_size * 10 < ALL_OF_ICU[0].stat().st_size
    assert sorted(tmp_path.glob("*icudata*")) == [small]
    said, mapped = ask_qt({})
    assert ask_qt({"LD_PRELOAD": str(small)}) == (said, f"{{'{small}'}}")
    assert "İLAÇ" in said
    assert mapped != f"{{'{small}'}}"


def ask_qt(more: dict[str, str]) -> tuple[str, str]:
    command = [sys.executable, "-c", ASK_QT]
    told = {**os.environ, "LC_ALL": "C.UTF-8", **more}
    said, mapped = subprocess.run(command, check=True, capture_output=True, text=True, env=told).stdout.splitlines()
    return said, mapped
