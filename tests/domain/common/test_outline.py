"""Path strings are read exactly, or refused."""

import pytest

from adtracker.domain.common.outline import Command, is_closed, outline_commands


def test_a_path_becomes_its_commands() -> None:
    assert outline_commands("M 1 2 L 3.5,-4 C 1 2 3 4\n5 6 Z") == (
        Command("M", ((1, 2),)),
        Command("L", ((3.5, -4),)),
        Command("C", ((1, 2), (3, 4), (5, 6))),
        Command("Z", ()),
    )


@pytest.mark.parametrize(
    "path",
    [
        "",
        "1 2",
        "L 1 2",
        "M 1",
        "M 1 2 m 3 4",
        "M 1 2 M 3 4",
        "M 1 2 3 4",
        "M 1 2 C 1 2 3 4 5",
        "M nan 2",
        "M 1 2 H 3",
        "Z",
    ],
)
def test_what_is_not_such_a_path_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match=r"path|convert"):
        outline_commands(path)


@pytest.mark.parametrize(
    ("path", "closed"),
    [
        ("M 0 0 L 1 0 L 1 1 L 0 0 Z", True),
        ("M 0 0 L 1 0 L 1 1 Z", False),
        ("M 0 0 L 1 0 L 1 1 L 0 0", False),
        ("M 0 0 Z", False),
    ],
)
def test_an_area_ends_where_it_began(path: str, closed: bool) -> None:
    assert is_closed(outline_commands(path)) is closed
