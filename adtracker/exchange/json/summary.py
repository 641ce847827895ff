"""The numbers of a course as plain data, in the shape that other programs read (`adtracker summary --json`)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from adtracker.domain.common.measure import ANSWER, ITCH, MEASURES, Measure
from adtracker.domain.common.period import Period
from adtracker.domain.records.diary_break import NO_BREAKS, BreakDays, DiaryBreak
from adtracker.domain.records.question import Question
from adtracker.domain.records.recall import ASKED, Recall
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.score_reading import Reading
from adtracker.domain.statistics.association import Association
from adtracker.domain.statistics.change import ItchState
from adtracker.domain.statistics.change_windows import Window
from adtracker.domain.statistics.course_change import Change, CourseChange
from adtracker.domain.statistics.exposures import Exposure
from adtracker.domain.statistics.findings import Finding, Findings, by_name
from adtracker.domain.statistics.sign_days import SignDays
from adtracker.domain.statistics.summary import Means, Summary, change_between
from adtracker.domain.treatments.adherence import Adherence
from adtracker.domain.treatments.treatment import Treatment
from adtracker.domain.views.event import Event
from adtracker.domain.views.features import Features
from adtracker.domain.views.rhythm import WeeksAnswered
from adtracker.domain.views.week_grid import Milestone
from adtracker.exchange.values import iso


def summary_data(
    summary: Summary,
    questions: Iterable[Question],
    signs: Sequence[SignDays],
    treatments: Iterable[tuple[Treatment, Adherence]],
    breaks: BreakDays = NO_BREAKS,
) -> dict[str, Any]:
    """`start`, `questions`, `baseline`, `weeks`, `days` and `treatments`.

    `answers` of the baseline and of a week has the own questions that are looked at, by their key; the mean of a yes or
    no question is the share of the recorded days with a yes, 0 to 1.

    A `mean` is None where too few days were recorded, `n` always stands. The doses `planned` for days that are over or
    answered are `taken`, `skipped` or `unanswered`; `extra` ones were taken beyond the plan, as all that are used when
    needed are; `waiting` ones are planned for today. `percent_taken` is None where nothing was planned. `signs`, of the
    baseline first and then of each week of the summary, are the days with each, out of `n` days answered, and their 0
    to 28 `sum`, None if an answer of the week is missing. `in_breaks` are the empty days of the course so far that lie
    in a break, by its reason.
    """
    baseline, (first, *weekly) = summary.baseline, signs
    return {
        "start": summary.course.start.isoformat(),
        "questions": [_question(question) for question in questions],
        "baseline": {
            **_means(baseline.means),
            "signs": _signs(first),
            "began_late": baseline.began_late,
        },
        "weeks": [
            {"week": number, **_means(week), "signs": _signs(own)}
            for number, (week, own) in enumerate(zip(summary.weeks, weekly, strict=True), start=1)
        ],
        "days": {**asdict(summary.completeness), "in_breaks": _in_breaks(breaks)},
        "treatments": [
            {"name": treatment.name, "kind": treatment.kind.value, **asdict(counts)} for treatment, counts in treatments
        ],
    }


def _in_breaks(breaks: BreakDays) -> dict[str, int]:
    return {reason.value: count for reason, count in breaks.by_reason}


def features_data(features: Features, sentence: str) -> dict[str, Any]:
    """`changes`, `course`, `itch_days` and `flares`: what is worked out beyond the weekly means.

    `changes` has each milestone week that has begun: per measure the change from baseline in its unit (`points`) and in
    `percent` of the baseline, None where a mean is missing and in a week that begins before a late baseline is over;
    per cent also where the baseline is 0, and for yes or no questions, whose means are shares. `course` says what
    worst itch did: for the `whole` of it, the last 7 days, 8 weeks and 4 weeks the difference of two averages in
    `points`, its 95 % interval from `low` to `high` and a `word` (fell, rose, level, cannot_tell), None where a window
    has too few days; `sentence` is what the pages say. Sleep and skin have the plain difference and how many days.
    `itch_days` are recorded days of the course at itch 0 to 1 (`low`) and at least 4 below the baseline (`improved`,
    None without a baseline of 4 or more), as trials count them; None before the course has begun.
    """
    return {
        "changes": [_changes(one) for one in features.milestones if one.week.number and one.means is not None],
        "course": {
            ITCH.key: {**_course(features.itch), "sentence": sentence},
            **{measure.key: _plain(features.others.get(measure.key), measure) for measure in MEASURES[1:]},
        },
        "itch_days": None if features.state is None else _itch_days(features.state),
        "flares": [{**_span(one.period), "highest": one.highest, "usual": one.usual} for one in features.flares],
    }


def recalled_data(recalls: Iterable[Recall], answered: WeeksAnswered | None) -> dict[str, Any]:
    """`recalled_weeks` and `weeks_answered`: what was remembered of seven days, in no mean and no count of days above.

    Each has the days it speaks of and its answers, None for none; `weeks_answered` is None unless the diary is kept
    once a week.
    """
    weeks = [{**_span(one.period), **{name: one.answer(name) for name in ASKED}} for one in recalls]
    return {"recalled_weeks": weeks, "weeks_answered": None if answered is None else asdict(answered)}


def _changes(one: Milestone) -> dict[str, Any]:
    values = {key: {"points": points, "percent": one.percents[key]} for key, points in one.changes.items()}
    answers = {key.removeprefix(ANSWER): values.pop(key) for key in one.changes if key.startswith(ANSWER)}
    return {"week": one.week.number, **values, "answers": answers}


def _course(found: CourseChange) -> dict[str, Any]:
    compared = None if found.compared is None else found.compared.value
    return {
        "whole": _change(found.whole),
        "last_7_days": _change(found.last_7_days),
        "last_8_weeks": _change(found.last_8_weeks),
        "last_4_weeks": _change(found.last_4_weeks),
        "by_week": found.by_week,
        "level_weeks": found.level_weeks,
        "compared_with": compared,
        "days": found.days,
        "of": found.of,
    }


def _change(found: Change | None) -> dict[str, Any] | None:
    if found is None:
        return None
    return {"points": found.points, "low": found.low, "high": found.high, "word": found.word.value}


def _plain(found: Window | None, measure: Measure) -> dict[str, Any]:
    if found is None or not found.is_full:
        return {"whole": None}
    points = change_between(found.before, found.now, measure)
    return {"whole": {"points": points, "n_before": found.before.n, "n": found.now.n}}


def _itch_days(state: ItchState) -> dict[str, Any]:
    shares = {"low_percent": state.low_percent, "improved_percent": state.improved_percent}
    return {**_span(state.period), **asdict(state.days), **shares}


def _span(period: Period) -> dict[str, Any]:
    return {"from": iso(period.first), "to": iso(period.last)}


def together_data(found: Findings) -> dict[str, Any]:
    """`together`: what was `compared` with worst itch, what has `too_few` days, and what has no other days (`alike`).

    `looks` of one are the itch of the `same_day` and of the `next_morning`: `mean_with` and `mean_without` it, the
    `difference` in points of like days, its 95 % interval from `low` to `high`, None where it may not be given, whether
    it `stands_out` from chance, and the name of what it shares its days with where that took its place.
    `middle` is the median of the answers above which days count as days with it; None but for scales and counts.
    """
    return {
        "together": {
            "compared": [_finding(one) for one in by_name(found.compared)],
            "too_few": [_finding(one) for one in by_name(found.too_few)],
            "alike": [
                {**_factor(one), "days": len(one.days), "alike": one.alike and one.alike.value} for one in found.alike
            ],
        }
    }


def _finding(one: Finding) -> dict[str, Any]:
    return {**_factor(one.factor), "looks": [_look(one, look) for look in one.looks]}


def _factor(one: Exposure) -> dict[str, Any]:
    return {"kind": one.key.partition(".")[0], "name": one.name, "middle": one.middle}


def _look(one: Finding, look: Association) -> dict[str, Any]:
    counts = {"days_with": look.days_with, "days_without": look.days_without}
    means = {"mean_with": look.with_it.mean, "mean_without": look.without.mean}
    numbers = {"difference": look.difference, "low": look.low, "high": look.high}
    other = None if look.same_days_as is None else one.named(look.same_days_as).name
    judged = {"stands_out": look.stands_out, "same_days_as": other}
    return {"itch": look.lag.name.lower(), **counts, **means, **numbers, **judged}


def events_data(events: Iterable[Event]) -> dict[str, Any]:
    """`visits` and `scores` with their `date`, `breaks` and `side_effects` with `from` and `to` (None if it goes on).

    The `severity` of a side effect is a word, None where it was not said; a score goes `from` its lowest to its highest
    value. Texts stand as they were written.
    """
    records = [event.record for event in events]
    return {
        "visits": [
            {"date": iso(visit.day), "who": visit.who, "notes": visit.notes, "questions": visit.questions}
            for visit in records
            if isinstance(visit, Visit)
        ],
        "scores": [_score(reading) for reading in records if isinstance(reading, Reading)],
        "breaks": [_break(one) for one in records if isinstance(one, DiaryBreak)],
        "side_effects": [_side_effect(effect) for effect in records if isinstance(effect, SideEffect)],
    }


def _score(reading: Reading) -> dict[str, Any]:
    """`value` is None where there is none; `missing` answers are why, if there are any."""
    low, high = reading.span or (None, None)
    span = {"from": low, "to": high}
    return {"date": iso(reading.day), "name": reading.name, "value": reading.value, **span, "missing": reading.missing}


def _break(one: DiaryBreak) -> dict[str, Any]:
    return {**_span(one.period), "reason": one.reason.value, "words": one.words}


def _side_effect(effect: SideEffect) -> dict[str, Any]:
    severity = None if effect.severity is None else effect.severity.value
    days = {"from": iso(effect.first), "to": iso(effect.last)}
    return {"what": effect.what, **days, "severity": severity, "done": effect.done}


def _signs(week: SignDays) -> dict[str, Any]:
    return {**{line: asdict(counted) for line, counted in week.of.items()}, "sum": week.total}


def _means(means: Means) -> dict[str, Any]:
    period = means.period
    values = {key: {"mean": mean.mean, "n": mean.n} for key, mean in means.of.items()}
    answers = {key.removeprefix(ANSWER): values.pop(key) for key in means.of if key.startswith(ANSWER)}
    return {"from": period.first.isoformat(), "to": period.last.isoformat(), **values, "answers": answers}


def _question(question: Question) -> dict[str, Any]:
    words = {"key": question.key, "text": question.text, "unit": question.unit}
    return {**words, "kind": question.kind.value, "better": question.better.value, "hidden": question.hidden}
