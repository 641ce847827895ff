"""Drafts of forms: kept to the letter, beside the records and never among them."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adtracker.domain.records.day import DayEntry
from adtracker.exchange.codecs.all_codecs import read_snapshot
from adtracker.exchange.export import CSV, JSON, export
from adtracker.storage.journal import Journal
from tests.storage.samples import TODAY, open_journal

EVERYTHING = st.text() | st.booleans() | st.none() | st.integers(-(2**53), 2**53) | st.floats(allow_nan=False)
CONTENTS = st.dictionaries(st.text(max_size=20), EVERYTHING | st.just("half \ud83e, nul \0"), max_size=6)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(form=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30), content=CONTENTS)
def test_a_draft_is_there_as_it_was_typed(journal: Journal, form: str, content: dict[str, object]) -> None:
    journal.keep_draft(form, content)  # type: ignore[arg-type]
    kept = journal.draft(form)
    assert kept is not None
    assert (kept.form, kept.content) == (form, content)
    assert kept.saved_at.tzinfo is not None


def test_a_form_has_one_draft_until_it_is_dropped_also_after_a_new_start(path: Path) -> None:
    journal = open_journal(path)
    journal.keep_draft("visit/new", {"who": "Dr. Web"})
    journal.keep_draft("visit/new", {"who": "Dr. Weber"})
    journal.keep_draft("visit/12", {"who": "Dr. Roth"})
    journal.close()
    journal = open_journal(path)
    kept = journal.draft("visit/new")
    assert kept is not None
    assert kept.content == {"who": "Dr. Weber"}
    journal.drop_draft("visit/new")
    journal.drop_draft("visit/new")
    assert journal.draft("visit/new") is None
    assert journal.draft("visit/12") is not None
    journal.close()


def test_a_draft_is_no_part_of_the_diary(journal: Journal) -> None:
    journal.save(DayEntry(TODAY, itch=4))
    before = [export(read_snapshot(journal), form) for form in (JSON, CSV)]
    journal.keep_draft("visit/new", {"who": "Dr. Weber"})
    assert [export(read_snapshot(journal), form) for form in (JSON, CSV)] == before
    assert journal.check() == []


def test_a_draft_that_says_more_than_a_form_can_is_read_as_far_as_it_goes(journal: Journal) -> None:
    odd = {"who": "Dr. Weber", "list": [1], "table": {"a": 1}}
    journal.keep_draft("visit/new", json.loads(json.dumps(odd)))
    kept = journal.draft("visit/new")
    assert kept is not None
    assert kept.content == {"who": "Dr. Weber"}
