"""Which characters a font has is kept small, and is what the font says."""

from __future__ import annotations

from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from adtracker.report.letters.fonts import Characters, characters, files_in, font_folder

CODES = st.integers(0, 0x10FFFF)


def test_runs_and_single_characters_by_hand() -> None:
    has = Characters([65, 66, 67, 70])
    assert [code for code in range(60, 80) if code in has] == [65, 66, 67, 70]
    assert 65 not in Characters()
    assert "A" not in has


@given(st.sets(CODES, max_size=50), CODES)
def test_each_is_in_it_and_no_other(codes: set[int], other: int) -> None:
    has = Characters(codes)
    assert all(code in has for code in codes)
    assert (other in has) is (other in codes)


def test_a_font_has_what_it_says() -> None:
    file = files_in(font_folder())[0]
    with TTFont(file, lazy=True) as font:
        said = set(font.getBestCmap())
    assert {code for code in range(0x3000) if code in characters(file)} == {code for code in said if code < 0x3000}
