"""Whole diaries, for hypothesis: records of every kind, with what they name among them."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.scores.answer_validation import respond
from adtracker.domain.scores.definition_content import definition_of
from adtracker.exchange.codecs.all_codecs import CODECS
from adtracker.exchange.codecs.days import DAYS
from adtracker.exchange.codecs.person import PROFILE
from adtracker.exchange.snapshot import Snapshot
from tests import strategies
from tests.forms.strategies import answered

_VALUES: dict[AnswerKind, st.SearchStrategy[float]] = {
    AnswerKind.SCALE: st.floats(0, 10),
    AnswerKind.YES_NO: st.sampled_from([0.0, 1.0]),
    AnswerKind.COUNT: st.integers(0, 1_000_000).map(float),
    AnswerKind.AMOUNT: st.floats(0, 1_000_000),
}
USUAL = ("stress",)
# Its key is the word for an empty list in a table.
_NONE = Trigger("none", "Hair")


@st.composite
def diaries(draw: st.DrawFn, fit: Callable[[DayEntry], DayEntry] = lambda entry: entry) -> list[Record]:
    """Records of all kinds; `fit` makes an entry fit for where it goes. Treatments have numbers below zero."""
    questions = draw(st.lists(strategies.questions, max_size=3, unique_by=_key))
    triggers = draw(st.lists(strategies.triggers | st.just(_NONE), max_size=3, unique_by=_key))
    chosen = [trigger.key for trigger in triggers] + [*USUAL]
    days = [fit(draw(_days_of(entry, questions, chosen))) for entry in draw(st.lists(strategies.entries, max_size=3))]
    records: list[Record] = [draw(strategies.profiles), *draw(strategies.courses), *triggers, *questions]
    for number, treatment in enumerate(draw(st.lists(strategies.treatments, max_size=2)), start=1):
        doses = st.lists(strategies.day_doses(-number), max_size=2, unique_by=_day)
        records += [replace(treatment, key=-number), *draw(doses)]
    records += draw(st.lists(strategies.recalls, max_size=2, unique_by=_day))
    records += draw(st.lists(strategies.visits, max_size=2)) + draw(st.lists(strategies.side_effects(), max_size=2))
    records += draw(st.lists(strategies.breaks(), max_size=2))
    records += draw(scores_and_forms())
    return [*records, *sorted({entry.day: entry for entry in days if not entry.is_empty}.values(), key=_day)]


@st.composite
def scores_and_forms(draw: st.DrawFn) -> list[Record]:
    """Scores, and perhaps a form with what was answered to it."""
    records: list[Record] = list(draw(st.lists(strategies.clinic_scores(), max_size=2)))
    if draw(st.booleans()):
        instrument, answers = draw(answered())
        form = replace(
            definition_of(instrument, draw(strategies.DAYS)), every_days=draw(st.none() | st.integers(1, 366))
        )
        filled = respond(instrument, draw(strategies.DAYS), answers)
        records += [form, filled] if filled.answers else [form]
    return records


def _days_of(entry: DayEntry, questions: Sequence[Question], chosen: Sequence[str]) -> st.SearchStrategy[DayEntry]:
    """The entry with answers to these questions, and triggers from among these."""
    answers = st.fixed_dictionaries({}, optional={one.key: _VALUES[one.kind] for one in questions})
    return st.builds(
        lambda answered, ticked: replace(entry, answers=tuple(sorted(answered.items())), context=ticked),
        answers,
        st.none() | st.lists(st.sampled_from(chosen), unique=True, max_size=3).map(tuple),
    )


def as_in_a_table(entry: DayEntry) -> DayEntry:
    """What of an entry a table of days can hold."""
    extent = None if entry.extent is None else Extent(entry.extent.percent, ExtentMethod.PERCENT)
    return replace(entry, extent=extent, recorded_at=None, recorded_on=None)


def without_keys(contents: Snapshot) -> dict[str, list[Any]]:
    """All records by kind, with the numbers that tell them apart in one diary counted from one."""
    numbers: dict[Any, int] = {}
    return {section.name: [_renumbered(one, numbers) for one in contents.of(section.kind)] for section in CODECS}


def _renumbered(record: Any, numbers: dict[Any, int]) -> Any:
    if isinstance(getattr(record, "key", None), int):
        number = numbers.setdefault((type(record), record.key), len(numbers))
        if hasattr(record, "plans"):
            numbers["treatment", record.key] = number
        return replace(record, key=number)
    if hasattr(record, "treatment") and hasattr(record, "taken"):
        return replace(record, treatment=numbers["treatment", record.treatment])
    return record


def saying_something(records: Sequence[Record]) -> list[Record]:
    """Without a profile that says nothing, which no file has."""
    return [record for record in records if not isinstance(record, PROFILE.kind) or not PROFILE.is_empty(record)]


def tabled(records: Sequence[Record]) -> list[Record]:
    """The same diary after a way through tables."""
    return [as_in_a_table(record) if isinstance(record, DAYS.kind) else record for record in records]


def _key(record: Any) -> str:
    return str(record.key)


def _day(record: Any) -> Any:
    return record.day
