"""Every script is printed: its letters can be read back from the PDF, in its own font and its own direction."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTCollection, TTFont

from adtracker.domain.records.profile import Profile
from adtracker.domain.records.question import Question
from adtracker.report.build import build_report
from adtracker.report.glyphs import Glyphs
from adtracker.report.letters.fonts import computer_fonts
from adtracker.report.render import render_pdf
from adtracker.report.sheets.recovery_sheet import Sheet, sheet_pdf
from tests.press import press
from tests.report.samples import BODY, DEMO, PAGE_ONE, TEXTS, demo_request, printed, read_pdf, report_of, with_words

SCRIPTS = {
    "NotoSansHebrew": "העור מגרד מאוד",
    "NotoSansArabic": "الجلد يحك كثيرا",
    "NotoSansDevanagari": "त्वचा में बहुत खुजली",
    "NotoSansThai": "ผิวหนังคันมาก",
}
_MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
needs_poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")


def _fonts(document: bytes) -> set[str]:
    """The fonts that a PDF draws with, each embedded."""
    resources: list[Any] = [page["/Resources"] for page in read_pdf(document).pages]
    fonts = [font.get_object() for one in resources for font in one["/Font"].values()]
    for font in fonts:
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & descriptor.keys()
    return {font["/BaseFont"].partition("+")[2].partition("-")[0] for font in fonts}


def _read_back(document: bytes, folder: Path) -> str:
    """The text as other programs read it: poppler knows both directions."""
    file = folder / "page.pdf"
    file.write_bytes(document)
    done = subprocess.run(["pdftotext", file, "-"], capture_output=True, check=True)
    return _MARKS.sub("", done.stdout.decode())


def _places(document: bytes, folder: Path) -> dict[str, float]:
    """Where the words of page one end at the right, in points; of a word that stands there often the last."""
    file = folder / "page.pdf"
    file.write_bytes(document)
    done = subprocess.run(["pdftotext", "-bbox", "-l", "1", file, "-"], capture_output=True, check=True)
    found = re.findall(r'xMax="([0-9.]+)" yMax="[0-9.]+">([^<]+)</word>', done.stdout.decode())
    return {_as_spoken(_MARKS.sub("", word)): float(place) for place, word in found}


def _as_spoken(word: str) -> str:
    """A word letter by letter as it is spoken; Hebrew ones are found as they lie on the page."""
    return word[::-1] if "\u0590" <= word[0] <= "\u05ff" else word


def _asking(words: str) -> bytes:
    """A report with a question."""
    return printed(report_of(replace(demo_request(PAGE_ONE), profile=Profile(questions=words))))


@needs_poppler
@pytest.mark.parametrize(("font", "words"), SCRIPTS.items())
def test_what_was_written_is_read_back_from_a_report_in_its_own_font(font: str, words: str, tmp_path: Path) -> None:
    report = report_of(with_words(words))
    document = printed(report)
    assert report.missing_characters == ()
    assert _fonts(document) == {"Inter", font}
    read = " ".join(_read_back(document, tmp_path).split())
    # name, treatment, questions, note, and the name again at the foot of each page
    assert read.count(words) == 4 + len(read_pdf(document).pages)


def test_no_mixture_of_letters_and_marks_keeps_a_report_from_being_printed() -> None:
    marks = ("\u2025\u05bc\u05a4", "[\u08db!\u08f6", "\u1cea\u0325\u0302", "\u2041\u0596", "\u0e49")
    odd = ("\ue037", "\ufeff\u1112", *marks)
    asked = replace(demo_request(PAGE_ONE), profile=Profile(questions="\n".join((*odd, f"אב{''.join(odd)}ج"))))
    assert printed(report_of(asked)).startswith(b"%PDF")


@needs_poppler
@pytest.mark.parametrize(("font", "words"), SCRIPTS.items())
def test_a_name_stands_on_the_recovery_sheet_in_any_script(font: str, words: str, tmp_path: Path) -> None:
    document = sheet_pdf(Sheet(bytes(32), date(2026, 11, 28), words), TEXTS, press)
    assert _fonts(document) == {"Inter", font}
    assert words in _read_back(document, tmp_path)


@needs_poppler
@pytest.mark.parametrize(
    ("words", "order"),
    [("אבג דהו 3-5 זחט", (3, 2, 1, 0)), ("त्वचा में 3-5 खुजली", (0, 1, 2, 3))],
    ids=["Hebrew", "Devanagari"],
)
def test_words_follow_each_other_as_their_script_does(words: str, order: tuple[int, ...], tmp_path: Path) -> None:
    places = _places(_asking(words), tmp_path)
    told = words.split()
    assert sorted(told, key=places.__getitem__) == [told[index] for index in order]


@needs_poppler
def test_a_question_begins_at_the_side_of_its_first_letter(tmp_path: Path) -> None:
    assert _places(_asking("אבג 250"), tmp_path)["אבג"] > 500
    assert _places(_asking("my אבג 250"), tmp_path)["אבג"] < 500


@needs_poppler
def test_what_stands_beside_a_name_from_the_right_keeps_its_own_place(tmp_path: Path) -> None:
    asked = replace(demo_request(), profile=Profile("العربية", 1988))
    read = _read_back(printed(report_of(asked)), tmp_path)
    assert "العربية, born 1988" in " ".join(read.split())


@needs_poppler
def test_a_measure_named_from_the_right_keeps_its_scale_behind_it(tmp_path: Path) -> None:
    pain = Question("pain", "العربية")
    days = [replace(entry, answers=(("pain", 4.0),)) for entry in DEMO.entries]
    read = _read_back(printed(report_of(replace(demo_request(), entries=days, questions=[pain]))), tmp_path)
    assert re.search("العربية ?0 to 10, lower is better", read)


def _font_with(letters: str, file: Path) -> None:
    """A font that has these letters, each a square."""
    names = [".notdef", *(f"uni{ord(letter):04X}" for letter in letters)]
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(letter): f"uni{ord(letter):04X}" for letter in letters})
    pen = T2CharStringPen(1000, None)
    for to, spot in (
        (pen.moveTo, (100, 0)),
        (pen.lineTo, (900, 0)),
        (pen.lineTo, (900, 800)),
        (pen.lineTo, (100, 800)),
    ):
        to(spot)
    pen.closePath()
    square = pen.getCharString()
    builder.setupCFF("OfThisComputer", {"FullName": "Of This Computer"}, dict.fromkeys(names, square), {})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 100)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Of This Computer", "styleName": "Regular", "psName": "OfThisComputer"})
    builder.setupOS2(sTypoAscender=800, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.suffix == ".ttc":
        collection = TTCollection()
        collection.fonts = [builder.font]
        collection.save(file)
    else:
        builder.save(file)


@pytest.fixture
def own_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder in which a person's own fonts lie."""
    monkeypatch.setenv("HOME", str(tmp_path))
    computer_fonts.cache_clear()
    yield tmp_path / ".local" / "share" / "fonts"
    computer_fonts.cache_clear()


@pytest.mark.parametrize("name", ["NotoSansCJK-Regular.otf", "NotoSansCJK-Regular.ttc"])
def test_chinese_is_printed_with_a_font_of_the_computer(own_fonts: Path, name: str) -> None:
    _font_with("湿疹", own_fonts / "more" / name)
    report = build_report(with_words("湿疹 itches"), BODY, TEXTS, Glyphs().covers)
    assert report.missing_characters == ()
    document = render_pdf(report, typeset=press)
    assert "OfThisComputer" in _fonts(document)
    assert read_pdf(document).pages[0].extract_text().count("湿疹") == 4


def test_a_font_that_may_not_be_embedded_or_cannot_be_read_is_none(tmp_path: Path) -> None:
    broken, closed, free = tmp_path / "broken.ttc", tmp_path / "closed.otf", tmp_path / "free.otf"
    broken.write_bytes(b"no font")
    _font_with("湿", free)
    with TTFont(free) as font:
        font["OS/2"].fsType = 2
        font.save(closed)
    assert not Glyphs(computer=lambda: (broken, closed)).covers("湿")
    assert Glyphs(computer=lambda: (broken, closed, free)).covers("湿")
