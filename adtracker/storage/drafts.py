"""Keeps drafts of forms: a table beside the records, which no export, check or undo looks at."""

from __future__ import annotations

import json

from sqlalchemy import Connection, bindparam, delete, select

from adtracker.domain.common.draft import Content, Draft
from adtracker.storage.repositories.repository import Row, moment_of, moment_text, readable, upsert
from adtracker.storage.schema.upkeep import DRAFT

_PUT = upsert(DRAFT)
_FIND = select(DRAFT.c.form, DRAFT.c.content, DRAFT.c.saved_at).where(DRAFT.c.form == bindparam("of_form"))
_DROP = delete(DRAFT).where(DRAFT.c.form == bindparam("of_form"))


def find(connection: Connection, form: str) -> Draft | None:
    """The draft of a form, if it has one."""
    row = connection.execute(_FIND, {"of_form": form}).mappings().first()
    return None if row is None else _draft(row)


def put(connection: Connection, draft: Draft) -> None:
    """Keep a draft in place of the one that its form had."""
    content = json.dumps(dict(draft.content))  # as plain letters: half a character that was typed is no UTF-8
    connection.execute(_PUT, {"form": draft.form, "content": content, "saved_at": moment_text(draft.saved_at)})


def drop(connection: Connection, form: str) -> None:
    """Take out the draft of a form; none is fine."""
    connection.execute(_DROP, {"of_form": form})


@readable
def _draft(row: Row) -> Draft:
    moment = moment_of(row["saved_at"])
    if moment is None or moment.tzinfo is None:
        raise ValueError("a draft says when it was kept")
    return Draft(row["form"], _plain(json.loads(row["content"])), moment)


def _plain(content: dict[str, object]) -> Content:
    """What a form can make something of; anything else stands in no draft of ours."""
    return {name: value for name, value in content.items() if value is None or isinstance(value, str | int | float)}
