"""The numbers of a chart, byte by byte as a spreadsheet gets them."""

from datetime import date

from adtracker.exchange.csv.numbers import numbers_csv


def test_days_texts_numbers_and_nothing_have_each_their_form() -> None:
    rows: list[list[str | date | float | None]] = [[date(2026, 11, 29), 4.5, 7, None], ["a, b", 0.0, None, "x"]]
    assert numbers_csv(["day", "itch", "sleep", "note"], rows) == (
        b"\xef\xbb\xbfday,itch,sleep,note\r\n2026-11-29,4.5,7,\r\n" + b'"a, b",0,,x\r\n'
    )
