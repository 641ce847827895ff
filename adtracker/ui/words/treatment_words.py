"""Treatments in words: what is planned, what was recorded. What happened is said, never what should be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from adtracker.domain.treatments.adherence import Adherence
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.due import Due
from adtracker.domain.treatments.known import Known
from adtracker.domain.treatments.schedule import Schedule, WhenNeeded, phrase
from adtracker.domain.treatments.treatment import Plan, Treatment
from adtracker.language import in_a_line, listed, tr, tr_count
from adtracker.resources import texts
from adtracker.ui.words.day_words import date_words, short_day_words, whole_month_words

# The text catalogue's `treatment` table: names by key, in the order of the choices.
Names = Mapping[str, Mapping[str, str]]

BETWEEN = " · "


def schedule_words(schedule: Schedule) -> str:
    """Such as "every 4 weeks", "twice a day", "when needed"."""
    key, values = phrase(schedule)
    return texts().say(f"treatment.schedule.{key}", **values)


def plan_words(plan: Plan) -> str:
    """A plan in a line: "250 mg, every 4 weeks, first dose 500 mg"."""
    loading = tr("first dose {loading_dose}", loading_dose=plan.loading_dose) if plan.loading_dose else ""
    return in_a_line((plan.dose, schedule_words(plan.schedule), loading), ", ")


def kind_words(treatment: Treatment, names: Names) -> str:
    """The kind, with the strength where one is given: "Cream or ointment, potent steroid"."""
    strength = names["strengths"].get(treatment.strength, treatment.strength)
    return ", ".join(filter(None, (names["kinds"][treatment.kind.value], strength)))


def site_words(sites: Sequence[str], names: Names) -> str:
    """Injection sites: "Abdomen, left; Thigh, right"."""
    return listed(names["sites"].get(site, site) for site in sites)


def told_words(plan: Plan) -> str:
    """When a plan began, or of a stop the last day of use; its month or year where that is known."""
    first = plan.told.first
    if plan.known is Known.DAY:
        return date_words(first)
    return str(first.year) if plan.known is Known.YEAR else whole_month_words(first)


def use_words(treatment: Treatment, today: date) -> str:
    """Since when it is used, or from when to when it was."""
    first, latest = told_words(treatment.plans[0]), treatment.plans[-1]
    if latest.is_stop:
        return tr("{first} to {last}", first=first, last=told_words(latest))
    is_day = treatment.plans[0].known is Known.DAY  # some languages say "the" before a day, none before a year
    if treatment.started > today:
        return tr("from {day}", day=first) if is_day else tr("from {first}", first=first)
    return tr("since {day}", day=first) if is_day else tr("since {first}", first=first)


def row_words(due: Due, today: date, names: Names) -> str:
    """What stands below the name on a day: the amount, and where the day stands."""
    doses = due.doses
    later = tr("filled in later") if doses.filled_in_later else ""
    return in_a_line((doses.amount or due.dose, _state(due, today, names), later), BETWEEN)


def _state(due: Due, today: date, names: Names) -> str:
    doses = due.doses
    if due.plan is not None and isinstance(due.plan.schedule, WhenNeeded):
        return _needed(doses)
    if due.planned > 1 or doses.taken > 1:
        return _counted(due, today)
    if not doses.is_empty:
        return _recorded(doses, names)
    return _waiting(due, today)


def _needed(doses: DayDoses) -> str:
    if doses.taken == 0:
        return tr("when needed")
    return tr_count("used once", "used {count} times", doses.taken)


def _counted(due: Due, today: date) -> str:
    """How many of the day's planned doses were taken, and how many beyond them."""
    doses = due.doses
    if not due.planned:
        return _needed(doses)
    taken = min(doses.taken, due.planned)
    words = tr("{taken} of {planned}", taken=taken, planned=due.planned)
    if doses.day == today:
        words = tr("{taken} of {planned} today", taken=taken, planned=due.planned)
    extra, skipped = max(doses.taken - due.planned, 0), ""
    beyond = tr("{extra} extra", extra=extra) if extra else ""
    if doses.skipped:
        skipped = tr("{skipped} skipped", skipped=doses.skipped)
    return in_a_line((words, beyond, skipped, doses.reason), BETWEEN)


def _recorded(doses: DayDoses, names: Names) -> str:
    if doses.taken:
        return in_a_line((tr("taken"), site_words(doses.sites, names)), BETWEEN)
    return in_a_line((tr("skipped"), doses.reason), BETWEEN)


def _waiting(due: Due, today: date) -> str:
    """An interval's day without a record: due, answered on another day, or not yet."""
    day = due.doses.day
    if due.answered_on is not None:
        return tr("recorded on {short_day}", short_day=short_day_words(due.answered_on, today))
    if due.planned_for == day:
        return tr("due today") if day == today else tr("due")
    if due.is_open and due.planned_for is not None:
        return tr("was due {short_day}", short_day=short_day_words(due.planned_for, today))
    if due.next_day is not None:
        return tr("next {short_day}", short_day=short_day_words(due.next_day, today))
    return ""


def last_sites_words(found: Sequence[DayDoses], today: date, names: Names) -> str:
    """Where the last injections were given, the newest first; empty if nobody said so."""
    if not found:
        return ""
    places = (
        tr("{sites} ({day})", sites=site_words(doses.sites, names), day=short_day_words(doses.day, today))
        for doses in found
    )
    return tr("Last: {names}", names=", ".join(places))


def counts_words(counts: Adherence) -> str:
    """What was taken of what was planned: "52 of 56 planned doses taken (93 %), 2 skipped, 2 not recorded, 1 extra"."""
    if counts.percent_taken is None and not counts.days_used:
        return tr("nothing recorded")
    if counts.percent_taken is None:
        return tr_count("used on {count} day", "used on {count} days", counts.days_used)
    taken, planned, percent = counts.taken, counts.planned, round(counts.percent_taken)
    said = [tr("{taken} of {planned} planned doses taken ({percent} %)", taken=taken, planned=planned, percent=percent)]
    if counts.skipped:
        said.append(tr("{skipped} skipped", skipped=counts.skipped))
    if counts.unanswered:
        said.append(tr("{unanswered} not recorded", unanswered=counts.unanswered))
    if counts.extra:
        said.append(tr("{extra} extra", extra=counts.extra))
    return ", ".join(said)
