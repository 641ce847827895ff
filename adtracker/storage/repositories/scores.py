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
    """A score from a row of `clinic_score`."""
    return ClinicScore(
        day=date.fromisoformat(row["day"]),
        scale=row["scale"],
        value=row["value"],
        given_by=row["given_by"],
        note=row["note"],
        removed_on=day_of(row["removed_on"]),
        key=row["id"],
    )


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
    """A form from a row of `form`; its content is read where it is asked."""
    return Definition(
        key=row["key"],
        title=row["title"],
        content=row["content"],
        opened_on=date.fromisoformat(row["opened_on"]),
        every_days=row["every_days"],
        hidden=bool(row["hidden"]),
    )


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
    """A form filled in, from a row of `filled_form`."""
    return Response(
        day=date.fromisoformat(row["day"]),
        form=row["form"],
        answers=tuple(sorted(json.loads(row["answers"]).items())),
        value=row["value"],
        removed_on=day_of(row["removed_on"]),
        key=row["id"],
    )


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
