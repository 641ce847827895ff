"""Where the cells of the strip lie: none lost, none over another, and every point of a cell finds it again."""

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from adtracker.ui.charts.week_layout import RowShape, Sizes, WeekLayout, layout_for

SIZES = Sizes(names=110, changes=90, least=26, most=96, head=28, row=40, lane=24, rule=10)
LARGE = Sizes(names=230, changes=180, least=52, most=192, head=56, row=80, lane=48, rule=20)
NUMBERS, LANE, FIRST_LANE = RowShape(), RowShape(is_low=True), RowShape(is_low=True, has_rule=True)


@pytest.mark.parametrize(
    ("width", "bands", "per_band"), [(993, 1, 24), (850, 1, 24), (849, 2, 12), (538, 2, 12), (434, 3, 8), (433, 4, 6)]
)
def test_a_course_of_24_weeks_takes_as_few_bands_as_fit(width: int, bands: int, per_band: int) -> None:
    layout = layout_for(width, 25, (NUMBERS,) * 3, SIZES)
    assert (layout.bands, layout.per_band) == (bands, per_band)


def test_large_text_puts_the_names_above_their_rows() -> None:
    layout = layout_for(478, 25, (NUMBERS,) * 3, LARGE)
    assert layout.is_stacked
    assert layout.per_band == 8
    assert layout.name(0, 0).bottom() <= layout.cell(0, 0).top()


layouts = st.builds(
    layout_for,
    st.integers(150, 2000),
    st.integers(2, 120),
    st.lists(st.builds(RowShape, st.booleans(), st.booleans()), min_size=1, max_size=9),
    st.sampled_from([SIZES, LARGE]),
)


@given(layouts)
def test_every_cell_is_found_under_its_own_points(layout: WeekLayout) -> None:
    for row, column in product(range(layout.rows), range(layout.columns)):
        cell = layout.cell(row, column)
        for point in (cell.center(), cell.topLeft() + QPointF(1, 1), cell.bottomRight() - QPointF(1, 1)):
            assert layout.at(point) == (row, column)


@given(layouts)
def test_no_cell_lies_on_another_and_all_lie_inside(layout: WeekLayout) -> None:
    cells = [layout.cell(row, column) for row, column in product(range(layout.rows), range(min(layout.columns, 30)))]
    assert not any(one.intersects(other) for one, other in combinations(cells, 2))
    assert all(cell.top() >= 0 and cell.bottom() <= layout.height for cell in cells)


@given(layouts)
def test_beside_the_cells_there_is_nothing(layout: WeekLayout) -> None:
    assert layout.at(QPointF(-5, 50)) is None
    assert layout.at(QPointF(300, layout.height + 50)) is None
    assert layout.at(QPointF(300, 5)) is None  # the head


def test_lanes_are_low_and_a_hairline_has_room_above_its_row() -> None:
    layout = layout_for(993, 25, (NUMBERS, NUMBERS, FIRST_LANE, LANE), SIZES)
    heights = [layout.cell(row, 1).height() for row in range(4)]
    assert heights == [34, 34, 22, 22]  # less the gap of 6 between numbers, of 2 between lanes
    assert [layout.cell(row, 1).top() for row in range(4)] == [28, 68, 118, 142]
    assert [layout.rule(0, row) for row in range(4)] == [None, None, 113, None]
    assert layout.height == 28 + 2 * 40 + 10 + 2 * 24 + 2


def test_changes_stand_at_the_right_edge_beside_the_cells() -> None:
    layout = layout_for(993, 25, (NUMBERS, LANE), SIZES)
    change = layout.change(1)
    assert (change.left(), change.right()) == (903, 993)
    assert layout.cell(1, 24).right() <= change.left()
    assert layout.at(change.center()) == (1, layout.columns)
