"""Which days had something and which did not: by hand for triggers and own questions, then sorted."""

from datetime import date, timedelta

from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.domain.records.sign import Sign
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.statistics.association import Association, Group, Lag
from adtracker.domain.statistics.exposures import Alike, Exposure, Noted, exposures
from adtracker.domain.statistics.findings import Findings, Shared, by_name, by_size, findings

FIRST = date(2026, 8, 3)
USUAL = {"stress": "Stress", "wool": "Wool"}


def _day(number: int) -> date:
    return FIRST + timedelta(days=number)


def _ticked(*contexts: tuple[str, ...] | None) -> list[DayEntry]:
    return [DayEntry(_day(number), itch=5, context=context) for number, context in enumerate(contexts)]


def _flags(factor: Exposure) -> str:
    """A week as letters: Y with, n without, a dot where it is not known."""
    return "".join({True: "Y", False: "n", None: "."}[factor.days.get(_day(number))] for number in range(7))


def _only(noted: Noted) -> Exposure:
    (found,) = exposures(noted)
    return found


def _answered(kind: AnswerKind, *answers: float | None) -> Exposure:
    question = Question("mood", "Mood", kind)
    entries = [DayEntry(_day(number), itch=5).with_answer("mood", answer) for number, answer in enumerate(answers)]
    return _only(Noted(entries, USUAL, questions=(question, Question("unasked", "Never answered"))))


def test_a_usual_trigger_is_known_wherever_triggers_were_answered_and_one_never_ticked_is_no_factor() -> None:
    found = _only(Noted(_ticked(None, (), ("stress",), None, (), ("stress",), ()), USUAL))
    assert (found.key, found.name, _flags(found)) == ("trigger.stress", "Stress", ".nY.nYn")


def test_a_trigger_that_was_not_on_offer_is_not_known() -> None:
    # The person's own one was made on day 2; the hidden one was taken off the list after day 3.
    own, hidden = Trigger("chlorine", "Pool"), Trigger("wool", "Wool", hidden=True)
    days = _ticked(("wool",), (), ("chlorine",), ("wool",), (), ("chlorine", "from elsewhere"), ())
    assert {one.name: _flags(one) for one in exposures(Noted(days, USUAL, (own, hidden)))} == {
        "Wool": "YnnY...",
        "Pool": "..YnnYn",
        "from elsewhere": ".....Yn",
    }


def test_signs_and_disturbed_nights_are_no_factors() -> None:
    entries = [DayEntry(_day(number), itch=5, woken=number % 2 == 0, signs=(Sign.DRY,)) for number in range(7)]
    assert exposures(Noted(entries, USUAL)) == ()


def test_a_question_counts_where_it_was_answered() -> None:
    swam = _answered(AnswerKind.YES_NO, 1, 0, None, 1, 0)
    assert (_flags(swam), swam.key, swam.middle) == ("Yn.Yn..", "answer.mood", None)


def test_a_scale_or_a_count_is_above_the_median_of_the_persons_own_answers() -> None:
    # In order 2, 3, 5, 5, 9: the median is 5, and 5 is not above it. Of 0, 0, 4, 6 it is (0 + 4) / 2 = 2.
    mood = _answered(AnswerKind.SCALE, 5, 9, None, 2, 5, 3)
    assert (_flags(mood), mood.middle) == ("nY.nnn.", 5)
    walked = _answered(AnswerKind.COUNT, 0, 6, 4, 0)
    assert (_flags(walked), walked.middle) == ("nYYn...", 2)


def test_answers_that_are_all_alike_have_none_above_the_median() -> None:
    assert _answered(AnswerKind.SCALE, 4, 4, 4).alike is Alike.NEVER


def test_an_empty_diary_has_no_factors() -> None:
    nothing = exposures(Noted((), USUAL, questions=(Question("mood", "Mood"),)))
    assert nothing == ()
    assert findings(nothing, ()).is_empty


def _found(*looks: Association) -> Findings:
    both = {_day(0): True, _day(1): False}
    made = [Exposure(Trigger(key, key), both) for key in ("wool", "Heat", "pets", "pollen")]
    return findings([*made, Exposure(Trigger("dust", "Dust"), {FIRST: True})], looks)


def test_what_was_looked_at_is_sorted_into_numbers_too_few_days_and_no_other_days() -> None:
    found = _found(
        Association("trigger.wool", Lag.SAME_DAY, Group(12), Group(80), 0.4, 0.1, 0.7, stands_out=True),
        Association("trigger.wool", Lag.NEXT_MORNING, Group(12), Group(79), -1.2, -2.6, 0.2),
        Association("trigger.Heat", Lag.SAME_DAY, Group(9), Group(80)),
        Association("trigger.Heat", Lag.NEXT_MORNING, Group(10), Group(80), -1.1, -2.5, 0.3),
        Association("trigger.pets", Lag.SAME_DAY, Group(3), Group(80)),
        Association("trigger.pets", Lag.NEXT_MORNING, Group(4), Group(79)),
        Association("trigger.pollen", Lag.SAME_DAY, Group(40), Group(50)),
        Association("trigger.pollen", Lag.NEXT_MORNING, Group(40), Group(50)),
    )
    assert [(one.factor.name, one.stands_out, one.size) for one in found.compared] == [
        ("wool", True, 1.2),
        ("Heat", False, 1.1),
    ]
    # Of the two lags the one with more of the rarer days is told: 4 with, not 3.
    assert [(one.factor.name, one.nearest.days_with, one.has_days) for one in found.too_few] == [
        ("pets", 4, False),
        ("pollen", 40, True),
    ]
    assert [factor.name for factor in found.alike] == ["Dust"]
    assert [one.factor.name for one in by_name(found.compared)] == ["Heat", "wool"]
    assert [one.factor.name for one in by_size(found.compared)] == ["wool", "Heat"]


def _exposure(key: str, flags: str) -> Exposure:
    return Exposure(Trigger(key, key), {_day(number): flag == "Y" for number, flag in enumerate(flags) if flag != "."})


def test_a_thing_that_was_there_on_most_of_the_same_days_is_named_with_its_counts() -> None:
    wool, heat = _exposure("wool", "YYYnnnnnnn"), _exposure("heat", ".YYYnnnnnn")
    often = _exposure("often", "YYYYYYYYYn")  # on 9 of 10 days anyhow: 3 of 3 says nothing
    looks = [Association(one.key, lag, Group(3), Group(7)) for one in (wool, heat, often) for lag in Lag]
    found = {one.factor.name: one for one in findings([wool, heat, often], looks).too_few}
    # Heat is known on 9 days, of those wool was there on 2, and heat on both: all of them, where 3 in 9 would be usual.
    assert found["wool"].shared == Shared(heat, 2, 2)
    # Of the 3 days with heat 2 had wool, which was there on 2 of those 9 days.
    assert found["heat"].shared == Shared(wool, 2, 3)
    assert found["often"].shared is None
    assert found["wool"].named("trigger.heat") is heat
