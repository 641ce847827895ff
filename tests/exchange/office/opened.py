"""Opens files in LibreOffice without a window, and reads what stands in the cells from the file it then writes."""

from __future__ import annotations

import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
# As it stands in the window that asks how to open a table: commas, quotation marks, UTF-8, and dates that are dates.
AS_TABLE = "CSV:44,34,76,1,,1033,false,true"
CELLS, TABLE = "fods", "csv:Text - txt - csv (StarCalc):44,34,76,1,,1033,false,true"
_PATIENCE = 300


class Opened(NamedTuple):
    """A cell: what is in it, and the formula that it is worked out by."""

    value: str | float | date | None
    formula: str | None = None


NOTHING = Opened(None)


def converted(files: Sequence[Path], kind: str, into: Path, how: str = "") -> list[Path]:
    """The files as LibreOffice opens them and writes them again as `kind`, in a folder that holds its profile, too."""
    options = [f"--infilter={how}"] if how else []
    command = ["soffice", f"-env:UserInstallation={(into / 'profile').as_uri()}", "--headless", *options]
    command += ["--convert-to", kind, "--outdir", str(into), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=_PATIENCE)
    return [into / f"{file.stem}.{kind.partition(':')[0]}" for file in files]


def sheets_in(file: Path) -> dict[str, list[list[Opened]]]:
    """The cells of each sheet, without the empty ones at the ends of rows and of the sheet."""
    tables = ET.parse(file).getroot().findall(f"{_OFFICE}body/{_OFFICE}spreadsheet/{_TABLE}table")
    return {str(table.get(f"{_TABLE}name")): _rows(table) for table in tables}


def _rows(table: ET.Element) -> list[list[Opened]]:
    rows: list[list[Opened]] = []
    gap = 0
    for element in _row_elements(table):
        times, row = int(element.get(f"{_TABLE}number-rows-repeated", 1)), _row(element)
        if row:
            rows += [[] for _ in range(gap)] + [row] * times
            gap = 0
        else:
            gap += times
    return rows


def _row_elements(inside: ET.Element) -> Iterator[ET.Element]:
    """The rows, also those of a head; those of a chart's own table are none."""
    for element in inside:
        if element.tag == f"{_TABLE}table-row":
            yield element
        elif element.tag in (f"{_TABLE}table-header-rows", f"{_TABLE}table-rows", f"{_TABLE}table-row-group"):
            yield from _row_elements(element)


def _row(element: ET.Element) -> list[Opened]:
    found: list[Opened] = []
    gap = 0
    for cell in element.findall(f"{_TABLE}table-cell"):
        times, opened = int(cell.get(f"{_TABLE}number-columns-repeated", 1)), _opened(cell)
        if opened == NOTHING:
            gap += times
        else:
            found += [NOTHING] * gap + [opened] * times
            gap = 0
    return found


def _opened(cell: ET.Element) -> Opened:
    kind, formula = cell.get(f"{_OFFICE}value-type"), cell.get(f"{_TABLE}formula")
    if kind == "date":
        return Opened(datetime.fromisoformat(str(cell.get(f"{_OFFICE}date-value"))).date(), formula)
    if kind in ("float", "percentage", "currency"):
        return Opened(float(str(cell.get(f"{_OFFICE}value"))), formula)
    text = "\n".join("".join(_said(line)) for line in cell.findall(f"{_TEXT}p"))
    return Opened(text or None, formula)


def _said(element: ET.Element) -> Iterator[str]:
    """A text in which several blanks, and what is none, stand as elements."""
    yield element.text or ""
    for inner in element:
        if inner.tag == f"{_TEXT}s":
            yield " " * int(inner.get(f"{_TEXT}c", 1))
        elif inner.tag == f"{_TEXT}tab":
            yield "\t"
        elif inner.tag == f"{_TEXT}line-break":
            yield "\n"
        else:
            yield from _said(inner)
        yield inner.tail or ""
