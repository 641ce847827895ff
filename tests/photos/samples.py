"""Pictures to test with, made here: four coloured quarters that tell which way is up, in every format."""

import io

import pillow_heif
from PIL import Image

pillow_heif.register_heif_opener()

RED, GREEN, BLUE, WHITE = (200, 30, 30), (30, 160, 30), (30, 30, 200), (255, 255, 255)
FORMATS = {"jpeg": "JPEG", "png": "PNG", "webp": "WEBP", "heic": "HEIF"}
SECRET = "a place that nobody shall know"


def quarters(width: int = 240, height: int = 160) -> Image.Image:
    """Red at the upper left, green at the upper right, blue and white below."""
    made = Image.new("RGB", (width, height), WHITE)
    made.paste(RED, (0, 0, width // 2, height // 2))
    made.paste(GREEN, (width // 2, 0, width, height // 2))
    made.paste(BLUE, (0, height // 2, width // 2, height))
    return made


def corners(picture: Image.Image) -> list[tuple[int, int, int]]:
    """The colours of the four quarters, each as the nearest of those above."""
    width, height = picture.size
    places = [(width // 4 + x * width // 2, height // 4 + y * height // 2) for y in (0, 1) for x in (0, 1)]
    return [_nearest(picture.convert("RGB").getpixel(place)) for place in places]


def _nearest(colour: object) -> tuple[int, int, int]:
    assert isinstance(colour, tuple)
    return min((RED, GREEN, BLUE, WHITE), key=lambda own: sum(abs(a - b) for a, b in zip(own, colour, strict=True)))


def exif(orientation: int = 1) -> bytes:
    """EXIF data as a phone writes it: which way it was held, what it is, and where it was."""
    made = Image.Exif()
    made[0x0112] = orientation
    made[0x010F] = SECRET  # maker
    made.get_ifd(0x8825).update({1: "N", 2: (52.0, 31.0, 12.0), 3: "E", 4: (13.0, 24.0, 18.0), 29: SECRET})
    return made.tobytes()


def encoded(picture: Image.Image, file_format: str, **options: object) -> bytes:
    """A picture as the bytes of a file; `file_format` is a key of `FORMATS`."""
    out = io.BytesIO()
    picture.save(out, FORMATS[file_format], **options)
    return out.getvalue()


def decoded(data: bytes) -> Image.Image:
    """The picture in a file's bytes."""
    return Image.open(io.BytesIO(data))
