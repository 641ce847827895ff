"""Writes the sheets into a workbook. A text is a text, whatever it begins with: never a formula or a link."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import xlsxwriter

import adtracker
from adtracker.exchange.dictionary.columns import Column
from adtracker.exchange.snapshot import Snapshot
from adtracker.exchange.values import write_number
from adtracker.exchange.xlsx.sheets import Cell, Sheet, sheets_of
from adtracker.resources import Texts, texts

# Before it, spreadsheets do not agree on which day a number is.
_FIRST_DATE = date(1900, 3, 1)
_PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
_WIDTHS = {"date": 11, "from": 11, "to": 11, "note": 60, "notes": 60, "questions": 40, "reason": 30}
_USUAL_WIDTH = 16
# Lines that belong on one chart, for they go over the same numbers.
_CHARTS = (("itch", "sleep_quality"), ("extent_percent",))
_COLOURS = {"itch": "#9a3412", "sleep_quality": "#1d4ed8", "extent_percent": "#0f766e"}
# A change of the file's bytes without one of its contents would be no use to anyone.
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 -- the format has no zones


def write(contents: Snapshot) -> bytes:
    """The workbook of a diary; the same contents give the same bytes."""
    words, target = texts(), io.BytesIO()
    with xlsxwriter.Workbook(target, _PLAIN) as workbook:
        workbook.set_properties({"title": words.say("xlsx.title"), "created": _CREATED})
        formats = {
            "head": workbook.add_format({"bold": True, "bottom": 1}),
            "day": workbook.add_format({"num_format": "yyyy-mm-dd"}),
            "wrapped": workbook.add_format({"text_wrap": True, "valign": "top"}),
        }
        sheets = sheets_of(contents)
        for sheet in sheets:
            _write_sheet(workbook, sheet, formats, words)
        _write_read_me(workbook, sheets, formats, words)
    return target.getvalue()


def _write_sheet(workbook: Any, sheet: Sheet, formats: dict[str, Any], words: Texts) -> None:
    page = workbook.add_worksheet(words.say(f"xlsx.sheets.{sheet.name}"))
    _write_rows(page, sheet.columns, sheet.rows, formats)
    page.freeze_panes(1, 1)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    if sheet.name == "weeks" and sheet.rows:
        _draw(workbook, page, sheet, words)


def _write_rows(page: Any, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], formats: dict[str, Any]) -> None:
    for place, column in enumerate(columns):
        page.set_column(place, place, _WIDTHS.get(column.name, _USUAL_WIDTH))
        page.write_string(0, place, column.name, formats["head"])
    for line, row in enumerate(rows, start=1):
        for place, value in enumerate(row):
            _write_cell(page, line, place, value, formats)


def _write_cell(page: Any, line: int, place: int, value: Cell, formats: dict[str, Any]) -> None:
    if value is None:
        return
    if isinstance(value, date):
        if value < _FIRST_DATE:
            page.write_string(line, place, value.isoformat())
        else:
            page.write_datetime(line, place, datetime.combine(value, datetime.min.time()), formats["day"])
    elif isinstance(value, str):
        page.write_string(line, place, value)
    else:
        page.write_number(line, place, value)


def _draw(workbook: Any, page: Any, sheet: Sheet, words: Texts) -> None:
    """The means as lines that a spreadsheet draws itself; a week without a mean is a gap."""
    name = words.say(f"xlsx.sheets.{sheet.name}")
    places = {column.name: place for place, column in enumerate(sheet.columns)}
    for number, keys in enumerate(_CHARTS):
        chart = workbook.add_chart({"type": "line"})
        for key in keys:
            label = words.say(f"measures.{key}.label")
            chart.add_series(
                {
                    "name": label,
                    "categories": [name, 1, 0, len(sheet.rows), 0],
                    "values": [name, 1, places[key], len(sheet.rows), places[key]],
                    "line": {"color": _COLOURS[key], "width": 2},
                    "marker": {"type": "circle" if key != "sleep_quality" else "square", "size": 5},
                }
            )
        highest = max(sheet.columns[places[key]].high for key in keys)
        chart.set_title({"name": words.say(f"xlsx.charts.{keys[0]}"), "name_font": {"size": 12}})
        chart.set_x_axis({"name": words.say("xlsx.charts.week")})
        chart.set_y_axis({"min": 0, "max": highest, "name": ", ".join(words.say(f"measures.{k}.scale") for k in keys)})
        chart.set_size({"width": 760, "height": 300})
        chart.show_blanks_as("gap")
        alt = {"description": words.say(f"xlsx.charts.{keys[0]}"), "x_offset": 20, "y_offset": 10}
        page.insert_chart(number * 16, len(sheet.columns), chart, alt)


def _write_read_me(workbook: Any, sheets: Sequence[Sheet], formats: dict[str, Any], words: Texts) -> None:
    page = workbook.add_worksheet(words.say("xlsx.sheets.read_me"))
    page.set_column(0, 0, 18)
    page.set_column(1, 1, 28)
    page.set_column(2, 2, 70, formats["wrapped"])
    made = words.say("xlsx.made", version=adtracker.__version__)
    lines: list[tuple[str, str, str]] = [(words.say("xlsx.title"), "", ""), (made, "", "")]
    lines += [(str(one), "", "") for one in words.table("xlsx")["notes"]]
    for sheet in sheets:
        title = words.say(f"xlsx.sheets.{sheet.name}")
        lines.append((title, "", words.say(f"xlsx.about.{sheet.name}")))
        lines += [(title, column.name, _facts(column, words)) for column in sheet.columns]
    for line, texts_of in enumerate(lines):
        for place, text in enumerate(texts_of):
            if text:
                page.write_string(line, place, text, formats["head"] if line == 0 else None)


def _facts(column: Column, words: Texts) -> str:
    """What a column holds, its range, its unit, and which way is better."""
    holds = words.say(f"xlsx.holds.{column.holds.value}")
    limits = [write_number(one) for one in (column.low, column.high) if one not in (float("-inf"), float("inf"))]
    found = [
        column.title,
        holds,
        words.say("xlsx.range", low=limits[0], high=limits[1]) if len(limits) == 2 else "",
        words.say("xlsx.unit", unit=column.unit) if column.unit else "",
        words.say(f"xlsx.better.{column.better}") if column.better in ("lower", "higher") else "",
        words.say("xlsx.among", words=", ".join(column.among)) if column.among else "",
    ]
    return "; ".join(filter(None, found))
