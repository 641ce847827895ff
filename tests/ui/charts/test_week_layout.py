"""Where the cells of the strip lie: none lost, none over another, and every point of a cell finds it again."""

from itertools import combinations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from adtracker.ui.charts.week_layout import Sizes, WeekLayout, layout_for

SIZES = Sizes(names=110, least=33, most=96, head=28, row=39, lane=23)


@pytest.mark.parametrize(
    ("width", "bands", "per_band"), [(993, 1, 24), (960, 1, 24), (900, 2, 12), (500, 3, 8), (370, 4, 6)]
)
def test_a_course_of_24_weeks_takes_as_few_bands_as_fit(width: int, bands: int, per_band: int) -> None:
    layout = layout_for(width, 25, 3, 0, SIZES)
    assert (layout.bands, layout.per_band) == (bands, per_band)


def test_large_text_puts_the_names_above_their_rows() -> None:
    large = Sizes(names=230, least=66, most=192, head=56, row=78, lane=46)
    layout = layout_for(478, 25, 3, 0, large)
    assert layout.is_stacked
    assert layout.per_band == 6
    assert layout.name(0, 0).bottom() <= layout.cell(0, 0).top()


layouts = st.builds(
    layout_for,
    st.integers(150, 2000),
    st.integers(2, 120),
    st.just(5),
    st.integers(0, 5),
    st.sampled_from([SIZES, Sizes(names=230, least=66, most=192, head=56, row=78, lane=46)]),
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


def test_lanes_are_low_and_stand_below_the_numbers() -> None:
    layout = layout_for(993, 25, 5, 2, SIZES)
    heights = [layout.cell(row, 1).height() for row in range(5)]
    assert heights == [35, 35, 35, 19, 19]  # less the gap of 4
    assert layout.cell(3, 1).top() == layout.cell(2, 1).bottom() + 4
    assert layout.height == 28 + 3 * 39 + 2 * 23 + 4
