"""No kind of record can be missing from what "holds everything"."""

import json
from typing import get_args

import pytest

from adtracker.domain.edits.kinds import Record, kind_of
from adtracker.domain.treatments.treatment import Treatment
from adtracker.exchange.codecs.all_codecs import CODECS
from adtracker.exchange.csv.tables import has_rows, write_tables
from adtracker.exchange.json import diary as json_diary
from adtracker.exchange.snapshot import Snapshot
from adtracker.storage.repositories.all_repositories import REPOSITORIES
from tests.every_kind import SAMPLES


def test_every_kind_is_kept_and_goes_out() -> None:
    assert {codec.kind for codec in CODECS} == set(REPOSITORIES) == set(get_args(Record))


@pytest.mark.parametrize("kind", get_args(Record))
def test_a_record_of_every_kind_is_in_the_json_and_in_a_table(kind: type) -> None:
    name = kind_of(SAMPLES[kind]).name
    contents = Snapshot(SAMPLES[one] for one in dict.fromkeys((Treatment, kind)))
    data = json.loads(json_diary.write(contents))
    (treatment,) = data["treatments"]
    assert treatment["doses"] if name == "doses" else data[name]
    if name != "days":  # their table is the file itself
        assert has_rows(write_tables(contents)[name])
