"""Files that mean harm, each a few lines: what is no picture, what breaks off, what is larger than it says."""

import io
import struct
import zlib

from PIL import Image

from adtracker.photos import png
from tests.photos.samples import encoded, quarters


def segment(code: int, content: bytes) -> bytes:
    """A segment of a JPEG."""
    return struct.pack(">BBH", 0xFF, code, len(content) + 2) + content


def chunk(kind: bytes, content: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def box(kind: bytes, content: bytes = b"") -> bytes:
    """A box of a HEIC."""
    return struct.pack(">I", 8 + len(content)) + kind + content


def png_of(width: int, height: int, *chunks: bytes, bits: int = 8, colour: int = 2, pixels: bytes = b"") -> bytes:
    """A PNG that says it has this size, whatever its pixels are."""
    header = struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0)
    return png.MAGIC + b"".join(
        [chunk(b"IHDR", header), *chunks, chunk(b"IDAT", zlib.compress(pixels, 1)), chunk(b"IEND", b"")]
    )


def jpeg_with(*segments: bytes) -> bytes:
    """A good JPEG with further segments at its beginning."""
    good = encoded(quarters(), "jpeg")
    return good[:2] + b"".join(segments) + good[2:]


def jpeg_of(width: int, height: int, **options: object) -> bytes:
    """A JPEG that says it has this size."""
    good = encoded(quarters(), "jpeg", **options)
    return good.replace(struct.pack(">HH", 160, 240), struct.pack(">HH", height, width))


def many_scans(count: int) -> bytes:
    """A progressive JPEG whose last scan comes again and again."""
    good = encoded(quarters(), "jpeg", progressive=True)
    last = good.rindex(b"\xff\xda")
    return good[:-2] + good[last:-2] * count + good[-2:]


def webp_of(width: int, height: int) -> bytes:
    """A WebP that says it has this size."""
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    good = encoded(quarters(), "webp")
    content = b"WEBP" + b"VP8X" + struct.pack("<I", 10) + bytes(4) + size + good[12:]
    return b"RIFF" + struct.pack("<I", len(content)) + content


def exif_that_unfolds() -> bytes:
    """64 kB of EXIF data in which 5000 tags each claim all of it as their value."""
    entries = b"".join(struct.pack("<HHII", 0x9000 + index, 7, 60_000, 8) for index in range(5000))
    return b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<H", 5000) + entries + bytes(4)


def lying_heic() -> bytes:
    """A HEIC of 9 million pixels that says it has 64 by 64."""
    good = encoded(Image.new("RGB", (3000, 3000)), "heic", quality=10)
    at = good.index(b"ispe") + 8
    return good[:at] + struct.pack(">II", 64, 64) + good[at + 8 :]


def moving(file_format: str) -> bytes:
    """Two pictures that follow each other."""
    out = io.BytesIO()
    quarters().save(out, file_format, save_all=True, append_images=[Image.new("RGB", (240, 160))], duration=100)
    return out.getvalue()


def half(data: bytes) -> bytes:
    """The first half of a file."""
    return data[: len(data) // 2]


def huge_png() -> bytes:
    """A PNG of 400 million pixels in 200 kB."""
    return png_of(20_000, 20_000, bits=1, colour=0, pixels=bytes(2501 * 20_000))


Files = dict[str, tuple[bytes, str]]


def refused() -> Files:
    """Files by what is wrong with them, each with the last part of the key of its sentence."""
    good = {name: encoded(quarters(), name) for name in ("jpeg", "png", "webp", "heic")}
    return _no_pictures() | _broken_off(good) | _moving() | _lying() | _too_large(good)


def harmless() -> dict[str, bytes]:
    """Good pictures that carry what would unfold to hundreds of megabytes."""
    text = chunk(b"iTXt", b"Comment\0\1\0\0\0" + zlib.compress("\N{PILE OF POO}".encode() + b"x" * 1_000_000))
    one_row = b"\0" + bytes(3)
    return {
        "jpeg with half its scan": half(encoded(quarters(), "jpeg")) + b"\xff\xd9",
        "jpeg of 100 million": jpeg_of(10_000, 10_000),
        "jpeg with exif that unfolds": jpeg_with(segment(0xE1, exif_that_unfolds())),
        "jpeg with exif in 200 parts": jpeg_with(segment(0xE1, b"Exif\0\0" + bytes(65_000)) * 200),
        "png with texts that unfold": png_of(1, 1, *[text] * 200, pixels=one_row),
        "png with more pixels than it says": png_of(1, 1, pixels=one_row + bytes(200_000_000)),
        "heic with a long text": encoded(quarters(), "heic", xmp=b"<x>" + b"x" * 15_000_000 + b"</x>"),
    }


def _no_pictures() -> Files:
    """What is something else, whatever its name says."""
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    return {
        "nothing": (b"", "not_a_picture"),
        "a letter": (b"x", "not_a_picture"),
        "svg": (svg, "not_a_picture"),
        "html": (b"<!doctype html><img src=x onerror=alert(1)>", "not_a_picture"),
        "pdf": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Type/Catalog>>endobj", "not_a_picture"),
        "script": (b"#!/bin/sh\nrm -rf ~\n", "not_a_picture"),
        "gif": (moving("GIF"), "not_a_picture"),
        "tiff": (b"II*\0" + bytes(1000), "not_a_picture"),
        "avif": (box(b"ftyp", b"avif\0\0\0\0avifmif1") + bytes(1000), "not_a_picture"),
        "film": (box(b"ftyp", b"isom\0\0\0\0isommp41") + bytes(1000), "not_a_picture"),
        "noise": (zlib.compress(bytes(range(256)) * 100), "not_a_picture"),
    }


def _broken_off(good: dict[str, bytes]) -> Files:
    """Pictures without their end, or without what makes them one."""
    return {
        "jpeg's first bytes": (good["jpeg"][:4], "incomplete"),
        "png's first bytes": (good["png"][:9], "incomplete"),
        "webp's first bytes": (good["webp"][:13], "incomplete"),
        "heic's first bytes": (good["heic"][:20], "incomplete"),
        "half a jpeg": (half(good["jpeg"]), "incomplete"),
        "half a png": (half(good["png"]), "incomplete"),
        "half a webp": (half(good["webp"]), "incomplete"),
        "half a heic": (half(good["heic"]), "incomplete"),
        "jpeg without its end": (good["jpeg"][:-2], "incomplete"),
        "jpeg without a scan": (b"\xff\xd8" + segment(0xC4, bytes(17)) + b"\xff\xd9", "unreadable"),
    }


def _moving() -> Files:
    """Pictures that are several."""
    return {
        "moving png": (moving("PNG"), "moving"),
        "moving webp": (moving("WEBP"), "moving"),
        "moving heic": (box(b"ftyp", b"hevc\0\0\0\0heicmsf1") + bytes(100), "moving"),
    }


def _lying() -> Files:
    """Pictures whose size is none, too much, or not what they say."""
    return {
        "empty png": (png_of(0, 0), "unreadable"),
        "png without height": (png_of(100, 0), "unreadable"),
        "empty jpeg": (jpeg_of(0, 0), "unreadable"),
        "png of 400 million": (huge_png(), "too_many_pixels"),
        "png of 18 billion billion": (png_of(2**32 - 1, 2**32 - 1), "too_many_pixels"),
        "jpeg of 4 billion": (jpeg_of(65_535, 65_535), "too_many_pixels"),
        "progressive jpeg of 36 million": (jpeg_of(6000, 6000, progressive=True), "too_many_pixels"),
        "webp of 268 million": (webp_of(16_383, 16_383), "too_many_pixels"),
        "webp of 281 billion": (webp_of(2**24, 2**24), "too_many_pixels"),
        "png that says too much": (png_of(5000, 5000, pixels=b"\0"), "unreadable"),
        "webp that says too much": (webp_of(4000, 4000), "unreadable"),
        "heic that says too little": (lying_heic(), "unreadable"),
    }


def _too_large(good: dict[str, bytes]) -> Files:
    """Pictures that would take too much room or time to look through."""
    return {
        "heic of 40 MB": (good["heic"] + box(b"free", bytes(40_000_000)), "too_large"),
        "png with a profile that unfolds": (_with_profile(bytes(100_000_000)), "unreadable"),
        "jpeg in 100 000 segments": (jpeg_with(segment(0xE1, b"") * 100_000), "unreadable"),
        "jpeg in a million scans": (many_scans(100_000), "unreadable"),
        "png in a million chunks": (png_of(9, 9, chunk(b"tEXt", b"") * 1_000_000), "unreadable"),
        "webp in 100 000 chunks": (_riff(good["webp"][12:] + (b"XXXX" + bytes(4)) * 100_000), "unreadable"),
        "heic in a million boxes": (good["heic"] + box(b"free") * 1_000_000, "unreadable"),
        "heic of nested boxes": (_nested(good["heic"], 100_000), "unreadable"),
    }


def _with_profile(profile: bytes) -> bytes:
    return png_of(1, 1, chunk(b"iCCP", b"x\0\0" + zlib.compress(profile, 1)), pixels=b"\0" + bytes(3))


def _riff(content: bytes) -> bytes:
    return b"RIFF" + struct.pack("<I", len(content) + 4) + b"WEBP" + content


def _nested(good: bytes, depth: int) -> bytes:
    """The HEIC's own boxes within boxes within boxes."""
    brand = good[: int.from_bytes(good[:4], "big")]
    lengths = range(12 * depth, 0, -12)
    return brand + b"".join(struct.pack(">I4sI", length, b"meta", 0) for length in lengths)
