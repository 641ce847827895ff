"""A document of FHIR R4: another library and rules of our own accept it, and refuse what is broken."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings

from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.records.recall import Recall
from adtracker.domain.records.sign import Sign
from adtracker.domain.scores.answer_validation import respond
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.definition_content import definition_of
from adtracker.domain.scores.questionnaire import Choice, Group, OneOf, Question, Questionnaire, YesNo
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.known import Known
from adtracker.domain.treatments.schedule import Daily, Stopped
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.exchange.fhir.document import write
from adtracker.exchange.snapshot import Snapshot
from tests.every_kind import SAMPLES
from tests.exchange.fhir.document_check import Element, problems
from tests.exchange.whole import diaries

DAY = date(2026, 8, 2)
_ASKED = Question("dry", "How dry?", OneOf((Choice("0", "not"), Choice("1", "very"))), required=True)
FORM = Questionnaire("urn:evening", "1", "Evening", (Group("Skin", (_ASKED, Question("hot", "Hot?", YesNo()))),))
FILLED = respond(FORM, DAY, {"dry": "1", "hot": True})


def _whole() -> list[Record]:
    """A record of every kind, and a form with answers."""
    plain = [one for kind, one in SAMPLES.items() if kind not in (type(FILLED), type(definition_of(FORM, DAY)))]
    return [*plain, definition_of(FORM, DAY), FILLED, DayDoses(4, date(2026, 8, 3), 1, 1, "Forgot")]


def _bundle(*records: Record) -> Element:
    found: Element = json.loads(write(Snapshot(records or _whole())))
    return found


def _one(bundle: Element, kind: str) -> list[Element]:
    return [one["resource"] for one in bundle["entry"] if one["resource"]["resourceType"] == kind]


@settings(max_examples=40)
@given(diaries())
def test_every_diary_makes_a_document_that_others_can_rely_on(records: list[Record]) -> None:
    assert problems(json.loads(write(Snapshot(records)))) == []


def test_the_same_diary_gives_the_same_bytes_and_another_one_other_ids() -> None:
    assert write(Snapshot(_whole())) == write(Snapshot(_whole()))
    alone, other = DayEntry(DAY, itch=3), DayEntry(DAY, itch=3, recorded_at=datetime(2026, 8, 2, 7, tzinfo=UTC))
    ids = [{one["fullUrl"] for one in _bundle(day)["entry"]} for day in (alone, other)]
    assert not ids[0] & ids[1]


def test_every_kind_has_its_resource() -> None:
    kinds = [one["resource"]["resourceType"] for one in _bundle()["entry"]]
    assert kinds[:2] == ["Composition", "Patient"]
    assert {
        "AdverseEvent",
        "Basic",
        "CarePlan",
        "Condition",
        "DocumentReference",
        "Encounter",
        "MedicationAdministration",
        "MedicationStatement",
        "Observation",
        "Questionnaire",
        "QuestionnaireResponse",
    } <= set(kinds)


def test_what_was_not_answered_has_no_component_and_is_never_zero() -> None:
    (day,) = _one(_bundle(DayEntry(DAY, sleep_quality=0, signs=(Sign.DRY,))), "Observation")
    said = {one["code"]["coding"][0]["code"]: one for one in day["component"]}
    assert "itch" not in said
    assert said["sleep_quality"]["valueQuantity"]["value"] == 0
    assert [said[sign.value]["valueBoolean"] for sign in Sign] == [True, False, False, False, False]


def test_the_share_of_skin_is_a_per_cent_of_ucum() -> None:
    (day,) = _one(_bundle(DayEntry(DAY, extent=Extent(12.5, ExtentMethod.PERCENT))), "Observation")
    share = day["component"][0]["valueQuantity"]
    assert share == {"value": 12.5, "unit": "%", "system": "http://unitsofmeasure.org", "code": "%"}


def test_a_recalled_week_is_of_seven_days_and_says_that_it_was_recalled() -> None:
    (found,) = _one(_bundle(Recall(DAY, 8, sleep_quality=5.5, extent_percent=12)), "Observation")
    assert found["effectivePeriod"] == {"start": "2026-07-27", "end": "2026-08-02"}
    assert "effectiveDateTime" not in found
    assert found["method"]["coding"][0]["code"] == "recalled"
    assert "not written down day by day" in found["note"][0]["text"]
    codes = {one["code"]["coding"][0]["code"]: one["valueQuantity"]["value"] for one in found["component"]}
    assert codes == {"worst_itch": 8, "sleep_quality": 5.5, "extent_percent": 12}
    day = _one(_bundle(DayEntry(DAY, 8, 5.5)), "Observation")[0]
    systems = [{one["code"]["coding"][0]["system"] for one in told["component"]} for told in (found, day)]
    assert not systems[0] & systems[1]


def test_poem_has_its_code_of_loinc_and_other_scores_have_our_own() -> None:
    scores = _one(_bundle(ClinicScore(DAY, "poem", 12), ClinicScore(DAY, "easi", 9.8)), "Observation")
    codes = [[(one["system"], one["code"]) for one in score["code"]["coding"]] for score in scores]
    assert codes == [
        [("http://loinc.org", "89870-0"), ("urn:adtracker:scale", "poem")],
        [("urn:adtracker:scale", "easi")],
    ]


def test_what_the_person_has_is_what_they_say() -> None:
    (condition,) = _one(_bundle(), "Condition")
    assert condition["code"]["coding"] == [{"system": "http://snomed.info/sct", "code": "24079001"}]
    assert condition["verificationStatus"]["coding"][0]["code"] == "unconfirmed"
    assert condition["asserter"] == condition["subject"]


def test_a_dose_that_was_not_taken_says_why() -> None:
    doses = _one(_bundle(), "MedicationAdministration")
    assert [one["status"] for one in doses] == ["completed", "completed", "not-done"]
    assert doses[-1]["statusReason"] == [{"text": "Forgot"}]
    (plan,) = _one(_bundle(), "MedicationStatement")
    assert doses[0]["supportingInformation"] == [{"reference": f"urn:uuid:{plan['id']}"}]


def test_no_more_of_a_date_is_written_than_is_known() -> None:
    plans = (
        Plan(date(2019, 1, 1), Daily(1), known=Known.YEAR),
        Plan(date(2021, 3, 1), Daily(2), known=Known.MONTH),
        Plan(date(2022, 6, 1), Stopped(), known=Known.MONTH),  # used until some day in May
    )
    statements = _one(_bundle(Treatment("Ciclosporin", Kind.TABLET, plans, key=9)), "MedicationStatement")
    assert [one["effectivePeriod"] for one in statements] == [
        {"start": "2019", "end": "2021-03"},
        {"start": "2021-03", "end": "2022-05"},
        {"start": "2022-06-01"},
    ]


def _twice(bundle: Element) -> None:
    bundle["entry"][2]["fullUrl"] = bundle["entry"][3]["fullUrl"]


def _linked_twice(bundle: Element) -> None:
    (form,) = _one(bundle, "Questionnaire")
    form["item"].append({"linkId": "dry", "type": "display", "text": "Again"})


def _set(kind: str, name: str, value: Any) -> Callable[[Element], None]:
    def broken(bundle: Element) -> None:
        _one(bundle, kind)[0][name] = value

    return broken


def _without(kind: str, name: str) -> Callable[[Element], None]:
    def broken(bundle: Element) -> None:
        del _one(bundle, kind)[0][name]

    return broken


@pytest.mark.parametrize(
    "broken",
    [
        pytest.param(lambda bundle: bundle.pop("identifier"), id="no identifier"),
        pytest.param(lambda bundle: bundle.pop("timestamp"), id="no time"),
        pytest.param(lambda bundle: bundle.update(type="collection"), id="no document"),
        pytest.param(lambda bundle: bundle["entry"].reverse(), id="the Composition is last"),
        pytest.param(lambda bundle: bundle["entry"].pop(1), id="a reference to a person who is not there"),
        pytest.param(_twice, id="a fullUrl twice"),
        pytest.param(_linked_twice, id="a linkId twice"),
        pytest.param(_without("Observation", "status"), id="an Observation without a status"),
        pytest.param(_set("Observation", "effectiveDateTime", "2026-13-01"), id="a day of a thirteenth month"),
        pytest.param(_set("MedicationStatement", "subject", {"reference": "urn:uuid:0"}), id="another person"),
        pytest.param(_set("Patient", "nickname", "A."), id="an element that FHIR does not have"),
        pytest.param(lambda bundle: _one(bundle, "Composition")[0]["section"].pop(), id="an entry that is not listed"),
    ],
)
def test_a_broken_document_is_refused(broken: Callable[[Element], None]) -> None:
    bundle = _bundle()
    assert problems(bundle) == []
    broken(bundle)
    assert problems(bundle)
