"""Treatments and doses as JSON: they come back exactly, and whatever else stands there is refused with its place."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.records.day import DayEntry
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.known import Known
from adtracker.domain.treatments.schedule import Daily, Every, Stopped, Unit, WhenNeeded
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.json import diary as json_diary
from adtracker.exchange.references import References
from adtracker.exchange.snapshot import Snapshot
from adtracker.resources import Texts
from tests.strategies import SITES, TODAY, day_doses, treatments

TEXTS = Texts()
START = date(2026, 8, 1)
histories = st.lists(
    st.tuples(treatments, st.lists(day_doses(1), max_size=4, unique_by=lambda doses: doses.day)), max_size=3
)


def _read(data: object) -> ImportResult:
    parsed = ImportResult(TODAY, References(sites=SITES))
    json_diary.read(data if isinstance(data, str) else json.dumps(data), parsed)
    return parsed


@settings(max_examples=40)
@given(histories)
def test_what_is_written_reads_back_exactly(histories: Sequence[tuple[Treatment, list[DayDoses]]]) -> None:
    stored = [replace(treatment, key=number) for number, (treatment, _) in enumerate(histories, start=1)]
    doses = [replace(one, treatment=number) for number, (_, own) in enumerate(histories, start=1) for one in own]
    parsed = _read(json_diary.write(Snapshot([*stored, *doses])))
    assert parsed.refused == []
    assert parsed.of(Treatment) == [replace(treatment, key=-(treatment.key or 0)) for treatment in stored]
    assert parsed.of(DayDoses) == [replace(one, treatment=-one.treatment) for one in doses]


def test_a_treatment_is_written_as_the_format_says() -> None:
    plans = (
        Plan(START, Every(4, Unit.WEEKS, START), "250 mg", "500 mg"),
        Plan(date(2027, 1, 1), Daily(2), reason="closer"),
        Plan(date(2027, 2, 1), Stopped()),
        Plan(date(2027, 3, 1), WhenNeeded()),
    )
    treatment = Treatment("Amlitelimab", Kind.INJECTION, plans, "", START, 3, 14, key=7)
    doses = DayDoses(7, START, taken=1, sites=("abdomen_left",), amount="500 mg", recorded_on=START)
    data = json.loads(json_diary.write(Snapshot([treatment, doses])))
    every = {"type": "every", "count": 4, "unit": "weeks", "start": "2026-08-01"}
    assert data["treatments"] == [
        {
            "name": "Amlitelimab",
            "kind": "injection",
            "strength": "",
            "counted_on": "2026-08-01",
            "doses_left": 3,
            "order_days": 14,
            "plans": [
                _plan(schedule=every, dose="250 mg", loading_dose="500 mg"),
                _plan("2027-01-01", schedule={"type": "daily", "times": 2}, reason="closer"),
                _plan("2027-02-01", schedule={"type": "stopped"}),
                _plan("2027-03-01", schedule={"type": "when_needed"}),
            ],
            "doses": [
                {
                    "date": "2026-08-01",
                    "taken": 1,
                    "skipped": 0,
                    "reason": "",
                    "amount": "500 mg",
                    "sites": ["abdomen_left"],
                    "recorded_at": None,
                    "recorded_on": "2026-08-01",
                }
            ],
        }
    ]


def _plan(first: str = "2026-08-01", **fields: object) -> dict[str, object]:
    return {"from": first, "dose": "", "loading_dose": "", "reason": "", "known": "day", **fields}


def _daily(**fields: object) -> dict[str, object]:
    return {"from": "2026-08-01", "schedule": {"type": "daily", "times": 2}, **fields}


def _treatment(**fields: object) -> dict[str, object]:
    return {"name": "Mometasone", "kind": "cream", "plans": [_daily()], **fields}


def _dose(**fields: object) -> dict[str, object]:
    return _treatment(doses=[{"date": "2026-08-01", "taken": 1, **fields}])


def test_what_is_missing_is_not_recorded() -> None:
    parsed = _read({"adtracker": 2, "treatments": [_treatment(doses=[{"date": "2026-08-02"}])]})
    assert parsed.refused == []
    assert parsed.of(Treatment) == [Treatment("Mometasone", Kind.CREAM, (Plan(START, Daily(2)),), key=-1)]
    assert not parsed.of(DayDoses)


def test_a_file_of_the_first_version_has_no_treatments() -> None:
    parsed = _read({"adtracker": 1, "days": [{"date": "2026-08-01", "itch": 3}]})
    assert (len(parsed.of(DayEntry)), parsed.refused) == (1, [])
    assert not parsed.of(Treatment)
    assert not parsed.of(DayDoses)


PLAN = "plans[0]"
SCHEDULE = f"{PLAN}.schedule"


@pytest.mark.parametrize(
    ("treatment", "place", "field", "rule"),
    [
        (_treatment(name=None), "", "name", "treatment_unnamed"),
        (_treatment(name=7), "", "name", "not_a_text"),
        (_treatment(kind=None), "", "kind", "missing"),
        (_treatment(kind="potion"), "", "kind", "not_a_choice"),
        (_treatment(colour="red"), "", "colour", "unknown_name"),
        (_treatment(plans=None), "", "plans", "plans_range"),
        (_treatment(plans={}), "", "plans", "not_a_list"),
        (_treatment(plans=["soon"]), "", PLAN, "not_an_object"),
        (_treatment(plans=[_daily(**{"from": None})]), "", f"{PLAN}.from", "missing"),
        (_treatment(plans=[_daily(until="2027-01-01")]), "", f"{PLAN}.until", "unknown_name"),
        (_treatment(plans=[_daily(schedule=None)]), "", SCHEDULE, "missing"),
        (_treatment(plans=[_daily(schedule={})]), "", f"{SCHEDULE}.type", "missing"),
        (_treatment(plans=[_daily(schedule={"type": "monthly"})]), "", f"{SCHEDULE}.type", "not_a_choice"),
        (_treatment(plans=[_daily(schedule={"type": "daily"})]), "", f"{SCHEDULE}.times", "missing"),
        (_treatment(plans=[_daily(schedule={"type": "daily", "times": 13})]), "", "times", "times_range"),
        (_treatment(plans=[_daily(schedule={"type": "daily", "times": 1.5})]), "", f"{SCHEDULE}.times", "not_a_number"),
        (_treatment(plans=[_daily(schedule={"type": "daily", "times": 10**400})]), "", "times", "times_range"),
        (_treatment(plans=[_daily(), _daily()]), "", "first", "change_before_start"),
        (_treatment(doses={}), "", "doses", "not_a_list"),
        (_dose(date=None), ".doses[0]", "date", "missing"),
        (_dose(taken=25), ".doses[0]", "taken", "number_range"),
        (_dose(taken=True), ".doses[0]", "taken", "not_a_number"),
        (_dose(sites=["tail"]), ".doses[0]", "sites", "not_a_choice"),
        (_dose(sites=[None]), ".doses[0]", "sites", "not_a_choice"),
        (_dose(sites=[["abdomen_left"]]), ".doses[0]", "sites", "not_a_choice"),
        (_dose(sites="abdomen_left"), ".doses[0]", "sites", "not_a_list"),
        (_dose(recorded_at="soon"), ".doses[0]", "recorded_at", "not_a_moment"),
        (_dose(mood=3), ".doses[0]", "mood", "unknown_name"),
        (_treatment(doses=[{"date": "2026-08-01", "taken": 1}] * 2), ".doses[1]", "date", "day_twice"),
    ],
)
def test_what_cannot_be_taken_is_named_with_its_place_and_reason(
    treatment: dict[str, object], place: str, field: str, rule: str
) -> None:
    parsed = _read({"adtracker": 2, "treatments": [_treatment(), treatment]})
    (refused,) = parsed.refused
    problem = refused.problems[0]
    assert (refused.place.path, problem.field, problem.rule) == (f"treatments[1]{place}", field, rule)
    assert TEXTS.problem(problem)


@pytest.mark.parametrize("missing", ["count", "unit", "start"])
def test_an_interval_needs_all_its_parts(missing: str) -> None:
    every = {"type": "every", "count": 4, "unit": "weeks", "start": "2026-08-01"}
    del every[missing]
    parsed = _read({"adtracker": 2, "treatments": [_treatment(plans=[_daily(schedule=every)])]})
    found = [(problem.field, problem.rule) for refused in parsed.refused for problem in refused.problems]
    assert found == [(f"{SCHEDULE}.{missing}", "missing")]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)
anything = st.fixed_dictionaries(
    {"name": JSON, "kind": JSON | st.just("cream")},
    optional={
        "plans": JSON | st.lists(st.fixed_dictionaries({"from": JSON, "schedule": JSON}), max_size=2),
        "doses": JSON | st.lists(st.fixed_dictionaries({"date": JSON, "taken": JSON, "sites": JSON}), max_size=2),
    },
)


@given(st.lists(JSON | anything, max_size=3))
def test_whatever_stands_in_a_file_it_is_taken_or_refused_and_never_a_fault(found: list[Any]) -> None:
    parsed = _read({"adtracker": 2, "treatments": found})
    assert len(parsed.of(Treatment)) + len({refused.place for refused in parsed.refused}) >= len(found)
    assert {refused.place.path.partition(".")[0] for refused in parsed.refused} <= {
        f"treatments[{index}]" for index in range(len(found))
    }


def test_a_plan_that_does_not_say_how_exactly_its_day_is_known_means_the_day() -> None:
    (found,) = _read({"adtracker": 2, "treatments": [_treatment()]}).of(Treatment)
    assert found.plans[0].known is Known.DAY
