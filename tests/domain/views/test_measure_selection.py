"""What is looked at on Trends: what is on offer, the order chosen, and that no word of the diary gets into settings."""

from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.common.measure import EXTENT, ITCH, MEASURES, SLEEP
from adtracker.domain.records.question import Question, measure_of
from adtracker.domain.views.measure_selection import MOST_PANELS, SIGN_SUM, chosen_measures, mark, offered_measures

MOOD, OLD, DROPPED = Question("mood", "Mood"), Question("old", "Old one", hidden=True), Question("x", "X", hidden=True)
ON_OFFER = offered_measures([MOOD, OLD, DROPPED], {"mood", "old"})


def test_questions_are_on_offer_while_they_are_asked_and_as_long_as_they_have_answers() -> None:
    assert offered_measures([MOOD, OLD, DROPPED], {"mood", "old"}) == (
        ITCH,
        SLEEP,
        EXTENT,
        SIGN_SUM,
        measure_of(MOOD),
        measure_of(OLD),
    )


def test_they_come_in_the_order_that_was_chosen() -> None:
    assert chosen_measures([mark(measure_of(MOOD)), "sign_days", "itch"], ON_OFFER) == (
        measure_of(MOOD),
        SIGN_SUM,
        ITCH,
    )


def test_another_diary_without_that_question_shows_the_rest_or_the_usual() -> None:
    assert chosen_measures([mark(measure_of(MOOD)), "itch"], MEASURES) == (ITCH,)
    assert chosen_measures([mark(measure_of(MOOD))], MEASURES) == MEASURES
    assert chosen_measures([], ON_OFFER) == MEASURES


def test_what_a_person_wrote_does_not_stand_in_the_mark() -> None:
    secret = measure_of(Question("Was I afraid of Tom?", "Was I afraid of Tom?"))
    assert "Tom" not in mark(secret)
    assert " " not in mark(secret)
    assert chosen_measures([mark(secret)], [secret]) == (secret,)


@settings(max_examples=40)
@given(st.lists(st.sampled_from(ON_OFFER), min_size=1))
def test_at_most_four_and_none_twice(wanted: list[object]) -> None:
    found = chosen_measures([mark(measure) for measure in wanted], ON_OFFER)  # type: ignore[arg-type]
    assert list(found) == list(dict.fromkeys(wanted))[:MOST_PANELS]
