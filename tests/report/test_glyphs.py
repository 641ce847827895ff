"""What the fonts cannot print is named, never dropped; everything else stays letter for letter."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from adtracker.language import CLOSED, OPENED
from adtracker.report.glyphs import SURE, Glyphs, Printable
from adtracker.report.letters.fonts import font_folder
from tests.report.samples import GLYPHS, TEXTS

FONTS = sorted(font_folder().glob("*.otf"))


def _is_plain(letter: str) -> bool:
    return letter.isascii() and letter.isprintable()


@pytest.mark.parametrize("font", FONTS, ids=lambda font: font.stem)
def test_every_bundled_font_has_what_is_taken_for_sure(font: Path) -> None:
    with TTFont(font, lazy=True) as opened:
        assert {ord(letter) for letter in SURE} <= opened.getBestCmap().keys()


@pytest.mark.parametrize(
    "text",
    [
        "Kožní deník, Ελληνικά, Кириллица, Tiếng Việt: ▼▲\u2212½±≤°",
        "עברית אבג",
        "العربية پچژگ",
        "हिन्दी खुजली",
        "ภาษาไทย คัน",
        "می\u200cخواهم",  # noqa: RUF001 -- no Latin letters
    ],
)
def test_letters_of_many_languages_and_signs_are_covered(text: str) -> None:
    assert all(GLYPHS.covers(letter) for letter in text)


def test_pictures_and_scripts_without_a_font_are_not_covered() -> None:
    assert not any(GLYPHS.covers(letter) for letter in "😀湿疹தமிழ்\u202e\x07\ud800")


def test_ordinary_text_opens_no_font(tmp_path: Path) -> None:
    assert Glyphs(tmp_path / "nowhere").covers("ü")
    with pytest.raises(FileNotFoundError):
        Glyphs(tmp_path / "nowhere").covers("Ж")


def test_a_missing_picture_is_called_by_its_name_and_listed_once() -> None:
    printable = Printable(GLYPHS.covers, TEXTS)
    assert printable("a😀b😀\U0001f44b\U0001f3fd") == "a[grinning face]b[grinning face][waving hand sign]"
    assert printable.missing == ("grinning face", "waving hand sign")


def test_missing_letters_are_counted_by_their_writing() -> None:
    printable = Printable(GLYPHS.covers, TEXTS)
    assert printable("skin 湿疹, 가 தமிழ்") == (
        "skin [2 Chinese characters without a font], [1 Korean character without a font]"
        " [5 Tamil characters without a font]"
    )
    assert printable("疹\n湿").count("[1 Chinese character without a font]") == 2
    assert printable.missing[0] == "2 Chinese characters without a font"


def test_what_has_no_name_is_said_too() -> None:
    assert Printable(GLYPHS.covers, TEXTS)("a\ud83d\x07") == "a[2 unknown characters]"
    assert Printable(GLYPHS.covers, TEXTS)("\U0010fffd") == "[1 unknown character]"


def test_what_only_one_computer_knows_is_said_though_a_font_draws_it() -> None:
    assert Printable(GLYPHS.covers, TEXTS)("a\ue037") == "a[1 unknown character]"


def test_a_mark_that_no_font_has_together_with_its_letter_is_said() -> None:
    printable = Printable(GLYPHS.covers, TEXTS)
    assert printable("e\u0301 \u05d0\u05b8 \u0915\u093f") == f"{OPENED}e\u0301 \u05d0\u05b8 \u0915\u093f{CLOSED}"
    assert printable("a\u05b8") == "a[1 Hebrew character without a font]"
    assert printable("\u05d0\u0325") == f"{OPENED}\u05d0[combining ring below]{CLOSED}"
    assert printable.missing == ("1 Hebrew character without a font", "combining ring below")


def test_marks_that_turn_round_what_follows_are_said_and_do_nothing() -> None:
    printed = Printable(lambda _: True, TEXTS)("a\u202eb\u2069")
    assert printed == "a[right-to-left override]b[pop directional isolate]"


def test_each_line_that_is_read_from_the_right_stands_by_itself() -> None:
    printed = Printable(GLYPHS.covers, TEXTS)("Cream\nכאב 250 mg\nmy עור")
    assert printed == f"Cream\n{OPENED}כאב 250 mg{CLOSED}\n{OPENED}my עור{CLOSED}"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\v", "\f"])
def test_every_kind_of_line_end_becomes_one(end: str) -> None:
    printable = Printable(_is_plain, TEXTS)
    assert printable(f"one{end}two") == "one\ntwo"
    assert printable.missing == ()


def test_tabs_become_spaces_and_marks_without_a_look_of_their_own_go() -> None:
    assert Printable(_is_plain, TEXTS)("a\tb!\ufe0f") == "a    b!"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_printed_is_covered_whatever_was_written(text: str) -> None:
    printed = Printable(GLYPHS.covers, TEXTS)(text)
    assert all(letter in f"\n{OPENED}{CLOSED}" or GLYPHS.covers(letter) for letter in printed)


@given(st.text(st.sampled_from(sorted(SURE))))
def test_text_that_is_covered_stays_letter_for_letter(text: str) -> None:
    printable = Printable(GLYPHS.covers, TEXTS)
    assert printable(text) == text
    assert printable.missing == ()
