"""What lines say becomes what a preview shows: told, open or left, and each line is one of them."""

from __future__ import annotations

from datetime import timedelta

from adtracker.domain.intake.found import Found, Seen
from adtracker.domain.intake.lines.reading import read_lines
from adtracker.exchange.intake.lines_found import found_in
from tests.domain.intake.lines.habits import TODAY, habits


def _found(text: str) -> Found:
    return found_in(read_lines(text, habits()), TODAY)


def test_every_line_is_told_open_or_left() -> None:
    found = _found("28.11. itch 6 sleep 4\nitch 5\nhello\n27.11. itch 6-7\n26.11. itch 4 days\n1.1.2030 itch 5\n")
    assert {told.seen.line for told in found.told} == {1}
    assert [(one.seen.line, one.why) for one in found.open] == [(2, "no_day"), (4, "range"), (5, "rest")]
    assert found.left == ((Seen(3, "hello"), "not_read"), (Seen(6, "1.1.2030 itch 5"), "ahead"))


def test_a_line_without_a_day_is_offered_the_likely_one_and_the_last_seven() -> None:
    (line,) = _found("28.10. itch 3\n27.10. itch 3\nitch 5\n").open
    days = [offer[0].day for offer in line.offers]
    assert days[0] == TODAY.replace(month=10, day=26)
    assert days[1:] == [TODAY - timedelta(days=back) for back in range(7)]


def test_what_was_not_understood_may_be_the_note() -> None:
    (line,) = _found("28.11. itch 6 hands sore\n").open
    said = [{told.part[0]: told.value for told in offer} for offer in line.offers]
    assert said == [{"itch": 6.0}, {"itch": 6.0, "note": "hands sore"}]
    assert dict(_found("28.11. itch 6 hands sore\n").proposals({0: 1}).parts)["note", ""] == ["hands sore"]


def test_lines_that_say_different_things_of_one_day_are_one_question() -> None:
    found = _found("28.11. itch 6 sleep 4\n27.11. itch 2\n28.11. itch 7\n")
    (one,) = found.open
    assert (one.why, [offer[0].seen.line for offer in one.offers]) == ("twice", [1, 3])
    assert [[told.value for told in offer] for offer in one.offers] == [[6.0, 4.0], [7.0, 4.0]]


def test_what_one_line_alone_says_of_a_day_told_twice_comes_along_with_any() -> None:
    (one,) = _found("28.11. itch 6 note hands sore\n28.11. itch 7 sleep 4\n28.11. itch 8 sleep 5\n").open
    said = [{told.part[0]: told.value for told in offer} for offer in one.offers]
    assert said == [
        {"itch": 6.0, "note": "hands sore"},  # the others do not agree on sleep
        {"itch": 7.0, "sleep_quality": 4.0, "note": "hands sore"},
        {"itch": 8.0, "sleep_quality": 5.0, "note": "hands sore"},
    ]


def test_a_day_that_is_told_more_often_than_there_are_letters_is_asked_of_all() -> None:
    found = _found("".join(f"28.11. itch {itch}\n" for itch in range(11)))
    assert [len(one.offers) for one in found.open] == [8, 3]
    assert [offer[0].value for one in found.open for offer in one.offers] == [float(itch) for itch in range(11)]
