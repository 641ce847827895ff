"""The themes have the same tokens, and every pair that meets on a screen has enough contrast (WCAG 2.2)."""

import re
import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from adtracker.domain.records.body import Grade
from adtracker.ui.today.grade_marks import TINTS

ROOT = Path(__file__).parents[1]
THEMES = ROOT / "resources" / "theme"
NAMES = ("light", "dark", "contrast")
TEXT, MARK = 4.5, 3.0
HIGH = {TEXT: 7.0, MARK: 4.5}
SHADES = ("shade_one", "shade_two", "shade_three", "shade_four", "shade_five")

# What stands on what. Text first, then marks and the borders of controls.
TEXT_ON = {
    "ink": ("ground", "card", "hover", "pressed", "accent_ground", "caution_ground", "body"),
    "soft": ("ground", "card", "hover", "pressed", "accent_ground", "caution_ground"),
    "example": ("card",),
    "accent": ("ground", "card", "hover", "pressed", "accent_ground"),
    "itch": ("ground", "card"),
    "sleep": ("ground", "card"),
    "extent": ("ground", "card"),
    "good": ("ground", "card"),
    "caution": ("ground", "card", "caution_ground"),
    "card": ("accent", "accent_hover", "itch", "sleep", "extent"),
    "shade_ink": SHADES,
}
MARK_ON = {
    "disabled": ("ground", "card", "hover", "pressed"),
    "control": ("ground", "card", "hover", "pressed", "accent_ground"),
    "focus": ("ground", "card", "hover", "pressed", "accent_ground", "body"),
    "accent": ("ground", "card", "accent_ground"),
    "itch_soft": ("card",),
    "sleep_soft": ("card",),
    "extent_soft": ("card",),
    "accent_soft": ("card",),
    "extent": ("body", "card"),
    "body_outline": ("body", "card"),
}
PAIRS = [
    (front, back, bar) for table, bar in ((TEXT_ON, TEXT), (MARK_ON, MARK)) for front in table for back in table[front]
]


def tokens(name: str) -> dict[str, str]:
    return tomllib.loads((THEMES / f"{name}.toml").read_text(encoding="utf-8"))


def luminance(colour: str) -> float:
    """Relative luminance, 0 black to 1 white."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """1 for the same colour to 21 for black on white."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_is_right() -> None:
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)  # a value WCAG's tutorials quote


def test_all_themes_have_the_same_tokens() -> None:
    first, *others = (list(tokens(name)) for name in NAMES)
    assert others == [first] * len(others)


@pytest.mark.parametrize("name", NAMES)
def test_a_token_is_a_plain_colour_with_a_name_the_stylesheet_can_use(name: str) -> None:
    for token, colour in tokens(name).items():
        assert re.fullmatch(r"[a-z_]+", token), token
        assert re.fullmatch(r"#[0-9A-F]{6}", colour), token


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("front", "back", "bar"), PAIRS)
def test_contrast(name: str, front: str, back: str, bar: float) -> None:
    colours = tokens(name)
    assert contrast(colours[front], colours[back]) >= (HIGH[bar] if name == "contrast" else bar)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("grade", [Grade.LITTLE, Grade.HALF])
def test_the_pattern_of_a_grade_is_seen_on_its_tint(name: str, grade: Grade) -> None:
    colours = tokens(name)
    channels = [[int(colours[token][at : at + 2], 16) for at in (1, 3, 5)] for token in ("extent", "body")]
    mixed = [round(TINTS[grade] * one + (1 - TINTS[grade]) * other) for one, other in zip(*channels, strict=True)]
    tint = "#" + "".join(f"{part:02X}" for part in mixed)
    assert contrast(colours["extent"], tint) >= (HIGH[MARK] if name == "contrast" else MARK)


@pytest.mark.parametrize("name", NAMES)
def test_shades_grow_away_from_the_card_step_by_step(name: str) -> None:
    colours = tokens(name)
    ramp = [contrast(colours[shade], colours["card"]) for shade in SHADES]
    assert all(later / earlier >= 1.1 for earlier, later in pairwise(ramp)), ramp


@pytest.mark.parametrize("name", NAMES)
def test_the_stylesheet_names_no_unknown_token(name: str) -> None:
    sheet = (THEMES / "app.qss").read_text(encoding="utf-8")
    used = {token for token in re.findall(r"\$([a-z_]+)", sheet) if token not in {"px", "folder"}}
    assert used <= set(tokens(name))


def test_every_token_colours_something() -> None:
    sources = [*(ROOT / "adtracker" / "ui").rglob("*.py"), THEMES / "app.qss"]
    written = "\n".join(source.read_text(encoding="utf-8") for source in sources)
    named = set(re.findall(r"[\"$]([a-z_]+)", written))
    endings = set(re.findall(r"\}(_[a-z]+)\"", written))  # as in f"{measure}_soft"
    unused = {token for token in tokens("light") if token not in named and not token.endswith(tuple(endings))}
    assert not unused
