"""Days from paper on page one: hollow dots, and their number; their answers count as all others."""

from dataclasses import replace
from datetime import timedelta

from adtracker.domain.common.period import Period
from adtracker.domain.records.day import Origin
from adtracker.queries.report import Request
from adtracker.report.key_numbers import key_table, quality
from adtracker.report.pictures.charts import charts
from tests.report.samples import COURSE, START, itches, material_of, request


def _asked(*, from_paper: int) -> Request:
    entries = [
        replace(entry, origin=Origin.PAPER) if number < from_paper else entry
        for number, entry in enumerate(itches(START, [5] * 14))
    ]
    return request(entries, COURSE, Period.starting(START, 14), today=START + timedelta(days=13))


def test_they_are_counted() -> None:
    assert quality(material_of(_asked(from_paper=11))).endswith(
        "11 days are from a paper sheet, time of writing not known."
    )
    assert "1 day is from a paper sheet, time of writing not known." in quality(material_of(_asked(from_paper=1)))
    assert "paper" not in quality(material_of(_asked(from_paper=0)))


def test_they_are_rings_with_a_legend() -> None:
    found = charts(material_of(_asked(from_paper=2)))
    assert found is not None
    (panel,) = found.panels
    assert [at for at, _ in panel.hollow] == [0.5, 1.5]
    assert len(panel.dots) == 12
    assert "Hollow dots: days from a paper sheet." in found.legend
    plain = charts(material_of(_asked(from_paper=0)))
    assert plain is not None
    assert "Hollow" not in plain.legend


def test_no_number_changes() -> None:
    assert key_table(material_of(_asked(from_paper=5))) == key_table(material_of(_asked(from_paper=0)))
