"""Prints the sheets that are filled in by hand, from the table in millimetres that they are read by."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import segno

from adtracker import resources
from adtracker.domain.sheet.code import CORNERS, write_code
from adtracker.domain.sheet.layout import CODE, Box, Layout, layout_of
from adtracker.domain.sheet.letters import in_circles
from adtracker.domain.sheet.spec import DOSES, Asks, SheetSpec
from adtracker.language import spoken
from adtracker.report.glyphs import Glyphs, Printable
from adtracker.report.printing import PDF, SCREEN_PPI, Paper, print_job
from adtracker.report.typeset import Job, Typesetter, typeset_here
from adtracker.report.wording import Wording
from adtracker.resources import Texts


@dataclass(frozen=True, slots=True)
class PaperSheets:
    """What is printed: sheets of one paper, the words for their short keys by sheet and field, whose diary it is."""

    sheets: Sequence[SheetSpec]
    made: date
    names: Mapping[tuple[str, str], str] = field(default_factory=dict)
    name: str = ""

    @property
    def paper(self) -> Paper:
        """The size of paper of all of them."""
        paper: Paper = self.sheets[0].paper.value
        return paper


def paper_sheets_pdf(wanted: PaperSheets, texts: Texts, typeset: Typesetter = typeset_here) -> bytes:
    """The sheets as a PDF, a page each; not for the window's thread. Raises ReportError."""
    (document,) = typeset(_job(wanted, texts, **PDF))
    return document


def paper_sheets_pictures(
    wanted: PaperSheets, texts: Texts, ppi: float = SCREEN_PPI, typeset: Typesetter = typeset_here
) -> list[bytes]:
    """Each as a PNG of `ppi` pixels an inch, as it will be on paper; else as `paper_sheets_pdf`."""
    return typeset(_job(wanted, texts, format="png", ppi=ppi))


def _job(wanted: PaperSheets, texts: Texts, **options: Any) -> Job:
    files = {
        _code_file(spec, corner): _drawn(write_code(spec, corner))
        for spec in wanted.sheets
        for corner in range(CORNERS)
    }
    return print_job(resources.path("report", "paper.typ"), _pages(wanted, texts), wanted.made, files, **options)


def _code_file(spec: SheetSpec, corner: int) -> str:
    return f"code-{spec.number}-{corner}.svg"


def _drawn(text: str) -> bytes:
    """A code without its rim: the paper around it is that."""
    drawn = io.BytesIO()
    segno.make_qr(text, error="m").save(drawn, kind="svg", border=0, light="white", omitsize=True)
    return drawn.getvalue()


def _pages(wanted: PaperSheets, texts: Texts) -> Mapping[str, Any]:
    said, wording = texts.table("paper"), Wording(texts)
    name = Printable(Glyphs().covers, texts)(wanted.name)
    return {
        **{key: said[key] for key in ("how", "note", "footer", "code_alt")},
        "title": _title(wanted.sheets[0], wording),
        "made_on": wanted.made.isoformat(),
        "paper": wanted.paper,
        "language": spoken(),
        "code": CODE,
        "name": wording.other("paper.whose", name=name) if name else "",
        "sheets": [_page(spec, wanted, texts) for spec in wanted.sheets],
    }


def _title(spec: SheetSpec, wording: Wording) -> str:
    return wording.other("paper.title", count=spec.days)


def _page(spec: SheetSpec, wanted: PaperSheets, texts: Texts) -> Mapping[str, Any]:
    layout, wording = layout_of(spec), Wording(texts)
    return {
        "title": _title(spec, wording),
        "days": _days_said(spec, wording),
        "number": wording.other("paper.number", number=spec.number, day=wording.day(wanted.made)),
        "legend": " ".join(_legend(spec, texts)),
        "large": spec.large,
        "diameter": layout.diameter,
        "codes": [{**_box(box), "file": _code_file(spec, number)} for number, box in enumerate(layout.codes)],
        "table": [_day(day, box, wording) for day, box in layout.days],
        "rows": list(_rows(spec, layout, wanted, texts)),
        "note": _box(layout.note),
    }


def _days_said(spec: SheetSpec, wording: Wording) -> str:
    first, last = wording.day(spec.period.first), wording.day(spec.period.last)
    return first if spec.days == 1 else wording.other("paper.days", first=first, last=last)


def _day(day: date, box: Box, wording: Wording) -> Mapping[str, Any]:
    return {
        **_box(box),
        "weekday": wording.names("weekdays_short")[day.weekday()],
        "day": wording.short_day(day),
        "heavy": day.weekday() == 0,
    }


def _rows(spec: SheetSpec, layout: Layout, wanted: PaperSheets, texts: Texts) -> Iterator[Mapping[str, Any]]:
    printable = Printable(Glyphs().covers, texts)
    labels: Mapping[str, str] = texts.table("paper")["labels"]
    inside = {field: in_circles(field, spec.language) for field in spec.fields}
    for row in layout.rows:
        own = wanted.names.get((spec.number, row.field.key), "")
        yield {
            **_box(row.label),
            "name": printable(own) if row.field.key else labels[row.field.asks.value],
            "circles": [
                {"x": one.x, "y": one.y, "text": text} for one, text in zip(row.circles, inside[row.field], strict=True)
            ],
        }


def _legend(spec: SheetSpec, texts: Texts) -> Iterator[str]:
    """What the rows mean, each kind once; yes and no are said with the first that has them."""
    said: Mapping[str, str] = texts.table("paper")["legend"]
    asked = {one.asks for one in spec.fields}
    for asks in (Asks.ITCH, Asks.SLEEP, Asks.WOKEN, Asks.SIGNS):
        if asks in asked:
            yield said[asks.value]
    if Asks.YES_NO in asked and Asks.WOKEN not in asked:
        yield said[Asks.YES_NO.value]
    doses = {bool(one.doses) for one in spec.fields if one.asks is Asks.DOSES}
    if False in doses:
        yield said["dose"]
    if True in doses:
        yield said[DOSES]
    if any(one.due for one in spec.fields):
        yield said["due"]


def _box(box: Box) -> dict[str, Any]:
    return {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
