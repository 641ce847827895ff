"""Scores from the clinic: the shipped scales say what was published, and a score lies on its scale."""

import math

import pytest

from adtracker.domain.common.measure import Direction
from adtracker.domain.common.problem import RefusedError
from adtracker.domain.scores.clinic_score import ClinicScore, check_clinic_score
from adtracker.domain.scores.scale import Giver, read_scales
from adtracker.resources import Texts, read_toml
from tests.strategies import TODAY

SCALES = read_scales(read_toml("instruments", "scores.toml"))


def test_the_scales_that_clinics_use_are_there_with_their_ranges() -> None:
    found = {key: (scale.minimum, scale.maximum, scale.decimals) for key, scale in SCALES.items()}
    assert found == {
        "easi": (0, 72, 1),
        "iga": (0, 4, 0),
        "scorad": (0, 103, 1),
        "poem": (0, 28, 0),
        "recap": (0, 28, 0),
        "adct": (0, 24, 0),
        "dlqi": (0, 30, 0),
    }
    assert {scale.direction for scale in SCALES.values()} == {Direction.LOWER_IS_BETTER}
    by_clinic = [key for key, scale in SCALES.items() if scale.giver is Giver.CLINIC]
    assert by_clinic == ["easi", "iga", "scorad"]


@pytest.mark.parametrize(
    ("scale", "value", "labels"),
    [
        ("easi", 5.9, ["mild", "mild"]),
        ("easi", 7.1, ["moderate", "moderate"]),
        ("easi", 22.9, ["moderate", "severe"]),  # papers differ: both are shown
        ("iga", 1, ["almost clear"]),
        ("scorad", 24.9, ["mild", "mild"]),
        ("scorad", 28.9, ["mild", "moderate"]),
        ("scorad", 50, ["severe", "moderate"]),
        ("scorad", 50.1, ["severe", "severe"]),
        ("poem", 8, ["moderate", "moderate", "mild"]),
        ("poem", 25, ["very severe", "severe", "severe"]),
        ("recap", 8, ["moderately controlled"]),
        ("adct", 6, [None]),
        ("adct", 7, ["may not be well controlled"]),
        ("dlqi", 11, ["very large effect", "severe"]),
    ],
)
def test_published_ranges(scale: str, value: float, labels: list[str | None]) -> None:
    bands = [one.band(value) for one in SCALES[scale].bands]
    assert [band and band.label for band in bands] == labels


@pytest.mark.parametrize(
    ("score", "problems"),
    [
        (ClinicScore(TODAY, "easi", 72), []),
        (ClinicScore(TODAY, "easi", 12.3, "Dr Example", "in the morning"), []),
        (ClinicScore(TODAY, "easi", 72.1), [("value", "score_range")]),
        (ClinicScore(TODAY, "easi", -0.1), [("value", "score_range")]),
        (ClinicScore(TODAY, "easi", math.nan), [("value", "score_range")]),
        (ClinicScore(TODAY, "easi", 12.34), [("value", "decimals")]),
        (ClinicScore(TODAY, "iga", 2.5), [("value", "decimals")]),
        (ClinicScore(TODAY, "bsa", 2), [("scale", "scale_unknown")]),
        (ClinicScore(TODAY, "iga", 2, "x" * 201), [("given_by", "text_too_long")]),
        (ClinicScore(TODAY, "iga", 2, note="x" * 1001), [("note", "text_too_long")]),
        (ClinicScore(TODAY, "iga", 2, note="\0"), [("note", "text_unreadable")]),
    ],
)
def test_what_is_wrong_with_a_score(score: ClinicScore, problems: list[tuple[str, str]]) -> None:
    found = check_clinic_score(score, SCALES)
    assert [(problem.field, problem.rule) for problem in found] == problems
    assert all("{" not in Texts().problem(problem) for problem in found)


def test_every_set_of_ranges_says_who_published_it() -> None:
    data = read_toml("instruments", "scores.toml")
    data["scales"][0]["bands"][0]["source"] = ""
    with pytest.raises(RefusedError) as error:
        read_scales(data)
    assert [problem.field for problem in error.value.problems] == ["scales[0].bands[0].source"]


def test_ranges_found_in_children_say_so_and_none_hides_behind_a_copy() -> None:
    sources = {key: [(one.source, one.address) for one in scale.bands] for key, scale in SCALES.items()}
    assert sources["recap"] == [
        ("Dutch study, 2024: carers answered for children under 12", "https://doi.org/10.1093/bjd/ljae017")
    ]
    assert [source for source, _ in sources["easi"]] == [
        "Chopra 2017, 673 people from 13 years on",
        "Leshem 2015, children and adults",
    ]
    assert sources["scorad"][1] == ("Often used; no paper was read", "")
