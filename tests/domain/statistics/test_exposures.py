"""Which days had something and which did not: by hand for triggers, treatments and own questions, then sorted."""

from datetime import date, timedelta

from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.domain.records.sign import Sign
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.statistics.association import Association, Lag
from adtracker.domain.statistics.exposures import Alike, Exposure, Noted, exposures
from adtracker.domain.statistics.findings import Findings, by_name, by_size, findings
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import Daily, Every, Stopped, Unit, WhenNeeded
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment

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


def _used(treatment: Treatment, *doses: DayDoses, days: int = 7) -> str:
    entries = [DayEntry(_day(number), itch=5) for number in range(days)]
    return _flags(_only(Noted(entries, USUAL, treatments=(treatment,), doses=doses)))


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


def test_a_cream_when_needed_is_without_on_days_that_were_kept_and_not_known_on_others() -> None:
    cream = Treatment("Tacrolimus", Kind.CREAM, (Plan(_day(1), WhenNeeded()), Plan(_day(6), Stopped())), key=3)
    doses = (DayDoses(3, _day(0), 1), DayDoses(3, _day(2), 2), DayDoses(4, _day(4), 1), DayDoses(3, _day(6), 1))
    # Not before the plan begins on day 1, not from the stop on day 6 on.
    assert _used(cream, *doses) == ".nYnnn."
    assert _used(cream, *doses, days=4) == ".nYn..."


def test_a_planned_dose_that_nobody_recorded_is_not_known() -> None:
    # Every third day from day 0: planned on 0, 3 and 6. Taken on 0 and, unplanned, on 1; skipped on 3.
    injection = Treatment("Dupilumab", Kind.INJECTION, (Plan(FIRST, Every(3, Unit.DAYS, FIRST)),), key=1)
    doses = (DayDoses(1, _day(0), 1), DayDoses(1, _day(1), 1), DayDoses(1, _day(3), skipped=1))
    assert _used(injection, *doses) == "YYnnnn."


def test_a_planned_dose_that_was_taken_a_day_early_leaves_its_day_without() -> None:
    # Every third day from day 0: planned on 0, 3 and 6; what was planned for day 3 was taken on day 2.
    injection = Treatment("Dupilumab", Kind.INJECTION, (Plan(FIRST, Every(3, Unit.DAYS, FIRST)),), key=1)
    assert _used(injection, DayDoses(1, _day(0), 1), DayDoses(1, _day(2), 1)) == "YnYnnn."


def test_a_daily_treatment_without_a_skipped_day_has_nothing_to_be_compared_with() -> None:
    daily = Treatment("Moisturiser", Kind.MOISTURISER, (Plan(FIRST, Daily(2)),), key=2)
    entries = [DayEntry(_day(number), itch=5) for number in range(7)]
    doses = [DayDoses(2, _day(number), 1) for number in (0, 1, 4)]
    always = _only(Noted(entries, USUAL, treatments=(daily,), doses=doses))
    assert (_flags(always), always.alike) == ("YY..Y..", Alike.ALWAYS)
    skipped = _only(Noted(entries, USUAL, treatments=(daily,), doses=(DayDoses(2, _day(5), skipped=2),)))
    assert (_flags(skipped), skipped.alike) == (".....n.", Alike.NEVER)
    both = _only(Noted(entries, USUAL, treatments=(daily,), doses=(*doses, DayDoses(2, _day(5), skipped=2))))
    assert (_flags(both), both.alike) == ("YY..Yn.", None)


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
    daily = Treatment("Moisturiser", Kind.MOISTURISER, (Plan(FIRST, Daily()),), key=2)
    nothing = exposures(Noted((), USUAL, treatments=(daily,), questions=(Question("mood", "Mood"),)))
    assert nothing == ()
    assert findings(nothing, ()).is_empty


def _found(*looks: Association) -> Findings:
    both = {_day(0): True, _day(1): False}
    made = [Exposure(Trigger(key, key), both) for key in ("wool", "Heat", "pets", "pollen")]
    return findings([*made, Exposure(Trigger("dust", "Dust"), {FIRST: True})], looks)


def test_what_was_looked_at_is_sorted_into_numbers_too_few_days_and_no_other_days() -> None:
    found = _found(
        Association("trigger.wool", Lag.SAME_DAY, 12, 80, 0.4, 0.1, 0.7, stands_out=True),
        Association("trigger.wool", Lag.NEXT_MORNING, 12, 79, -1.2, -2.6, 0.2),
        Association("trigger.Heat", Lag.SAME_DAY, 9, 80),
        Association("trigger.Heat", Lag.NEXT_MORNING, 10, 80, -1.1, -2.5, 0.3),
        Association("trigger.pets", Lag.SAME_DAY, 3, 80),
        Association("trigger.pets", Lag.NEXT_MORNING, 4, 79),
        Association("trigger.pollen", Lag.SAME_DAY, 40, 50),
        Association("trigger.pollen", Lag.NEXT_MORNING, 40, 50),
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
