"""Makes the data of ICU that Qt brings as small as what Qt asks for: 3 MB of 32.

Qt asks ICU for the order of letters and for capital ones; names of languages, money and zones it has itself. What is
left out are texts of other languages, ancient encodings and dictionaries for breaking lines. The library is nothing but
one table of named files, so it is written anew with fewer of them, by the assembler and the linker of binutils.
"""

import fnmatch
import struct
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from messages import SetupError

# Names without the folder that all of them stand in; root and English are what every other language falls back to.
_KEPT = (
    *("root.res", "en.res", "en_US.res", "pool.res", "res_index.res", "coll/root.res", "coll/res_index.res"),
    *(
        "coll/ucadata.icu",
        "cnvalias.icu",
        "ulayout.icu",
        "*.nrm",
        "*.spp",
        "confusables.cfu",
        "icuver.res",
        "icustd.res",
    ),
    *("currencyNumericCodes.res", "dayPeriods.res", "genderList.res", "keyTypeData.res", "langInfo.res"),
    *("likelySubtags.res", "metaZones.res", "metadata.res", "numberingSystems.res", "pluralRanges.res", "plurals.res"),
    *("supplementalData.res", "timezoneTypes.res", "windowsZones.res", "zoneinfo64.res"),
)
_KIND = b"CmnD"
_KIND_AT = 12  # of the header
_ALIGNED = 16


def shrink(library: Path) -> None:
    """Write `libicudata.so.N` anew with the files that are kept. Raises SetupError if it is not as expected."""
    content = library.read_bytes()
    start = content.find(_KIND) - _KIND_AT
    if start < 0:
        raise SetupError(f"{library.name} holds no table of ICU.")
    (header_size,) = struct.unpack_from("<H", content, start)
    files = {name: data for name, data in read_table(content[start + header_size :]) if is_kept(name)}
    symbol = f"icudt{library.name.rsplit('.', 1)[1]}_dat"
    data, made = library.with_name("icudata.bin"), library.with_name("icudata.o")
    data.write_bytes(content[start : start + header_size] + table(files))
    try:
        _run(["as", "-o", made, "-"], _source(symbol, data))
        _run(["ld", "-shared", "--build-id=none", "-z", "noexecstack", "-soname", library.name, "-o", library, made])
    finally:
        data.unlink()
        made.unlink(missing_ok=True)


def is_kept(name: str) -> bool:
    """Whether a file of ICU's stays; `name` begins with the folder that all of them stand in."""
    return any(fnmatch.fnmatchcase(name.partition("/")[2], pattern) for pattern in _KEPT)


def read_table(content: bytes) -> Iterator[tuple[str, bytes]]:
    """The files of a table with their names; the last one ends where the content does."""
    (count,) = struct.unpack_from("<I", content)
    entries = list(struct.iter_unpack("<II", content[4 : 4 + 8 * count]))
    ends = [*(begin for _, begin in entries[1:]), len(content)]
    for (name_at, begin), end in zip(entries, ends, strict=True):
        yield content[name_at : content.index(b"\0", name_at)].decode("ascii"), content[begin:end]


def table(files: dict[str, bytes]) -> bytes:
    """The same the other way about: how many, where each name and each file begins, the names, the files."""
    names_at = 4 + 8 * len(files)
    names, data = b"", b""
    begin = -(-(names_at + sum(len(name) + 1 for name in files)) // _ALIGNED) * _ALIGNED
    entries = b""
    for name, content in sorted(files.items()):
        entries += struct.pack("<II", names_at + len(names), begin + len(data))
        names += name.encode("ascii") + b"\0"
        data += content + bytes(-len(content) % _ALIGNED)
    head = struct.pack("<I", len(files)) + entries + names
    return head + bytes(begin - len(head)) + data


def _source(symbol: str, data: Path) -> str:
    return (
        f".section .rodata\n.balign {_ALIGNED}\n.globl {symbol}\n.type {symbol}, @object\n"
        f'{symbol}:\n.incbin "{data}"\n.size {symbol}, .-{symbol}\n'
        '.section .note.GNU-stack,"",@progbits\n'
    )


def _run(command: Sequence[str | Path], source: str = "") -> None:
    done = subprocess.run(command, check=False, input=source, capture_output=True, text=True)
    if done.returncode:
        raise SetupError(f"{command[0]} (package binutils) could not write ICU's data: {done.stderr.strip()}")
