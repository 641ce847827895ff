"""What a click means, and where the arrows lead: geometry on the real body file."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF

from adtracker import resources
from adtracker.ui.today.body_shapes import BodyShapes, Way

BODY = resources.body()
GROW, REACH = 8, 22


@pytest.fixture(scope="module")
def shapes(qapp: object) -> BodyShapes:
    return BodyShapes(BODY)


def test_the_middle_of_every_region_means_that_region(shapes: BodyShapes) -> None:
    assert [shapes.at(shapes.centre(key), GROW, REACH) for key in BODY.regions] == list(BODY.regions)


@pytest.mark.parametrize("key", ["left_inner_wrist", "right_outer_wrist", "left_ankle_front", "right_foot_sole"])
def test_small_regions_are_easier_to_hit_than_they_are_large(shapes: BodyShapes, key: str) -> None:
    around = shapes.paths[key].boundingRect().adjusted(-REACH, -REACH, REACH, REACH).toRect()
    xs, ys = (range(around.left(), around.right(), 3), range(around.top(), around.bottom(), 3))
    points = [QPointF(x, y) for x in xs for y in ys]
    hits, drawn = ([shapes.at(point, *how) for point in points].count(key) for how in ((GROW, REACH), (0, 0)))
    assert hits * 9 >= 400, "as good as a square of 20 by 20"
    assert hits >= 2 * drawn


def test_far_from_the_body_nothing_is_meant(shapes: BodyShapes) -> None:
    assert shapes.at(QPointF(0, 0), GROW, REACH) is None


@pytest.mark.parametrize("way", Way)
def test_a_step_never_goes_against_its_direction(shapes: BodyShapes, way: Way) -> None:
    across, along = way.value
    for key in BODY.regions:
        there = shapes.neighbour(key, way)
        if there is not None:
            step = shapes.centre(there) - shapes.centre(key)
            assert step.x() * across + step.y() * along > 0


def test_steps_lead_where_a_person_expects(shapes: BodyShapes) -> None:
    assert shapes.neighbour("chest", Way.DOWN) == "belly"
    assert shapes.neighbour("left_inner_elbow", Way.DOWN) == "left_forearm_front"
    assert shapes.neighbour("left_knee", Way.RIGHT) == "left_knee_back"
    assert shapes.neighbour("right_palm", Way.LEFT) is None
    assert shapes.neighbour("scalp_front", Way.UP) is None
