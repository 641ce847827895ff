"""The treatments of the period: in a line on page one, with plans and counts after it. What was done, never advice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from adtracker.domain.adherence import Adherence
from adtracker.domain.treatment import Plan, Treatment
from adtracker.report.listing import NUMBER, Listing
from adtracker.report.material import Material
from adtracker.report.wording import Wording

MOST_NAMED = 3
_COLUMNS = ("treatment", "plan", "planned", "taken", "skipped", "percent", "days")


def treatments_list(material: Material) -> Listing | None:
    """The treatments used in the period, or None: every plan with its first day, and what was taken and skipped."""
    wording = material.wording
    rows = tuple(_row(material, treatment, counts) for treatment, counts in material.used)
    if not rows:
        return None
    return Listing(
        heading=wording.say("treatments.heading"),
        caption=wording.say("treatments.caption"),
        columns=tuple(wording.say(f"treatments.{name}") for name in _COLUMNS),
        shares=(3, 4, *[NUMBER] * 5),
        rows=rows,
    )


def _row(material: Material, treatment: Treatment, counts: Adherence) -> tuple[str, ...]:
    wording = material.wording
    kind = wording.other(f"treatment.kinds.{treatment.kind.value}")
    named = wording.table("treatment")["strengths"].get(treatment.strength, treatment.strength)
    none = wording.say("key_numbers.no_value")
    percent = none if counts.percent_taken is None else wording.say("treatments.share", percent=counts.percent_taken)
    return (
        material.line(f"{treatment.name}\n{', '.join(filter(None, (kind, named)))}"),
        "\n".join(_plans(material, treatment)),
        str(counts.planned) if counts.planned else none,
        str(counts.taken),
        str(counts.skipped),
        percent,
        str(counts.days_used),
    )


def _plans(material: Material, treatment: Treatment) -> Iterator[str]:
    """The plans in use on some day of the period, and how it was stopped in it."""
    shown = [span.plan for span in treatment.spans(material.period)]
    stops = [plan for plan in treatment.plans if plan.is_stop and plan.first in material.period]
    for plan in treatment.plans:
        if plan in shown or plan in stops:
            yield material.line(_plan(material.wording, plan))


def _plan(wording: Wording, plan: Plan) -> str:
    """Such as "from 2 Aug 2026: 250 mg, every 4 weeks (why it was changed)"."""
    loading = wording.say("treatments.loading", dose=plan.loading_dose) if plan.loading_dose else ""
    words = ", ".join(filter(None, (plan.dose, wording.schedule(plan.schedule), loading)))
    reason = wording.say("treatments.reason", reason=plan.reason) if plan.reason else ""
    return wording.say("treatments.from", day=wording.short_full(plan.first), plan=words) + reason


def skipped_list(material: Material) -> Listing | None:
    """Why doses were skipped, each reason with how many days it was given; None if none was given."""
    wording = material.wording
    told = [(one.name, _reasons(material, one)) for one, _ in material.used]
    rows = tuple((material.line(name), material.line(reasons)) for name, reasons in told if reasons)
    if not rows:
        return None
    return Listing(
        heading=wording.say("treatments.skipped_heading"),
        caption=wording.say("treatments.skipped_caption"),
        columns=(wording.say("treatments.treatment"), wording.say("treatments.why")),
        shares=(2, 5),
        rows=rows,
    )


def _reasons(material: Material, treatment: Treatment) -> str:
    """Such as "Forgot (4), No time (1)", most often first."""
    skipped = (one for one in material.around.doses if one.treatment == treatment.key and one.day in material.period)
    counts = Counter(reason for one in skipped if one.skipped and (reason := one.reason.strip()))
    return ", ".join(f"{reason} ({count})" for reason, count in counts.most_common())


def others_line(material: Material, main: str) -> str:
    """The treatments beside the one of the course, in a line; empty if there are none."""
    wording = material.wording
    others = [(one, counts) for one, counts in material.used if not _is_named(one, main)]
    if not others:
        return ""
    said = [_other(material, treatment, counts) for treatment, counts in others[:MOST_NAMED]]
    if len(others) > MOST_NAMED:
        said.append(wording.count("treatments.more", len(others) - MOST_NAMED))
    return " · ".join(said)


def _other(material: Material, treatment: Treatment, counts: Adherence) -> str:
    key = "treatments.used" if counts.days_used else "treatments.planned_only"
    days = material.wording.days(material.period.length)
    return material.wording.say(key, name=material.brief(treatment.name), used=counts.days_used, days=days)


def _is_named(treatment: Treatment, main: str) -> bool:
    """Whether the course is called after this treatment: its first word stands in the course's name."""
    first = next(iter(treatment.name.split()), "")
    return bool(first) and first.casefold() in main.casefold().split()
