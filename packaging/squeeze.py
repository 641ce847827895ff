"""Presses what people fetch as small as xz can, and the same every time: machine code is turned first, which helps."""

import lzma
from pathlib import Path

# Debian's `ar`: a line for the whole, then of each file 60 bytes that say its name, time, owners, rights and size.
_START = b"!<arch>\n"
_HEAD = 60
_NAME, _SIZE = slice(0, 16), slice(48, 58)

# All that is packed is of one machine, most of it code; nothing looks back further than 64 MB.
FILTERS = [
    {"id": lzma.FILTER_X86},
    {"id": lzma.FILTER_LZMA2, "preset": 9 | lzma.PRESET_EXTREME, "dict_size": 1 << 26},
]


def squeeze(package: Path) -> None:
    """Press what is in a Debian package that `dpkg-deb -Znone` made; dpkg-deb itself cannot turn machine code.

    Whatever reads such a package asks the library of xz, which knows what was done from the file itself.
    """
    content = package.read_bytes()
    made, at = [_START], len(_START)
    while at < len(content):
        head = content[at : at + _HEAD]
        name, size = head[_NAME].decode("ascii").rstrip(), int(head[_SIZE])
        data = content[at + _HEAD : at + _HEAD + size]
        at += _HEAD + size + size % 2
        if name.endswith(".tar"):
            name, data = f"{name}.xz", lzma.compress(data, check=lzma.CHECK_CRC64, filters=FILTERS)
        told = name.ljust(16).encode("ascii") + head[_NAME.stop : _SIZE.start]
        made += [told, str(len(data)).ljust(10).encode("ascii"), head[_SIZE.stop :], data, b"\n" * (len(data) % 2)]
    package.write_bytes(b"".join(made))
