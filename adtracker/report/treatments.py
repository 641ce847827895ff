"""The treatments of the period: in a line on page one, with plans and counts after it. What was done, never advice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from adtracker.domain.common.period import Period
from adtracker.domain.treatments.adherence import Adherence, covered
from adtracker.domain.treatments.known import Known
from adtracker.domain.treatments.treatment import Plan, Treatment
from adtracker.report.listing import NUMBER, Listing
from adtracker.report.material import Material
from adtracker.report.wording import Wording

MOST_NAMED = 3
_COLUMNS = ("treatment", "plan", "planned", "taken", "skipped", "unanswered", "extra", "percent", "days")


def treatments_list(material: Material) -> Listing | None:
    """The treatments used in the period, or None: every plan with its first day, and what was taken and skipped."""
    wording = material.wording
    rows = tuple(_row(material, treatment, counts) for treatment, counts in material.used)
    if not rows:
        return None
    return Listing(
        heading=wording.say("treatments.heading"),
        caption=wording.say("treatments.caption"),
        columns=tuple(_in_two_lines(wording.say(f"treatments.{name}")) for name in _COLUMNS),
        shares=(3, 4, *[NUMBER] * 7),
        rows=rows,
    )


def _in_two_lines(name: str) -> str:
    """The name of a column, its last word below the others: so a column of numbers is narrow."""
    return "\n".join(name.rsplit(" ", 1))


def _row(material: Material, treatment: Treatment, counts: Adherence) -> tuple[str, ...]:
    wording = material.wording
    kind = wording.other(f"treatment.kinds.{treatment.kind.value}")
    kind = "" if kind.casefold() == treatment.name.strip().casefold() else kind  # many a moisturiser is called so
    named = wording.table("treatment")["strengths"].get(treatment.strength, treatment.strength)
    return (
        material.line(f"{treatment.name}\n{', '.join(filter(None, (kind, named)))}"),
        "\n".join(_plans(material, treatment)),
        *_numbers(wording, counts),
        str(counts.days_used),
    )


def _numbers(wording: Wording, counts: Adherence) -> Iterator[str]:
    """Of doses, as far as they mean something: of what is used when needed none was planned, so none is extra."""
    none = wording.say("key_numbers.no_value")
    if counts.percent_taken is None:
        yield from (none, str(counts.extra), none, none, none, none)
        return
    yield from map(str, (counts.planned, counts.taken, counts.skipped, counts.unanswered, counts.extra))
    yield wording.say("treatments.share", percent=counts.percent_taken)


def _plans(material: Material, treatment: Treatment) -> Iterator[str]:
    """The plans in use on some day of the period, and how it was stopped in it."""
    shown = [span.plan for span in treatment.spans(material.period)]
    stops = [plan for plan in treatment.plans if plan.is_stop and plan.first in material.period]
    for plan in treatment.plans:
        if plan in shown or plan in stops:
            yield _plan(material, plan)


def _plan(material: Material, plan: Plan) -> str:
    """Such as "from 2 Aug 2026: 250 mg, every 4 weeks (why it was changed)"; only what a person wrote is not ours."""
    wording, written = material.wording, material.line
    loading = wording.say("treatments.loading", dose=written(plan.loading_dose)) if plan.loading_dose else ""
    words = ", ".join(filter(None, (written(plan.dose), wording.schedule(plan.schedule), loading)))
    reason = wording.say("treatments.reason", reason=written(plan.reason)) if plan.reason else ""
    if plan.is_stop and plan.known is not Known.DAY:
        return wording.say("treatments.after", day=wording.told(plan), plan=words) + reason
    day = wording.short_full(plan.first) if plan.is_stop else wording.told(plan)
    return wording.say("treatments.from", day=day, plan=words) + reason


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
    doses = material.doses_of(treatment)
    counts = Counter(reason for one in doses if one.skipped and (reason := one.reason.strip()))
    return ", ".join(f"{reason} ({count})" for reason, count in counts.most_common())


def others_line(material: Material, main: str, besides: Collection[int | None] = ()) -> str:
    """The treatments beside the one of the course, in a line; empty if there are none.

    `besides` are the keys of those that are told elsewhere.
    """
    wording = material.wording
    others = [(one, counts) for one, counts in material.used if one.key not in besides and not is_main(one, main)]
    if not others:
        return ""
    said = [_other(material, treatment, counts) for treatment, counts in others[:MOST_NAMED]]
    if len(others) > MOST_NAMED:
        said.append(wording.count("treatments.more", len(others) - MOST_NAMED))
    return " · ".join(said)


def _other(material: Material, treatment: Treatment, counts: Adherence) -> str:
    name = material.brief(treatment.name)
    if not counts.days_used:
        return name
    return material.wording.say("treatments.named", name=name, facts=", ".join(use(material, treatment)))


def use(material: Material, treatment: Treatment) -> Iterator[str]:
    """On how many of the days that its plans cover it was used, which days these are if not all, and others."""
    wording, runs = material.wording, covered(treatment, material.period)
    used = [one.day for one in material.doses_of(treatment) if one.taken]
    inside = sum(any(day in run for run in runs) for day in used)
    if not runs:
        yield wording.say("treatments.unplanned", days=wording.days(len(used)))
        return
    days = wording.days(sum(run.length for run in runs))
    yield wording.say("treatments.used", used=inside, days=days)
    if runs not in ((material.period,), (material.counted,)):
        span = wording.short_span(Period(runs[0].first, runs[-1].last))
        yield span if len(runs) == 1 else wording.say("treatments.with_breaks", span=span)
    if inside < len(used):
        yield wording.count("treatments.besides", len(used) - inside)


def main_doses(material: Material, main: str) -> str:
    """The doses of the course's own treatment; empty if the diary has none of its name."""
    found = [counts for treatment, counts in material.used if is_main(treatment, main)]
    planned, extra = sum(one.planned for one in found), sum(one.extra for one in found)
    if planned:
        return material.wording.count("treatments.doses", planned, taken=sum(one.taken for one in found))
    return material.wording.count("treatments.doses_unplanned", extra) if extra else ""


def is_main(treatment: Treatment, main: str) -> bool:
    """Whether the course is called after this treatment: its first word stands in the course's name."""
    first = next(iter(treatment.name.split()), "")
    return bool(first) and first.casefold() in main.casefold().split()
