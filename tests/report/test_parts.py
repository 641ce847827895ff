"""The other parts of the report: days by itch, where, shares, weeks, notes; absent where there is nothing to say."""

from dataclasses import replace
from datetime import timedelta

import pytest

from adtracker.domain.common.period import Period
from adtracker.domain.records.day import DayEntry
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.score_reading import readings
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import WhenNeeded
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.domain.views.event import Surroundings
from adtracker.report.glyphs import Printable
from adtracker.report.pages import Note, notes_list, weekly_table
from adtracker.report.pictures.day_grid import Cell, day_grid
from adtracker.report.published import published_list
from adtracker.report.shares import shares
from adtracker.report.where import SHADES, where
from adtracker.resources import scales
from tests.report.samples import COURSE, GLYPHS, START, TEXTS, itches, late, marked, material_of, request

BEFORE = START - timedelta(days=7)


def test_a_cell_has_its_number_and_a_day_without_one_is_empty() -> None:
    grid = day_grid(material_of(request(itches(START, [7, None, 2.5, 10]), COURSE)))
    assert grid is not None
    assert grid.columns[0].cells == (Cell("7", 0.7), Cell("", None), Cell("3", 0.3), Cell("10", 1.0), None, None, None)


def test_the_course_has_a_column_a_week_and_rows_that_begin_on_its_weekday() -> None:
    grid = day_grid(material_of(request(itches(START, [5] * 30), COURSE)))
    assert grid is not None
    assert len(grid.columns) == 24
    assert grid.rows == ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat")
    assert [column.label for column in grid.columns if column.label] == ["1", "4", "8", "12", "16", "20", "24"]
    assert [column.label for column in grid.columns if column.strong] == ["12", "24"]
    assert "last 24 weeks" not in grid.caption


def test_without_a_course_columns_are_weeks_of_the_period_and_have_dates() -> None:
    grid = day_grid(material_of(request(itches(START + timedelta(days=1), [5] * 40))))
    assert grid is not None
    assert [column.label for column in grid.columns] == ["3 Aug", "", "", "", "31 Aug", ""]
    assert grid.rows[0] == "Mon"


@pytest.mark.parametrize(("weeks", "columns"), [(26, 26), (27, 24)])
def test_past_26_weeks_only_the_last_24_are_shown_and_it_says_so(weeks: int, columns: int) -> None:
    grid = day_grid(material_of(request(itches(START, [5] * 7 * weeks))))
    assert grid is not None
    assert len(grid.columns) == columns
    assert grid.caption.startswith("Only the last 24 weeks are shown.") == (weeks > 26)
    assert grid.columns[-1].cells == (Cell("5", 0.5),) * 7


def test_the_last_28_days_are_counted_in_words() -> None:
    grid = day_grid(material_of(request(itches(START, [9] * 10 + [1] * 20 + [5, 7, None, 4]))))
    assert grid is not None
    assert grid.counts == (
        "In the last 28 days: 20 days at 0 to 3, 2 days at 4 to 6, 5 days at 7 to 10, 1 not recorded."
    )
    assert grid.alt.endswith(grid.counts)


def test_places_come_most_often_first_with_days_and_both_sides_as_one() -> None:
    days = [START + timedelta(days=number) for number in range(5)]
    entries = [
        marked(days[0], "left_inner_elbow", "face"),
        marked(days[1], "right_inner_elbow", "left_palm"),
        marked(days[2], "left_inner_elbow", "left_hand_back"),
        marked(days[3]),
        DayEntry(days[4], itch=3),
    ]
    found = where(material_of(request(entries)))
    assert found is not None
    assert found.sites == "Inner elbows (3 of 4 days), hands (2), face (1)."
    assert "of the 4 days with a body map in the last 5 days" in found.caption
    assert found.alt.endswith(found.sites)


def test_the_figures_are_shaded_by_days_in_a_few_steps() -> None:
    days = [START + timedelta(days=number) for number in range(8)]
    entries = [marked(day, "face", *(["chest"] if number == 0 else [])) for number, day in enumerate(days)]
    found = where(material_of(request(entries)))
    assert found is not None
    front, back = found.figures
    assert sorted({shape.shade for shape in front.shapes}) == [0, 1, SHADES]
    assert {shape.shade for shape in back.shapes} == {0}


def test_many_places_end_in_a_count() -> None:
    sites = (
        "face",
        "chest",
        "belly",
        "groin",
        "left_knee",
        "left_shin",
        "left_calf",
        "upper_back",
        "lower_back",
        "nape",
    )
    found = where(material_of(request([marked(START, *sites)])))
    assert found is not None
    assert found.sites.endswith(" and 1 more place.")


def test_a_body_map_without_a_mark_says_so_and_none_at_all_is_absent() -> None:
    found = where(material_of(request([marked(START)])))
    assert found is not None
    assert found.sites == "No place was marked."
    assert where(material_of(request(itches(START, [5])))) is None


def test_shares_are_counted_as_in_trials_and_labelled_as_theirs() -> None:
    found = shares(material_of(request(itches(BEFORE, [8] * 7 + [1, 4, 4.1, 0]), COURSE, Period.starting(START, 4))))
    assert found is not None
    assert found.lines == (
        "Itch 0 to 1: 2 of 4 recorded days (50 %).",
        "Itch at least 4 points below baseline: 3 of 4 recorded days (75 %).",
    )
    assert "convention of published trials" in found.notes


def test_a_baseline_below_four_has_no_share_of_response() -> None:
    found = shares(material_of(request(itches(BEFORE, [3] * 7 + [0]), COURSE, Period.starting(START, 1))))
    assert found is not None
    assert found.lines == ("Itch 0 to 1: 1 of 1 recorded day (100 %).",)


def test_the_table_has_every_week_with_mean_and_count() -> None:
    table = weekly_table(material_of(request(itches(START, [7, 7, 8, 6, None, None, None, 5, 5]), COURSE)))
    assert table is not None
    assert table.columns == ("Week", "Days", "Worst itch", "Recorded")
    assert table.rows == (
        ("1", "2 to 8 Aug 2026", "7.0", "4 of 7"),
        ("2", "9 to 10 Aug 2026", "too few days", "2 of 7"),
    )


def test_notes_are_there_word_for_word_in_order_and_say_what_was_filled_in_later() -> None:
    second = replace(itches(START + timedelta(days=1), [5])[0], note="  *sore* #hands\r\n\tafter 😀")
    first = late(DayEntry(START, note="Slept well."))
    blank = DayEntry(START + timedelta(days=2), note=" \n ")
    printable = Printable(GLYPHS.covers, TEXTS)
    found = notes_list(material_of(request([second, blank, first])), printable)
    assert found is not None
    assert found.notes == (
        Note("2 August 2026", "Slept well.", "filled in later"),
        Note("3 August 2026", "  *sore* #hands\n    after [grinning face]", ""),
    )
    assert found.caption == "As they were written, 2 notes."
    assert printable.missing == ("grinning face",)


def test_where_there_is_nothing_to_say_the_part_is_absent() -> None:
    material = material_of(request([DayEntry(START, note="A quiet day.")]))
    assert [part(material) for part in (day_grid, where, shares, weekly_table)] == [None] * 4
    assert notes_list(material_of(request(itches(START, [5]))), Printable(GLYPHS.covers, TEXTS)) is None


def _weeks(*scores: float) -> list[DayEntry]:
    return itches(START, [score for score in scores for _ in range(7)])


def test_counts_stand_beside_published_definitions_with_their_scores_and_sources() -> None:
    scores = readings([ClinicScore(START + timedelta(days=9), "easi", 0.4)], (), (), scales())
    plan = Plan(START, WhenNeeded())
    around = Surroundings(
        treatments=[Treatment("Mometasone", Kind.CREAM, (plan,), key=1)],
        doses=[DayDoses(1, START, taken=1)],
        readings=scores,
    )
    asked = replace(request(_weeks(5, 1, 0, 7), COURSE, today=START + timedelta(days=28)), around=around)
    found = published_list(material_of(asked))
    assert found is not None
    assert found.columns == ("What", "Count", "Beside")
    counts = {what: count for what, count, _ in found.rows}
    calm = "2 of 4 weeks; longest run 2 weeks, 9 to 22 Aug 2026; EASI 0.4 on 11 Aug 2026"
    assert list(counts.values()) == [
        "worst 7, average 7.0, from 7 of 7 days",
        calm,
        calm,
        "1 of 28 days on which it is known",
        "2 of 4 weeks",
        "2 of 4 weeks",
    ]
    assert "HOME-CP" in found.rows[0][2]
    assert "International Eczema Council" in found.rows[2][2]


def test_a_period_that_ends_earlier_counts_no_week_after_it_and_no_half_one() -> None:
    period = Period(START + timedelta(days=3), START + timedelta(days=22))
    found = published_list(material_of(request(_weeks(0, 0, 0, 0), COURSE, period, START + timedelta(days=27))))
    assert found is not None
    assert found.rows[1][1] == "2 of 2 weeks; longest run 2 weeks, 9 to 22 Aug 2026"


@pytest.mark.parametrize("scores", [(5, 5, 5), ()], ids=["no calm week", "no day"])
def test_there_is_no_table_where_page_one_says_it_all(scores: tuple[float, ...]) -> None:
    assert published_list(material_of(request(_weeks(*scores), COURSE, today=START + timedelta(days=30)))) is None
