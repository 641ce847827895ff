"""What the fonts cannot print is named, never dropped; everything else stays letter for letter."""

import sys
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from adtracker.report.glyphs import SURE, Glyphs, Printable, code_point, font_folder
from tests.report.samples import GLYPHS

FONTS = sorted(font_folder().glob("*.otf"))


def _is_plain(letter: str) -> bool:
    return letter.isascii() and letter.isprintable()


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_every_bundled_font_has_what_is_taken_for_sure(font: Path) -> None:
    with TTFont(font, lazy=True) as opened:
        assert {ord(letter) for letter in SURE} <= opened.getBestCmap().keys()


def test_letters_of_many_languages_and_signs_are_covered() -> None:
    assert all(GLYPHS.covers(letter) for letter in "Kožní deník, Ελληνικά, Кириллица, Tiếng Việt: ▼▲\u2212½±≤°")


def test_pictures_and_scripts_without_a_font_are_not_covered() -> None:
    assert not any(GLYPHS.covers(letter) for letter in "😀湿疹אבجد\u202e\x07\ud800")


def test_ordinary_text_opens_no_font(tmp_path: Path) -> None:
    assert Glyphs(tmp_path / "nowhere").covers("ü")
    with pytest.raises(FileNotFoundError):
        Glyphs(tmp_path / "nowhere").covers("Ж")


def test_a_missing_character_shows_its_number_and_is_listed_once() -> None:
    printable = Printable(_is_plain)
    assert printable("a😀b😀") == "a[U+1F600]b[U+1F600]"
    assert printable("é\x07") == "[U+00E9][U+0007]"
    assert printable.missing == ("😀", "é", "\x07")


def test_half_a_character_shows_its_number_too() -> None:
    assert Printable(GLYPHS.covers)("a\ud83d") == "a[U+D83D]"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\v", "\f"])
def test_every_kind_of_line_end_becomes_one(end: str) -> None:
    printable = Printable(_is_plain)
    assert printable(f"one{end}two") == "one\ntwo"
    assert printable.missing == ()


def test_tabs_become_spaces_and_marks_without_a_look_of_their_own_go() -> None:
    assert Printable(_is_plain)("a\tb!\ufe0f") == "a    b!"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_printed_is_covered_whatever_was_written(text: str) -> None:
    printed = Printable(GLYPHS.covers)(text)
    assert all(letter == "\n" or GLYPHS.covers(letter) for letter in printed)


@given(st.text(st.sampled_from(sorted(SURE))))
def test_text_that_is_covered_stays_letter_for_letter(text: str) -> None:
    printable = Printable(GLYPHS.covers)
    assert printable(text) == text
    assert printable.missing == ()


@given(st.integers(0, sys.maxunicode).map(chr))
def test_a_number_names_exactly_one_character(letter: str) -> None:
    name = code_point(letter)
    assert chr(int(name.removeprefix("U+"), 16)) == letter
