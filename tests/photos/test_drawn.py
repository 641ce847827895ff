"""Photos for demonstrations: drawn, the same every time, and redder where they are told to be."""

from PIL import ImageStat

from adtracker.photos.clean import clean
from adtracker.photos.drawn import SIZE, drawn_skin
from tests.photos.samples import decoded


def _red(redness: float) -> float:
    """How much redder than green the picture is, on the average."""
    red, green, _ = ImageStat.Stat(decoded(drawn_skin(redness).jpeg)).mean
    return red - green


def test_the_same_place_less_and_less_red() -> None:
    assert _red(0.9) > _red(0.5) > _red(0.0) > 0, "skin is never green"


def test_it_is_a_photo_like_any_other() -> None:
    photo = drawn_skin(0.4)
    assert photo == drawn_skin(0.4)
    assert (photo.width, photo.height) == SIZE
    assert clean(photo.jpeg).width == photo.width
