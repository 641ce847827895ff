"""Scores and questionnaires are kept as they were given, can be taken back, deleted and brought back."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from adtracker.domain.common.problem import RefusedError
from adtracker.domain.edits.edit import Change, Edit
from adtracker.domain.edits.kinds import Record
from adtracker.domain.scores.answer_validation import respond
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.definition_content import definition_of, questionnaire_of
from adtracker.domain.scores.questionnaire import Answer, Questionnaire
from adtracker.domain.scores.response import Response
from adtracker.exchange.questionnaires.file import open_form
from adtracker.resources import Texts
from adtracker.storage.journal import Journal
from tests.forms.strategies import answered
from tests.storage.samples import TODAY, open_journal, write_daily

INSTRUMENT = open_form(Path(__file__).parents[1] / "forms" / "evening.toml").instrument
EVENING = definition_of(INSTRUMENT, TODAY)
FILLED = respond(INSTRUMENT, TODAY, {"dry": "some", "sore": "all", "red": "none", "creamed": True, "tubes": 1.5})
EASI = ClinicScore(TODAY, "easi", 12.3, "Dr. Osei", "before the new treatment")


def _state(journal: Journal) -> tuple[object, ...]:
    return journal.forms(), journal.filled_forms(), journal.scores()


def _entries(journal: Journal) -> list[ClinicScore | Response]:
    return [*journal.scores(), *journal.filled_forms()]


def test_scores_and_answers_are_kept_with_the_form_they_belong_to(journal: Journal) -> None:
    for record in (EASI, EVENING, FILLED):
        journal.save(record)
    assert [replace(one, key=None) for one in _entries(journal)] == [EASI, FILLED]
    assert questionnaire_of(journal.forms()[0]) == INSTRUMENT
    assert journal.filled_forms()[0].value == 4
    assert journal.check() == []


@pytest.mark.slow
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(given=answered())
def test_any_form_and_any_answers_come_back(path: Path, given: tuple[Questionnaire, Mapping[str, Answer]]) -> None:
    instrument, answers = given
    form, filled = definition_of(instrument, TODAY), respond(instrument, TODAY, answers)
    journal = open_journal(path)
    wanted: list[Record] = [form, filled] if filled.answers else [form]
    edit = journal.save_all(wanted)
    assert journal.forms() == (form,)
    assert [replace(one, key=None) for one in journal.filled_forms()] == wanted[1:]
    assert questionnaire_of(form) == instrument
    assert journal.check() == []
    journal.replay(edit.inverse())
    journal.close()


def test_all_of_it_is_taken_back_and_done_again(journal: Journal) -> None:
    edits = [journal.save(record) for record in (EVENING, EASI, FILLED)]
    edits.append(journal.save(replace(EVENING, every_days=None, hidden=True)))
    edits += [journal.remove(one) for one in _entries(journal)]
    end = _state(journal)
    for edit in reversed(edits):
        journal.replay(edit.inverse())
    assert _state(journal) == ((), (), ())
    for edit in edits:
        journal.replay(edit)
    assert _state(journal) == end
    assert len(journal.removed()) == 2


@pytest.mark.parametrize("record", [EASI, FILLED], ids=["score", "answers"])
def test_what_is_deleted_can_be_brought_back_for_thirty_days(journal: Journal, record: ClinicScore | Response) -> None:
    journal.save_all([EVENING, record])
    (kept,) = _entries(journal)
    journal.remove(kept)
    assert _entries(journal) == []
    assert journal.removed() == (replace(kept, removed_on=TODAY),)
    journal.save(kept)
    assert _entries(journal) == [kept]
    journal.remove(kept)
    write_daily(journal.path, range(1, 32))
    assert journal.removed() == ()
    assert journal.forms() == (EVENING,)


def test_one_version_of_a_form_has_one_text(journal: Journal) -> None:
    journal.save_all([EVENING, FILLED])
    other = definition_of(replace(INSTRUMENT, licence="CC-BY-4.0"), TODAY)
    with pytest.raises(RefusedError) as caught:
        journal.save(other)
    assert [problem.rule for problem in caught.value.problems] == ["form_differs"]
    journal.save(definition_of(replace(INSTRUMENT, version="3", licence="CC-BY-4.0"), TODAY))
    assert [form.key for form in journal.forms()] == [EVENING.key, EVENING.key.replace("|2", "|3")]


@pytest.mark.parametrize(
    ("record", "rule"),
    [
        (replace(EASI, value=72.5), "score_range"),
        (replace(EASI, scale="none"), "scale_unknown"),
        (replace(EASI, day=TODAY + timedelta(days=1)), "future_day"),
        (replace(FILLED, form="nowhere|1"), "form_unknown"),
        (replace(FILLED, answers=()), "answers_missing"),
        (replace(EVENING, content="{}"), "missing"),
        (replace(EVENING, content="[" * 100_000), "form_unreadable"),
        (replace(EVENING, title="Another"), "form_misnamed"),
        (replace(EVENING, every_days=0), "number_range"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(journal: Journal, record: Record, rule: str) -> None:
    journal.save(EVENING)
    with pytest.raises(RefusedError) as caught:
        journal.save(record)
    assert rule in {problem.rule for problem in caught.value.problems}
    assert "{" not in Texts().error(caught.value)
    assert _state(journal) == ((EVENING,), (), ())


def test_what_a_damaged_import_left_is_named_with_its_day(journal: Journal) -> None:
    broken = Definition("a|1", "A form", "{}", TODAY)
    wanted: list[Record] = [broken, Response(TODAY, "a|1", (("dry", "some"),)), replace(EASI, value=80.0)]
    journal.replay(Edit(tuple(Change(None, record) for record in wanted)))
    named = {(problem.field, problem.rule) for problem in journal.check()}
    assert {(f"{TODAY} form", "form_unknown"), (f"{TODAY} value", "score_range"), ("id", "missing")} <= named
