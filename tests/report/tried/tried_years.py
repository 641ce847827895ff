"""A diary of three years with treatments from before it, as somebody new would like to see them on a page."""

from __future__ import annotations

from datetime import date, timedelta

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.records.profile import Profile
from adtracker.domain.treatments.known import Known
from adtracker.domain.treatments.schedule import Daily, Every, Stopped, Unit, WhenNeeded
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.storage.journal import Journal

BEGUN, TODAY = date(2023, 7, 1), date(2026, 11, 28)
WHY = "Felt sick every day after it. My liver test was not good."


def _used(name: str, kind: Kind, first: date, last: date | None, dose: str, why: str = "", times: int = 1) -> Treatment:
    treatment = Treatment(name, kind, (Plan(first, Daily(times), dose),))
    return treatment if last is None else treatment.stopped_after(last, why)


AMLITELIMAB = Treatment(
    "Amlitelimab", Kind.INJECTION, (Plan(date(2026, 8, 1), Every(4, Unit.WEEKS, date(2026, 8, 1)), "250 mg"),)
)
MOMETASONE = Treatment(
    "Mometasone ointment",
    Kind.CREAM,
    (
        Plan(date(2024, 3, 4), Daily(1)),
        Plan(date(2024, 9, 1), Stopped(), reason="Summer was good."),
        Plan(date(2025, 2, 1), WhenNeeded()),
    ),
    "potent",
)
METHOTREXATE = _used("Methotrexate", Kind.TABLET, date(2025, 1, 12), date(2025, 6, 30), "15 mg", WHY)
TREATMENTS = (
    Treatment("Betamethasone cream", Kind.CREAM, (Plan(date(2018, 1, 1), Daily(1), known=Known.YEAR),)).stopped_after(
        date(2024, 3, 3), "My doctor changed it."
    ),
    _used("Urea cream", Kind.MOISTURISER, date(2019, 4, 1), None, "", times=2),
    Treatment("UVB light", Kind.LIGHT, (Plan(date(2022, 2, 1), Daily(1), known=Known.MONTH),)).stopped_after(
        date(2022, 5, 3), known=Known.MONTH
    ),
    METHOTREXATE,
    MOMETASONE,
    AMLITELIMAB,
    _used("Later", Kind.TABLET, TODAY + timedelta(days=9), None, "1"),
)


def _day(day: date) -> DayEntry:
    number = day.toordinal()
    extent = Extent(float(number % 30), ExtentMethod.PERCENT) if number % 2 else None
    return DayEntry(day, itch=number % 11, extent=extent)


def entries() -> list[DayEntry]:
    """Every day but the tenth, and none in the week before methotrexate except two."""
    gap = Period(date(2025, 1, 5), date(2025, 1, 9))
    return [_day(day) for day in Period(BEGUN, TODAY) if day.day != 10 and day not in gap]


def write(journal: Journal) -> None:
    """Put all of it into a diary."""
    journal.save(Profile("Tom K.", 1979, "May I swim?"))
    journal.save(Course(date(2026, 8, 1), "Amlitelimab"))
    journal.save_all(entries())
    for treatment in TREATMENTS:
        journal.save(treatment)
