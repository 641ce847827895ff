"""Settings survive anything: a missing, damaged or foreign file gives defaults, for the diary must still open."""

import json
from datetime import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.domain.statistics import summary
from adtracker.settings import (
    DAY_STARTS,
    FONTS,
    ITCH_COUNTS_FROM,
    MINIMUM_DAYS,
    MOST_KNOWN,
    TEXT_PERCENTS,
    THEMES,
    Settings,
    from_data,
    load,
    store,
)

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
FILES = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
VALID = st.builds(
    Settings,
    theme=st.sampled_from(THEMES),
    font=st.sampled_from(FONTS),
    text_percent=st.sampled_from(TEXT_PERCENTS),
    day_start=st.sampled_from(DAY_STARTS),
    itch_counts_from=st.sampled_from(ITCH_COUNTS_FROM),
    diary=st.none() | FILES,
    window=st.text("0123456789abcdef"),
    minimum_days=st.sampled_from(MINIMUM_DAYS),
    trends=st.text("abcdef. "),
    known=st.lists(FILES, unique=True, max_size=MOST_KNOWN).map(tuple),
)


def test_settings_are_stored_and_read_back(tmp_path: Path) -> None:
    file = tmp_path / "config" / "settings.json"
    chosen = Settings("dark", "platform", 150, "05:00", 3, "/home/a/diary.diary", "01d9", 7, "itch")
    store(file, chosen)
    assert load(file) == chosen


@given(VALID)
def test_any_valid_settings_come_through_json_unchanged(settings: Settings) -> None:
    data = {name: getattr(settings, name) for name in Settings.__slots__}
    assert from_data(json.loads(json.dumps(data))) == settings


@given(st.dictionaries(st.sampled_from(Settings.__slots__), JSON) | JSON)
def test_nothing_in_a_file_gets_in_unless_it_is_one_of_the_choices(data: Any) -> None:
    settings = from_data(data)
    assert settings.theme in THEMES
    assert settings.font in FONTS
    assert settings.text_percent in TEXT_PERCENTS
    assert type(settings.text_percent) is type(settings.itch_counts_from) is int
    assert 1 <= settings.itch_counts_from <= 10
    assert settings.minimum_days in range(1, 8)
    assert settings.day_starts_at in {time(hour) for hour in range(13)}
    assert settings.diary is None or isinstance(settings.diary, str)


@pytest.mark.parametrize("value", [True, 100.0, "100", 101, None, [100], "0"])
def test_a_text_size_that_is_no_choice_falls_back(value: object) -> None:
    assert from_data({"text_percent": value, "theme": "dark"}) == Settings(theme="dark")


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[1, 2]", b'{"theme": 3}', b"[" * 100_000])
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    assert load(file) == Settings()


def test_a_weekly_average_needs_the_same_days_whether_or_not_settings_were_ever_stored() -> None:
    assert Settings().minimum_days == summary.MINIMUM_DAYS


@pytest.mark.parametrize(("written", "spelled"), [("\ud800", "\\ud800"), ("/a\0b", "/a\\0b"), ("/\udcff", "/\udcff")])
def test_a_diary_of_an_impossible_name_is_still_the_one_that_was_chosen(
    tmp_path: Path, written: str, spelled: str
) -> None:
    file = tmp_path / "settings.json"
    file.write_text(json.dumps({"diary": written, "window": "\ud800"}), encoding="utf-8")
    assert load(file) == Settings(diary=spelled)
    assert not Path(spelled).exists()
    store(file, load(file))
    assert load(file) == Settings(diary=spelled)


def test_a_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "settings.json") == Settings()
