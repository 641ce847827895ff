"""Icons can be tinted and scaled, and the fonts are Inter and four of Noto with their licences beside them."""

import re
import struct
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont

RESOURCES = Path(__file__).parents[1] / "resources"
ICONS = RESOURCES / "icons"
FONTS = RESOURCES / "fonts"
LINE_ICONS = sorted(file for file in ICONS.glob("*.svg") if file.stem != "app")
# Signs that the screens and the report print beside letters and digits.
SIGNS = "▲▼●○◆◇✓−–·…≥≤½°“”äéñ"  # noqa: RUF001  # the signs themselves are meant


@pytest.mark.parametrize("file", LINE_ICONS, ids=lambda file: file.stem)
def test_a_line_icon_takes_its_colour_and_size_from_the_screen(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    assert {key: root.get(key) for key in ("width", "height", "viewBox", "stroke", "stroke-width")} == {
        "width": "24",
        "height": "24",
        "viewBox": "0 0 24 24",
        "stroke": "currentColor",
        "stroke-width": "1.75",
    }
    assert set(re.findall(r'(?:fill|stroke)="([^"]+)"', text)) <= {"none", "currentColor"}


def test_the_app_icon_is_a_picture_of_256_pixels() -> None:
    header = (ICONS / "app.png").read_bytes()[:24]
    assert header.startswith(b"\x89PNG\r\n\x1a\n")
    assert struct.unpack(">II", header[16:24]) == (256, 256)
    assert ElementTree.parse(ICONS / "app.svg").getroot().get("viewBox") == "0 0 256 256"


@pytest.mark.parametrize(("style", "weight"), [("Regular", 400), ("Medium", 500), ("SemiBold", 600), ("Bold", 700)])
def test_a_font_is_inter_in_its_weight_and_may_be_embedded(style: str, weight: int) -> None:
    with TTFont(FONTS / f"Inter-{style}.otf") as font:
        assert (font["name"].getDebugName(16) or font["name"].getDebugName(1)) == "Inter"
        assert font["OS/2"].usWeightClass == weight
        assert font["OS/2"].fsType == 0
        assert set(map(ord, SIGNS)) <= set(font.getBestCmap())


@pytest.mark.parametrize(
    ("script", "letters"), [("Arabic", "ابپ"), ("Devanagari", "कखा"), ("Hebrew", "אבת"), ("Thai", "กขั")]
)
def test_a_font_for_another_script_has_its_letters_and_may_be_embedded(script: str, letters: str) -> None:
    with TTFont(FONTS / f"NotoSans{script}-Regular.ttf") as font:
        assert font["name"].getDebugName(1) == f"Noto Sans {script}"
        assert font["OS/2"].fsType == 0
        assert "SIL Open Font License, Version 1.1" in font["name"].getDebugName(13)
        assert set(map(ord, letters)) <= set(font.getBestCmap())


def test_the_licence_lies_beside_the_fonts() -> None:
    text = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert "The Inter Project Authors" in text
    assert "SIL OPEN FONT LICENSE Version 1.1" in text
    noto = (FONTS / "OFL-Noto.txt").read_text(encoding="utf-8")
    assert "Google LLC" in noto
    assert noto[noto.index("This Font Software") :] == text[text.index("This Font Software") :]
