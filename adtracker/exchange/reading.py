"""Reads a file from elsewhere in any of the formats of the diary, with what lies beside it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from adtracker.exchange import csv_days, json_diary
from adtracker.exchange.csv_rows import Table
from adtracker.exchange.csv_tables import read_tables
from adtracker.exchange.kinds.own import add_new_triggers, check_crowd
from adtracker.exchange.known import Known
from adtracker.exchange.parsed import Parsed
from adtracker.exchange.table_folder import read_folder
from adtracker.exchange.text_file import read_text_file


def read_file(file: Path, today: date, known: Known) -> Parsed:
    """All that is in a file. Raises ExchangeError if it is in none of the formats."""
    parsed = Parsed(today, known)
    text = read_text_file(file)
    if _is_json(file, text):
        json_diary.read(text, parsed)
    else:
        read_tables(read_folder(file), parsed)  # before the days, which answer the questions in them
        csv_days.read(Table(file.name, text), parsed)
    add_new_triggers(parsed)
    check_crowd(parsed)
    return parsed


def _is_json(file: Path, text: str) -> bool:
    """By its name, and where that says nothing by how it begins: no header of a table begins so."""
    suffix = file.suffix.lower()
    return suffix == ".json" or (suffix != ".csv" and text.lstrip()[:1] in ("{", "["))
