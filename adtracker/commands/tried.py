"""`adtracker tried`: the treatments of all years on a sheet."""

from __future__ import annotations

from adtracker import resources
from adtracker.commands.context import FINE, CommandContext
from adtracker.commands.output import put
from adtracker.commands.report import tell_named
from adtracker.domain.common.period import Period
from adtracker.queries.conventions import Conventions
from adtracker.queries.report import read_request
from adtracker.report.build import Report
from adtracker.report.glyphs import Glyphs
from adtracker.report.printing import Paper
from adtracker.report.tried.page import ALONE
from adtracker.report.tried.sheet import make_tried_sheet
from adtracker.report.typeset import Typesetter, typeset_here


def run(desk: CommandContext, *, target: str, paper: Paper) -> int:
    """Write the sheet to `target`. Raises DiaryError, ReportError and ExchangeError."""
    sheet, document = make(desk, paper)
    if put(desk, target, document):
        desk.say("report.tried", file=target)
    tell_named(desk, sheet)
    return FINE


def make(desk: CommandContext, paper: Paper = "a4", typeset: Typesetter = typeset_here) -> tuple[Report, bytes]:
    """The sheet, as what it says and as a PDF. Raises DiaryError and ReportError."""
    today = desk.today()
    with desk.journal() as journal:
        request = read_request(journal, Period(today, today), today, ALONE, Conventions.of(desk.settings))
    return make_tried_sheet(request, resources.body(), desk.texts, Glyphs().covers, paper, typeset)
