"""A diary written in Tokyo and opened in Los Angeles, or under a wrong clock: it is sound, and it comes back whole."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PIL import Image

from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.answer_validation import respond
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.definition_content import definition_of, questionnaire_of
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import Daily
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.exchange.questionnaires.file import open_form
from adtracker.photos.picture_file import clean_bytes
from adtracker.storage.journal import Journal
from tests.cli.conftest import TODAY, Run, open_diary
from tests.photos.samples import RED, encoded

TOMORROW = TODAY + timedelta(days=1)
EVENING = Path(__file__).parent.parent / "forms" / "evening.toml"


@pytest.fixture
def ahead(tmp_path: Path) -> Path:
    """A diary with a record of each kind on the day that is tomorrow by now."""
    path = tmp_path / "tokyo.diary"
    journal = Journal.open(path, lambda: TOMORROW)
    (cream,) = journal.save(Treatment("Cream", Kind.CREAM, (Plan(TODAY, Daily()),))).changes
    assert isinstance(cream.after, Treatment)
    assert cream.after.key is not None
    form = definition_of(open_form(EVENING).instrument, TOMORROW)
    answers = {"dry": "some"}
    wanted: list[Record] = [
        DayEntry(TOMORROW, itch=6, note="landed"),
        DayDoses(cream.after.key, TOMORROW, 1),
        Visit(TOMORROW, "Dr. Sato"),
        SideEffect("dry eyes", TODAY, TOMORROW),
        ClinicScore(TOMORROW, "iga", 2),
        form,
        respond(questionnaire_of(form), TOMORROW, answers),
    ]
    journal.save_all(wanted)
    journal.add_photo(clean_bytes(encoded(Image.new("RGB", (30, 20), RED), "jpeg")), TOMORROW, "nape")
    journal.close()
    return path


def _content(path: Path) -> list[object]:
    journal = open_diary(path)
    found: list[object] = [
        journal.entries(),
        [(one.day, one.taken) for one in journal.doses()],
        [(one.day, one.who) for one in journal.visits()],
        [(one.first, one.last) for one in journal.side_effects()],
        [(one.day, one.value) for one in journal.scores()],
        [(one.day, one.answers) for one in journal.filled_forms()],
        [(one.day, one.region, journal.picture(one)) for one in journal.photos()],
    ]
    assert journal.check() == []
    journal.close()
    assert all(found)
    return found


def test_a_day_that_lies_ahead_is_said_and_is_no_damage(run: Run, ahead: Path) -> None:
    said = "1 day lies ahead: 2026-11-30. It is kept as it is, and you can open and change it.\n"
    assert run("check", "--diary", ahead) == (0, f"{said}The diary {ahead} is sound.\n", "")


@pytest.mark.parametrize("form", ["json", "csv"])
def test_an_export_with_a_day_ahead_comes_back_whole(run: Run, ahead: Path, tmp_path: Path, form: str) -> None:
    file, new = tmp_path / f"all.{form}", tmp_path / "new.diary"
    assert run("export", "--format", form, "-o", file, "--diary", ahead).code == 0
    done = run("import", file, "--diary", new)
    assert (done.code, done.err) == (0, "")
    assert "1 day lies ahead: 2026-11-30." in done.out
    before, after = _content(ahead), _content(new)
    if form == "csv":  # a table of days does not say when a day was written down
        before[0] = after[0] = None
    assert after == before


def test_a_mistyped_year_in_a_spreadsheet_is_taken_and_named(run: Run, diary: Path, tmp_path: Path) -> None:
    file = tmp_path / "days.csv"
    file.write_text("date,itch\n2026-11-28,4\n2062-11-28,5\n2062-11-29,5\n", encoding="utf-8")
    done = run("import", file, "--diary", diary)
    assert done.code == 0
    assert "2 days lie ahead: 2062-11-28, 2062-11-29." in done.out


def test_of_many_days_ahead_the_first_are_named(run: Run, diary: Path, tmp_path: Path) -> None:
    days = [date(2030, 1, 1) + timedelta(days=number) for number in range(25)]
    file = tmp_path / "days.csv"
    file.write_text("date,itch\n" + "".join(f"{day},4\n" for day in days), encoding="utf-8")
    run("import", file, "--diary", diary)
    lines = run("check", "--diary", diary).out.splitlines()
    assert lines[0].startswith("25 days lie ahead: 2030-01-01, ")
    assert "2030-01-20." in lines[0]
    assert lines[1] == "and 5 more"
