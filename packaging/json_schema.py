"""Writes docs/diary.schema.json anew, after a kind of record was changed. Run it with the program's own Python."""

from pathlib import Path

from adtracker.exchange.dictionary.json_schema import json_schema

if __name__ == "__main__":
    Path(__file__).parent.with_name("docs").joinpath("diary.schema.json").write_text(json_schema(), encoding="utf-8")
