"""`adtracker read`: sheets that are printed, filled in and scanned are taken as an import takes a file."""

from __future__ import annotations

import io
import shutil
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from random import Random

import numpy as np
import pytest
from PIL import Image

from adtracker.domain.edits.edit import Part
from adtracker.domain.records.day import DayEntry, Origin
from adtracker.domain.sheet.layout import layout_of
from adtracker.domain.sheet.planning import SheetWish
from adtracker.domain.sheet.spec import SheetSpec
from adtracker.queries.sheet import sheets_wanted
from tests.cli.conftest import NOW, Run, open_diary
from tests.photos.samples import encoded
from tests.sheets.pens import POINTS, Pen, Truth, filled_in
from tests.sheets.printing import printed

FIRST = date(2026, 11, 20)
DAYS = [FIRST + timedelta(days=number) for number in range(3)]
ITCH: Part = ("itch", "")
CROSSES = Pen("cross", "blue", 0.3, mixed=False)


@dataclass(frozen=True, slots=True)
class Paper:
    """A diary that a sheet was printed from, the sheet as it was filled in, and what was marked on it."""

    diary: Path
    spec: SheetSpec
    page: Image.Image
    truth: Truth


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Paper:
    path = tmp_path_factory.mktemp("read") / "my.diary"
    with_sheet = open_diary(path, create=True)
    (spec,) = sheets_wanted(with_sheet, SheetWish(FIRST, 3, NOW.isoformat())).sheets
    with_sheet.close()
    page, truth = filled_in(printed(spec), spec, Random(4), CROSSES)
    return Paper(path, spec, page, truth)


@pytest.fixture
def paper(first: Paper, tmp_path: Path) -> Paper:
    """The same with a diary of its own."""
    diary = tmp_path / "my.diary"
    shutil.copy(first.diary, diary)
    return Paper(diary, first.spec, first.page, first.truth)


@pytest.fixture
def taken_by(run: Run, paper: Paper) -> Run:
    """`adtracker read` for that diary."""
    return partial(run, "read", "--diary", paper.diary)


def scan(page: Image.Image, file: Path, form: str = "jpeg") -> Path:
    """A page as from a scanner of 150 points an inch."""
    file.write_bytes(encoded(page.reduce(2).convert("RGB"), form))
    return file


def pdf_of(*pages: Image.Image) -> bytes:
    out = io.BytesIO()
    small = [page.reduce(2) for page in pages]
    small[0].save(out, "PDF", save_all=True, append_images=small[1:], resolution=150)
    return out.getvalue()


def marked_twice(paper: Paper) -> Image.Image:
    """The empty sheet with two marks in its first row: itch 2 or 6."""
    row = layout_of(paper.spec).rows[0]
    shown = np.array(printed(paper.spec))
    for circle in (row.circles[2], row.circles[6]):
        y, x = (round(at * POINTS) for at in (circle.y, circle.x))
        shown[y - 25 : y + 25, x - 6 : x + 6] = 30
        shown[y - 6 : y + 6, x - 25 : x + 25] = 30
    return Image.fromarray(shown)


def days_of(diary: Path) -> dict[date, DayEntry]:
    journal = open_diary(diary)
    found = {entry.day: entry for entry in journal.entries()}
    journal.close()
    return found


def is_as_marked(paper: Paper) -> bool:
    """Whether the diary holds what was marked, no more and no less."""
    days = days_of(paper.diary)
    held = {(day, (name, "")): getattr(entry, name) for day, entry in days.items() for name, _ in _parts(paper)}
    return {key: value for key, value in held.items() if value is not None} == paper.truth


def _parts(paper: Paper) -> set[Part]:
    return {field.part for field in paper.spec.fields}


@pytest.mark.slow
def test_pictures_and_pages_are_put_in_and_a_second_time_change_nothing(
    taken_by: Run, paper: Paper, tmp_path: Path
) -> None:
    file = tmp_path / "scan.pdf"
    file.write_bytes(pdf_of(paper.page, Image.new("L", paper.page.size, 255)))
    done = taken_by(file)
    assert (done.code, done.err) == (0, "")
    assert f"{len(paper.truth)} answers are clear." in done.out
    assert "not taken: A page without a sheet that can be read. “scan.pdf, page 2: No sheet can be seen" in done.out
    assert "Days: 3 new, 0 completed, 0 the same, 0 different." in done.out
    assert is_as_marked(paper)
    assert {entry.origin for entry in days_of(paper.diary).values()} == {Origin.PAPER}
    again = taken_by(file, scan(paper.page, tmp_path / "phone.heic", "heic"))
    assert (again.code, again.err) == (0, "")
    assert "Days: 0 new, 0 completed, 3 the same, 0 different." in again.out
    assert is_as_marked(paper)


@pytest.mark.slow
def test_what_is_written_by_hand_becomes_a_photo_of_the_last_day(taken_by: Run, paper: Paper, tmp_path: Path) -> None:
    shown = np.array(paper.page)
    note = layout_of(paper.spec).note
    for step in range(400):
        x = round((note.x + 8) * POINTS) + step
        y = round((note.y + note.height / 2) * POINTS + 20 * np.sin(step / 12))
        shown[y - 3 : y + 3, x - 3 : x + 3] = 40
    page = Image.fromarray(shown)
    one, same = scan(page, tmp_path / "one.png", "png"), scan(page, tmp_path / "same.png", "png")
    done = taken_by(one, same)
    assert (done.code, done.err) == (0, "")
    journal = open_diary(paper.diary)
    (photo,) = journal.photos()
    journal.close()
    assert (photo.day, photo.note) == (DAYS[-1], "Written by hand on a paper sheet")


@pytest.mark.slow
def test_days_that_stand_are_replaced_only_where_it_is_said(taken_by: Run, paper: Paper, tmp_path: Path) -> None:
    day, marked = next((day, value) for (day, part), value in paper.truth.items() if part == ITCH)
    journal = open_diary(paper.diary)
    journal.save(DayEntry(day, itch=9 if marked != 9 else 8))
    journal.close()
    file = scan(paper.page, tmp_path / "sheet.jpg")
    kept = taken_by(file)
    assert kept.code == 0
    assert f"different, kept as it was: {day}" in kept.out
    assert days_of(paper.diary)[day].itch != marked
    assert taken_by(file, "--replace").code == 0
    assert is_as_marked(paper)


@pytest.mark.slow
@pytest.mark.parametrize(("typed", "itch"), [("b\n", {2, 6}), ("\n", {None}), ("z\n", {None})])
def test_a_row_of_two_marks_is_asked_about_at_a_terminal(
    taken_by: Run, paper: Paper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, typed: str, itch: set[int | None]
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    file = scan(marked_twice(paper), tmp_path / "sheet.png", "png")
    monkeypatch.setattr("sys.stdin", Terminal(typed))
    done = taken_by(file)
    assert (done.code, done.err) == (0, "")
    assert f"{FIRST}, Worst itch: Two circles are marked. Which one counts? A: " in done.out
    entry = days_of(paper.diary).get(FIRST, DayEntry(FIRST))
    assert entry.itch in itch
    assert ("not taken" in done.out) == (entry.itch is None)


@pytest.mark.slow
def test_without_a_terminal_it_is_named_and_left_out(taken_by: Run, paper: Paper, tmp_path: Path) -> None:
    done = taken_by(scan(marked_twice(paper), tmp_path / "sheet.png", "png"))
    assert (done.code, done.err) == (0, "")
    assert f"not taken, {FIRST}, Worst itch: Two circles are marked. Which one counts? A: " in done.out
    assert days_of(paper.diary) == {}


@pytest.mark.slow
def test_a_bad_picture_is_named_and_the_others_are_taken(taken_by: Run, paper: Paper, tmp_path: Path) -> None:
    half = scan(paper.page.crop((0, 0, paper.page.width, paper.page.height // 2)), tmp_path / "half.jpg")
    text = tmp_path / "letter.txt"
    text.write_text("itch 6")
    done = taken_by(half, text, tmp_path / "none.jpg", scan(paper.page, tmp_path / "sheet.jpg"))
    assert done.code == 1
    said = done.err.splitlines()
    assert said[0].startswith("half.jpg: Fewer than three of the four corner codes can be seen.")
    assert said[1].startswith("letter.txt: ")
    assert said[2].startswith("none.jpg: ")
    assert len(said) == 3
    assert is_as_marked(paper)


@pytest.mark.slow
def test_where_no_sheet_is_read_nothing_is_changed(taken_by: Run, paper: Paper, tmp_path: Path) -> None:
    before = paper.diary.read_bytes()
    done = taken_by(scan(Image.new("L", (1200, 1600), 240), tmp_path / "cat.jpg"))
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("cat.jpg: No sheet can be seen on this picture.")
    assert paper.diary.read_bytes() == before


@pytest.mark.slow
def test_looked_at_alone_nothing_is_stored(taken_by: Run, paper: Paper, tmp_path: Path) -> None:
    done = taken_by(scan(paper.page, tmp_path / "sheet.jpg"), "--look")
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("Nothing was stored.\n")
    assert days_of(paper.diary) == {}


@pytest.mark.slow
def test_a_sheet_of_another_diary_is_taken_only_if_somebody_says_so(run: Run, paper: Paper, tmp_path: Path) -> None:
    other = tmp_path / "other.diary"
    open_diary(other, create=True).close()
    file = scan(paper.page, tmp_path / "sheet.jpg")
    done = run("read", file, "--diary", other)
    assert done.code == 2
    assert "--other-diary" in done.err
    assert days_of(other) == {}
    assert run("read", file, "--other-diary", "--diary", other).code == 0
    assert len(days_of(other)) == 3


def test_without_a_diary_nothing_is_read(run: Run, tmp_path: Path) -> None:
    done = run("read", tmp_path / "sheet.jpg", "--diary", tmp_path / "none.diary")
    assert done.code == 1
    assert "none.diary" in done.err
    assert not (tmp_path / "none.diary").exists()
