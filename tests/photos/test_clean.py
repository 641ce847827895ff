"""A picture of any accepted kind comes out upright, modest in size, in the right colours, and tells nothing else."""

import io
import struct
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtGui import QColor, QColorSpace

from adtracker.domain.records.photo import LONGEST_SIDE
from adtracker.errors import PhotoError
from adtracker.photos.clean import clean, take_back
from adtracker.photos.decode import orientation
from adtracker.photos.picture_file import clean_bytes, clean_file
from adtracker.resources import Texts
from tests.photos.samples import BLUE, FORMATS, GREEN, RED, SECRET, WHITE, corners, decoded, encoded, exif, quarters

UPRIGHT = [RED, GREEN, BLUE, WHITE]
# How a camera that was held that way stores the upright picture.
AS_STORED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def segments(jpeg: bytes) -> list[tuple[int, bytes]]:
    """Code and content of every segment before the scan, and what stands after the end."""
    found, at = [], 2
    while jpeg[at + 1] != 0xDA:
        (length,) = struct.unpack_from(">H", jpeg, at + 2)
        found.append((jpeg[at + 1], jpeg[at + 4 : at + 2 + length]))
        at += 2 + length
    return found


def assert_bare(jpeg: bytes) -> None:
    """Nothing but the tables, the frame, and a JFIF header of the shortest kind; nothing after the end."""
    assert {code for code, _ in segments(jpeg)} <= {0xE0, 0xDB, 0xC0, 0xC4}
    assert [content for code, content in segments(jpeg) if code == 0xE0] == [b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"]
    assert jpeg.index(b"\xff\xd9") == len(jpeg) - 2


@pytest.mark.parametrize("file_format", FORMATS)
def test_every_format_is_taken_in(file_format: str) -> None:
    photo = clean(encoded(quarters(), file_format))
    assert (photo.width, photo.height) == (240, 160)
    for made, size in ((photo.jpeg, (240, 160)), (photo.thumbnail, (240, 160))):
        assert decoded(made).format == "JPEG"
        assert decoded(made).size == size
        assert corners(decoded(made)) == UPRIGHT
        assert_bare(made)


@pytest.mark.parametrize("turn", AS_STORED)
@pytest.mark.parametrize("file_format", ["jpeg", "png", "webp"])
def test_what_the_camera_held_sideways_stands_upright(file_format: str, turn: int) -> None:
    transpose = AS_STORED[turn]
    stored = quarters() if transpose is None else quarters().transpose(transpose)
    photo = clean(encoded(stored, file_format, exif=exif(turn)))
    assert (photo.width, photo.height) == (240, 160)
    assert corners(decoded(photo.jpeg)) == UPRIGHT


@pytest.mark.parametrize("turn", AS_STORED)
def test_a_heic_is_turned_once(turn: int) -> None:
    """The format has its own mark for it, which the library that reads it obeys."""
    transpose = AS_STORED[turn]
    stored = quarters() if transpose is None else quarters().transpose(transpose)
    assert corners(decoded(clean(encoded(stored, "heic", exif=exif(turn))).jpeg)) == UPRIGHT


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ((1600, 1600), (1600, 1600)),
        ((1601, 800), (1600, 800)),
        ((2000, 3000), (1067, 1600)),
        ((6000, 40), (1600, 11)),
        ((5000, 1), (1600, 1)),
        ((1, 1), (1, 1)),
    ],
)
@pytest.mark.parametrize("file_format", ["jpeg", "png"])
def test_a_large_picture_becomes_small_and_keeps_its_shape(
    file_format: str, size: tuple[int, int], shown: tuple[int, int]
) -> None:
    photo = clean(encoded(Image.new("RGB", size, RED), file_format))
    assert (photo.width, photo.height) == shown
    assert max(photo.width, photo.height) <= LONGEST_SIDE
    assert max(decoded(photo.thumbnail).size) <= 256


@pytest.mark.parametrize("file_format", FORMATS)
def test_everything_but_the_pixels_is_gone(file_format: str) -> None:
    data = encoded(quarters(), file_format, exif=exif(), xmp=f"<x>{SECRET}</x>".encode(), comment=SECRET)
    assert SECRET.encode() in data
    photo = clean(data + SECRET.encode() if file_format in ("jpeg", "png", "webp") else data)
    assert SECRET.encode() not in photo.jpeg + photo.thumbnail
    assert_bare(photo.jpeg)
    assert_bare(photo.thumbnail)


def test_iptc_comments_and_a_small_picture_inside_are_gone() -> None:
    jpeg = encoded(quarters(), "jpeg")
    small = encoded(quarters(60, 40), "jpeg")
    inside = [(0xED, b"Photoshop 3.0\0" + SECRET.encode()), (0xFE, SECRET.encode()), (0xE1, b"Exif\0\0" + small)]
    extra = b"".join(struct.pack(">BBH", 0xFF, code, len(content) + 2) + content for code, content in inside)
    photo = clean(jpeg[:2] + extra + jpeg[2:])
    assert_bare(photo.jpeg)
    assert corners(decoded(photo.jpeg)) == UPRIGHT


def test_the_same_bytes_give_the_same_photo() -> None:
    data = encoded(quarters(3000, 2000), "jpeg", exif=exif(6))
    assert clean(data) == clean(data)


def _numbers(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


@pytest.mark.parametrize("file_format", ["jpeg", "png", "webp"])
def test_colours_of_a_wider_space_are_shown_as_they_were_meant(file_format: str) -> None:
    phone, screen = QColorSpace(QColorSpace.NamedColorSpace.DisplayP3), QColorSpace(QColorSpace.NamedColorSpace.SRgb)
    stored = QColor(190, 110, 90)
    meant = phone.transformationToColorSpace(screen).map(stored)
    picture = Image.new("RGB", (64, 64), _numbers(stored))
    profile = phone.iccProfile().data()
    photo = clean(encoded(picture, file_format, quality=100, icc_profile=profile))
    found = decoded(photo.jpeg).getpixel((30, 30))
    assert isinstance(found, tuple)
    assert found == pytest.approx(_numbers(meant), abs=3)
    assert abs(meant.red() - stored.red()) > 5


def test_a_profile_that_makes_no_sense_is_left_out_of_account() -> None:
    data = encoded(quarters(), "png", icc_profile=b"no profile at all")
    assert corners(decoded(clean(data).jpeg)) == UPRIGHT


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_is_shown(mode: str) -> None:
    grey = Image.linear_gradient("L").resize((64, 64))
    if mode == "I;16":
        made = Image.new("I;16", (64, 64))
        made.putdata([257 * level for level in grey.tobytes()])
    else:
        made = grey.convert(mode)
    found = decoded(clean(encoded(made, "png")).jpeg).convert("L")
    levels = [found.getpixel((x, y)) for y in (4, 60) for x in (32,)]
    assert levels == [pytest.approx(16, abs=20), pytest.approx(240, abs=20)]


def test_a_cmyk_jpeg_is_shown_in_its_colours() -> None:
    assert corners(decoded(clean(encoded(quarters().convert("CMYK"), "jpeg")).jpeg)) == UPRIGHT


def test_what_is_transparent_becomes_white() -> None:
    made = quarters().convert("RGBA")
    made.putalpha(Image.new("L", made.size, 0))
    assert corners(decoded(clean(encoded(made, "png")).jpeg)) == [WHITE] * 4


def test_a_progressive_jpeg_is_taken_in() -> None:
    assert corners(decoded(clean(encoded(quarters(), "jpeg", progressive=True)).jpeg)) == UPRIGHT


def test_a_picture_in_a_picture_gives_the_first() -> None:
    """Phones append a second picture, for brightness or depth, to the one that a person sees."""
    out = io.BytesIO()
    quarters().save(out, "MPO", save_all=True, append_images=[Image.new("RGB", (240, 160), RED)])
    assert corners(decoded(clean(out.getvalue()).jpeg)) == UPRIGHT


@settings(max_examples=60)
@given(width=st.integers(1, 90), height=st.integers(1, 90), file_format=st.sampled_from(sorted(FORMATS)))
def test_any_size_keeps_its_size(width: int, height: int, file_format: str) -> None:
    photo = clean(encoded(Image.new("RGB", (width, height), BLUE), file_format))
    assert (photo.width, photo.height) == (width, height) == decoded(photo.jpeg).size


@pytest.mark.parametrize(
    "block",
    [b"", b"II*\0", b"II*\0\xff\xff\xff\xff", b"MM\0*\0\0\0\x08\xff\xff", b"hello", b"II*\0\x08\0\0\0\x01\0\x12\x01"],
)
def test_an_exif_block_that_says_nothing_means_upright(block: bytes) -> None:
    assert orientation(block) == 1


@given(st.binary(max_size=60))
def test_any_exif_block_gives_one_of_eight(block: bytes) -> None:
    assert orientation(b"MM\0*\0\0\0\x08" + block) in range(1, 9)


def test_a_file_is_told_by_its_content_not_by_its_name(tmp_path: Path) -> None:
    file = tmp_path / "photo.gif"
    file.write_bytes(encoded(quarters(), "heic"))
    assert corners(decoded(clean_file(file).jpeg)) == UPRIGHT


@pytest.mark.parametrize("name", ["nothing.jpg", "folder", "zero\0.jpg"])
def test_what_cannot_be_read_says_why(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(PhotoError) as caught:
        clean_file(tmp_path / name)
    assert "Nothing was added" in Texts().error(caught.value)


def test_too_large_a_file_is_not_even_read(tmp_path: Path) -> None:
    file = tmp_path / "large.jpg"
    with file.open("wb") as out:
        out.truncate(100 * 1024 * 1024)
    with pytest.raises(PhotoError) as caught:
        clean_file(file)
    assert caught.value.key == "photo.too_large"
    with pytest.raises(PhotoError) as caught:
        clean_bytes(bytes(50_000_000))
    assert caught.value.key == "photo.too_large"


@pytest.mark.slow
def test_a_photo_of_ours_is_taken_back_as_it_is() -> None:
    photo = clean(encoded(quarters(3000, 2000), "heic"))
    again = take_back(photo.jpeg)
    assert replace(again, thumbnail=photo.thumbnail) == photo
    assert corners(decoded(again.thumbnail)) == UPRIGHT


@pytest.mark.parametrize("how", ["with more before", "with more after", "of another quality", "too large", "png"])
def test_anything_else_is_not_taken_back_but_cleaned(how: str) -> None:
    ours = clean(encoded(quarters(), "jpeg")).jpeg
    comment = struct.pack(">BBH", 0xFF, 0xFE, len(SECRET) + 2) + SECRET.encode()
    data = {
        "with more before": ours[:2] + comment + ours[2:],
        "with more after": ours + SECRET.encode(),
        "of another quality": encoded(quarters(), "jpeg", quality=95),
        "too large": encoded(quarters(1700, 20), "jpeg", quality=85, subsampling=0),
        "png": encoded(quarters(), "png"),
    }[how]
    photo = take_back(data)
    assert photo == clean(data)
    assert photo.jpeg != data
    assert_bare(photo.jpeg)


def test_a_photo_of_ours_that_was_cut_is_refused() -> None:
    jpeg = clean(encoded(quarters(), "jpeg")).jpeg
    with pytest.raises(PhotoError):
        take_back(jpeg[: len(jpeg) // 2])


VALID = {name: encoded(quarters(48, 32), name, exif=exif(6)) for name in FORMATS}


@settings(max_examples=400)
@given(file_format=st.sampled_from(sorted(VALID)), data=st.data())
def test_no_damage_makes_it_stumble(file_format: str, data: st.DataObject) -> None:
    content = bytearray(VALID[file_format])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 8))] = data.draw(st.binary(max_size=8))
    with suppress(PhotoError):
        assert_bare(clean(bytes(content)).jpeg)


def test_damaged_pixels_of_a_png_are_seen() -> None:
    good = encoded(quarters(), "png")
    at = good.index(b"IDAT") + 8
    with pytest.raises(PhotoError):
        clean(good[:at] + bytes([good[at] ^ 0xFF]) + good[at + 1 :])
