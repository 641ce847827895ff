"""A table of text is read the same however it is written; no cell of it is lost, and none of the diary's."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adtracker.domain.common.progress import StoppedError
from adtracker.domain.intake.column import Becomes
from adtracker.domain.intake.several import Several
from adtracker.domain.records.day import DayEntry, Origin
from adtracker.domain.records.trigger import Trigger
from adtracker.errors import ExchangeError
from adtracker.exchange.codecs.days import DAYS as DAY_CODEC
from adtracker.exchange.codecs.own import add_new_triggers
from adtracker.exchange.import_result import ImportResult, Place
from adtracker.exchange.intake.opening import Opening, OpenTable, open_table
from adtracker.exchange.intake.reading import read_open_table
from adtracker.exchange.intake.recipe import Recipe
from adtracker.exchange.intake.recipe_text import read_recipe, write_recipe
from adtracker.exchange.intake.recipes import Recipes, recipes_that_come_along
from adtracker.exchange.intake.table_reader import How, TableReader
from adtracker.exchange.intake.text_grid import text_grid
from adtracker.exchange.references import References

TODAY, FIRST = date(2026, 11, 29), date(2026, 1, 1)
OPENING = Opening(TODAY, lambda _: References(), lambda _: pytest.fail("there are no pictures"))
LETTERS = st.text(st.sampled_from("abc äöüéñ ß;,\"\t|'=\n"), max_size=12)
DAYS = st.lists(st.tuples(st.integers(0, 100), st.integers(0, 10), LETTERS), min_size=2, max_size=12)


def _table(folder: Path, text: str, encoding: str = "utf-8") -> OpenTable:
    file = folder / "table.csv"
    file.write_bytes(text.encode(encoding))
    return open_table(text_grid(file), OPENING)


def _read(table: OpenTable, day_start: time = time(4)) -> ImportResult:
    return read_open_table(table, ImportResult(TODAY), day_start)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(DAYS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]), st.sampled_from(",;\t|"), st.booleans())
def test_no_cell_is_lost_in_any_writing(
    tmp_path: Path,
    days: list[tuple[int, int, str]],
    encoding: str,
    separator: str,
    says: bool,
) -> None:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=separator)
    writer.writerow(["Datum", "Juckreiz (0-100)", "Schlafqualität", "Notiz"])
    for number, (itch, sleep, note) in enumerate(days):
        writer.writerow([(FIRST + timedelta(number)).strftime("%d.%m.%Y"), itch, sleep, note])
    head = f"sep={separator}\n" if says else ""
    found = _read(_table(tmp_path, head + out.getvalue(), encoding))
    assert found.refused == []
    entries = {entry.day: entry for entry in found.of(DayEntry)}
    empty = ("", "-", "?")
    for number, (itch, sleep, note) in enumerate(days):
        entry = entries[FIRST + timedelta(number)]
        assert (entry.itch, entry.sleep_quality) == (itch / 10, sleep)
        wanted = note.strip().removeprefix("'") if note.strip().startswith("'=") else note.strip()
        assert entry.note == ("" if wanted in empty else wanted)


@pytest.mark.parametrize(
    ("several", "expected"), [(Several.WORST, 8), (Several.MEAN, 5), (Several.LAST, 3), (Several.SUM, None)]
)
def test_several_entries_of_a_day(tmp_path: Path, several: Several, expected: float | None) -> None:
    text = "Date,Time,Itch,Note\n2026-11-01,08:00,4,a\n2026-11-01,20:00,8,b\n2026-11-02,01:30,3,c\n"
    table = _table(tmp_path, text)
    column = table.recipe.column("Itch")
    assert column is not None
    table = replace(table, recipe=table.recipe.with_column(replace(column, several=several)))
    found = _read(table)
    if expected is None:  # together they are more than the scale has
        assert found.refused_count == 1
        return
    assert found.of(DayEntry) == [DayEntry(date(2026, 11, 1), itch=expected, note="a\nb\nc", origin=Origin.FILE)]
    assert found.several_days == 1


def test_a_number_outside_its_scale_is_refused_with_its_line(tmp_path: Path) -> None:
    found = _read(_table(tmp_path, "Date,Itch (0-10)\n2026-11-01,4\n2026-11-02,11\n"))
    assert [(row.place.line, row.problems[0].rule) for row in found.refused] == [(3, "number_range")]
    assert found.of(DayEntry) == [DayEntry(date(2026, 11, 1), itch=4, origin=Origin.FILE)]


def test_empty_columns_are_nothing(tmp_path: Path) -> None:
    found = _read(_table(tmp_path, "When?,Itch,,\n2026-11-01,4,,\n2026-11-02,5,,\n"))
    assert [(entry.itch, entry.answers) for entry in found.of(DayEntry)] == [(4, ()), (5, ())]


def test_what_has_no_day_is_refused_as_a_whole(tmp_path: Path) -> None:
    with pytest.raises(ExchangeError) as refused:
        _read(_table(tmp_path, "a,b\n1,2\n3,4\n"))
    assert refused.value.key == "exchange.no_day_column"


def test_reading_stops_when_nobody_waits(tmp_path: Path) -> None:
    rows = "".join(f"{(FIRST + timedelta(number)).isoformat()},4\n" for number in range(5000))
    table = _table(tmp_path, "Date,Itch\n" + rows)
    told: list[float] = []

    def goes_on(share: float) -> bool:
        told.append(share)
        return len(told) < 2

    with pytest.raises(StoppedError):
        read_open_table(table, ImportResult(TODAY), time(4), goes_on)
    assert told == [0.0, 0.4]


@pytest.mark.parametrize("recipe", recipes_that_come_along(), ids=lambda one: one.name)
def test_a_recipe_is_the_same_after_it_was_kept(tmp_path: Path, recipe: Recipe) -> None:
    kept = Recipes(tmp_path / "recipes")
    kept.keep(recipe)
    (again,) = kept.own()
    assert write_recipe(again) == write_recipe(recipe)
    assert again.columns == recipe.columns


@pytest.mark.parametrize("text", ["", "name = 3", 'name = "x"\n[[columns]]\nname = "a"\nbecomes = "luck"', "["])
def test_what_is_no_recipe_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ExchangeError):
        read_recipe(text, "x.toml")
    (tmp_path / "x.toml").write_text(text, encoding="utf-8")
    assert Recipes(tmp_path).own() == ()


def test_nothing_of_a_source_is_itch_or_sleep_quality() -> None:
    for recipe in recipes_that_come_along():
        if recipe.source:
            assert not {one.becomes for one in recipe.columns} & {Becomes.ITCH, Becomes.SLEEP, Becomes.SKIN}


_ROWS = st.lists(
    st.tuples(
        st.sampled_from(["2026-01-01", "2026-01-02", "3.1.2026", " 2026-01-04", "1850-01-01", "none", ""]),
        st.sampled_from(["", "0", "5", "10", "11", "x"]),
        st.sampled_from(["", "3", "99"]),
        st.sampled_from(["", "a", "\ud7ff", "b" * 10_001]),
        st.sampled_from(["", "dry | ooze", "nothing known"]),
        st.sampled_from(["", "Cat", "cat, stress", "none of these"]),
        st.sampled_from(["", "cat", "CAT | dog"]),
        st.sampled_from([(), ("",), ("one more",)]),
    ),
    min_size=1,
    max_size=8,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_ROWS, st.sampled_from([Becomes.TRIGGERS, Becomes.NOTHING]))
def test_a_long_table_is_read_as_each_of_its_days_alone(
    tmp_path: Path, rows: list[tuple[object, ...]], last: Becomes
) -> None:
    """What is checked once for many days is what a check of each of them finds."""
    out = io.StringIO(newline="")
    csv.writer(out).writerow(["Date", "Itch", "Skin %", "Note", "Signs", "Triggers", "Triggers"])
    csv.writer(out).writerow(["2025-12-31", "4", "5", "good", "", "", "", ""])
    csv.writer(out).writerows([*row[:-1], *row[-1]] for row in rows)  # type: ignore[misc]
    table = _table(tmp_path, out.getvalue())
    names = (Becomes.DAY, Becomes.ITCH, Becomes.SKIN, Becomes.NOTE, Becomes.SIGNS, Becomes.TRIGGERS, last)
    columns = tuple(replace(one, becomes=name) for one, name in zip(table.recipe.columns, names, strict=True))
    table = replace(table, recipe=replace(table.recipe, columns=columns))
    assert _told(_read(table)) == _told(_one_by_one(table))


def _one_by_one(table: OpenTable) -> ImportResult:
    """The same table, each day put in and checked as the rows of our own tables are."""
    parsed = ImportResult(TODAY)
    reader = TableReader(table.grid, table.recipe, How(table.decimals, table.order, time(4)), parsed)
    found = reader.read()
    for line, entry, said in zip(found.lines, found.entries(), found.said(), strict=True):
        DAY_CODEC.add(parsed, Place(line), entry, (), said)
    add_new_triggers(parsed)
    return parsed


def _told(parsed: ImportResult) -> tuple[object, ...]:
    days = list(zip(parsed.of(DayEntry), parsed.said(DayEntry), strict=True))
    return days, parsed.of(Trigger), parsed.refused, parsed.refused_count
