"""Scores that somebody gave, questionnaires by their edition, and what was answered to them by its number."""

from __future__ import annotations

import json
from datetime import date

from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.response import Response
from adtracker.storage.repositories.repository import Row, Values, day_of, day_text
from adtracker.storage.repositories.rows import RowRepository
from adtracker.storage.schema import CLINIC_SCORE, FILLED_FORM, FORM


def clinic_score_of(row: Row) -> ClinicScore:
    """A score from the columns of `clinic_score`, in their order."""
    key, day, scale, value, given_by, note, removed_on = row
    return ClinicScore(date.fromisoformat(day), scale, value, given_by, note, day_of(removed_on), key)


def clinic_score_values(score: ClinicScore) -> Values:
    """The columns of `clinic_score` but its number."""
    return {
        "day": score.day.isoformat(),
        "scale": score.scale,
        "value": score.value,
        "given_by": score.given_by,
        "note": score.note,
        "removed_on": day_text(score.removed_on),
    }


def form_of(row: Row) -> Definition:
    """A form from the columns of `form`, in their order; its content is read where it is asked."""
    key, title, content, every_days, opened_on, hidden = row
    return Definition(key, title, content, date.fromisoformat(opened_on), every_days, bool(hidden))


def form_values(form: Definition) -> Values:
    """The columns of `form` but the key."""
    return {
        "title": form.title,
        "content": form.content,
        "every_days": form.every_days,
        "opened_on": form.opened_on.isoformat(),
        "hidden": int(form.hidden),
    }


def filled_form_of(row: Row) -> Response:
    """A form filled in, from the columns of `filled_form` in their order."""
    key, day, form, answers, value, removed_on = row
    pairs = tuple(sorted(json.loads(answers).items()))
    return Response(date.fromisoformat(day), form, pairs, value, day_of(removed_on), key)


def filled_form_values(filled: Response) -> Values:
    """The columns of `filled_form` but its number."""
    return {
        "day": filled.day.isoformat(),
        "form": filled.form,
        "answers": json.dumps(dict(filled.answers), ensure_ascii=False),
        "value": filled.value,
        "removed_on": day_text(filled.removed_on),
    }


CLINIC_SCORES = RowRepository(CLINIC_SCORE, ["day"], clinic_score_of, clinic_score_values)
FORMS = RowRepository(FORM, ["title"], form_of, form_values)
FILLED_FORMS = RowRepository(FILLED_FORM, ["day"], filled_form_of, filled_form_values)
