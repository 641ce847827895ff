"""Several lines together: copied chats and mails with their own stamps, headings, and lines without a day."""

from __future__ import annotations

from datetime import date

import pytest

from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.intake.lines.line_proposal import Doubt, Fate, LineProposal
from adtracker.domain.intake.lines.reading import LONGEST, read_lines
from adtracker.exchange.intake.lines_found import found_in
from tests.domain.intake.lines.habits import habits
from tests.domain.intake.lines.told import told

CHATS = {
    "WhatsApp on Android": "28.11.26, 22:14 - Anna: itch 6 sleep 4\n27.11.26, 21:02 - Anna: 5 5\n",
    "WhatsApp on an iPhone": "[28.11.26, 22:14:05] Anna: itch 6 sleep 4\n\u200e[27.11.26, 21:02:11] Anna: 5 5\n",
    "WhatsApp in the USA": "[11/28/26, 10:14:05\u202fPM] Anna: itch 6 sleep 4\n[11/27/26, 9:02:11\u202fPM] Anna: 5 5\n",
    "WhatsApp in a browser": "[22:14, 28.11.2026] Anna: itch 6 sleep 4\n[21:02, 27.11.2026] Anna: 5 5\n",
    "Telegram": "Anna, [28.11.2026 22:14]\nitch 6 sleep 4\n\nAnna, [27.11.2026 21:02]\n5 5\n",
    "Signal": "[2026-11-28 22:14] Anna: itch 6 sleep 4\n[2026-11-27 21:02] Anna: 5 5\n",
    "text messages": "2026-11-28 22:14:03 Anna: itch 6 sleep 4\n2026-11-27 21:02:09 Anna: 5 5\n",
    "a mail in English": (
        "On Sat, Nov 28, 2026 at 10:14 PM Anna <a@example.org> wrote:\n> itch 6 sleep 4\n"
        "On Fri, Nov 27, 2026 at 9:02 PM Anna <a@example.org> wrote:\n> 5 5\n"
    ),
    "a mail in German": (
        "Am Sa., 28. Nov. 2026 um 22:14 Uhr schrieb Anna <a@example.org>:\n> itch 6 sleep 4\n"
        "Am 27.11.2026 um 21:02 schrieb Anna:\n>> 5 5\n"
    ),
    "a mail in Spanish": (
        "El sáb, 28 nov 2026 a las 22:14, Anna (<a@example.org>) escribió:\n> itch 6 sleep 4\n"
        "El vie, 27 nov 2026 a las 21:02, Anna escribió:\n> 5 5\n"
    ),
    "a mail in French": (
        "Le sam. 28 nov. 2026 à 22:14, Anna <a@example.org> a écrit :\n> itch 6 sleep 4\n"
        "Le ven. 27 nov. 2026 à 21:02, Anna a écrit :\n> 5 5\n"
    ),
    "the head of a mail": (
        "Date: Sat, 28 Nov 2026 22:14:05 +0100\nSubject: itch 6 sleep 4\n\n"
        "Gesendet: Freitag, 27. November 2026 21:02\nBetreff: AW: 5 5\n"
    ),
    "days as headings": "28.11.\nitch 6\nsleep 4\n\n27.11.\n\n5 5\n",
}
ENTRIES = [(date(2026, 11, 27), 5, 5), (date(2026, 11, 28), 6, 4)]


def _days(lines: tuple[LineProposal, ...]) -> list[tuple[date, float | None, float | None]]:
    entries = found_in(lines).proposals({}).entries()
    return [(entry.day, entry.itch, entry.sleep_quality) for entry in entries]


@pytest.mark.parametrize("chat", CHATS.values(), ids=CHATS)
@pytest.mark.parametrize("order", [*DateOrder, None], ids=str)
def test_a_chat_is_read_by_its_own_stamps(chat: str, order: DateOrder | None) -> None:
    lines = read_lines(chat, habits(order, written=None))
    assert _days(lines) == ENTRIES
    assert {line.fate for line in lines} <= {Fate.CLEAR, Fate.HEADING}


def test_stamps_are_read_in_the_order_in_which_messages_can_follow_each_other() -> None:
    days = [(date(2026, 11, 9), 6, 4), (date(2026, 11, 10), 5, 5)]
    chat = "[11/9/26, 22:14] Anna: 6 4\n[11/10/26, 22:14] Anna: 5 5\n"
    assert _days(read_lines(chat, habits(DateOrder.MONTH_FIRST))) == days
    assert _days(read_lines(chat, habits(DateOrder.DAY_FIRST))) == [
        (date(2026, 9, 11), 6, 4),
        (date(2026, 10, 11), 5, 5),
    ]
    ahead = "[11/9/26, 22:14] Anna: 6 4\n[11/12/26, 22:14] Anna: 5 5\n"  # the second is in December, or was never sent
    assert _days(read_lines(ahead, habits(DateOrder.DAY_FIRST)))[0] == days[0]


def test_where_stamps_show_both_orders_those_that_are_open_are_asked_about() -> None:
    chat = "28/11/2026 22:14 6 4\n11/27/2026 22:14 5 5\n8/5/2026 22:14 3 3\n"
    first, second, third = read_lines(chat, habits())
    assert (first.fate, second.fate) == (Fate.CLEAR, Fate.CLEAR)
    assert third.days == (date(2026, 5, 8), date(2026, 8, 5))
    assert third.doubts == (Doubt.SEVERAL_DAYS,)


def test_days_typed_otherwise_than_the_computer_is_set_are_asked_about() -> None:
    us, open_ = read_lines("11/28 itch 6\n8/5 itch 4\n", habits(DateOrder.DAY_FIRST))
    assert us.day == date(2026, 11, 28)
    assert open_.days == (date(2026, 5, 8), date(2026, 8, 5))
    assert open_.fate is Fate.ASKED


def test_what_was_written_after_midnight_is_of_the_evening_before() -> None:
    assert _days(read_lines("28.11.26, 03:59 - Anna: 6 4\n", habits())) == [(date(2026, 11, 27), 6, 4)]
    assert _days(read_lines("28.11.26, 04:00 - Anna: 6 4\n", habits())) == [(date(2026, 11, 28), 6, 4)]


def test_a_message_goes_on_below_its_stamp_until_it_says_something_again() -> None:
    chat = "27.11.26, 22:14 - Anna: itch 6\nsleep 4\nwoken no\n\nitch 3\n25.11.26, 22:14 - Anna: 1 9\n"
    *message, after, _ = read_lines(chat, habits())
    assert [line.day for line in message] == [date(2026, 11, 27)] * 3
    assert (after.fate, after.days, after.doubts) == (Fate.ASKED, (date(2026, 11, 26),), (Doubt.NO_DAY,))
    again = read_lines("27.11.26, 22:14 - Anna: itch 6\nitch 3\n", habits())[-1]
    assert again.fate is Fate.ASKED


def test_the_answers_of_somebody_else_in_a_chat_are_asked_about() -> None:
    chat = "28.11.26, 22:14 - Anna: 6 4\n28.11.26, 22:15 - Ben: 5 5\n27.11.26, 22:15 - Anna: 4 4\n"
    assert [line.fate for line in read_lines(chat, habits())] == [Fate.ASKED, Fate.ASKED, Fate.CLEAR]
    ben = read_lines(chat, habits())[1]
    assert (ben.sender, ben.doubts) == ("Ben", (Doubt.TWICE, Doubt.WHOSE))


def test_what_stands_before_a_colon_is_nobody_where_not_all_have_it() -> None:
    lines = read_lines("[28.11.26, 22:14] Tennis: 4 7\n[27.11.26, 22:14] 3 8\n", habits())
    assert [line.fate for line in lines] == [Fate.NOT_READ, Fate.CLEAR]


def test_two_lines_that_differ_about_a_day_are_asked_about_and_equal_ones_are_not() -> None:
    differ = read_lines("28.11. itch 6\n28.11. itch 5\n", habits())
    assert [line.doubts for line in differ] == [(Doubt.TWICE,)] * 2
    assert [line.fate for line in read_lines("28.11. itch 6\n28.11. itch 6 sleep 4\n", habits())] == [Fate.CLEAR] * 2
    weekdays = read_lines("Mon itch 6\nTue itch 5\nMon itch 6\n", habits())  # of two weeks
    assert [line.fate for line in weekdays] == [Fate.ASKED, Fate.CLEAR, Fate.ASKED]


def test_yesterday_is_asked_about_where_nobody_knows_when_it_was_written() -> None:
    (of_a_file,) = read_lines("yesterday 7/3\n", habits(written=None))
    assert (of_a_file.days, of_a_file.doubts) == ((date(2026, 11, 28),), (Doubt.WRITTEN_WHEN,))
    beside_a_date = read_lines("14.11. 6 4\nyesterday 7/3\n", habits())
    assert beside_a_date[1].doubts == (Doubt.WRITTEN_WHEN,)


def test_a_line_without_a_day_is_likely_of_the_one_between_its_neighbours() -> None:
    lines = read_lines("26.11. 3 8\nitch 5, slept 6\n24.11. 3 7\n2 2\n", habits())
    assert [line.days for line in lines] == [(date(2026, 11, day),) for day in (26, 25, 24)] + [(date(2026, 11, 29),)]
    assert lines[1].doubts == (Doubt.NO_DAY,)


def test_no_line_is_dropped_and_each_is_named_by_its_number() -> None:
    text = "\ufeffhello\r\n\r\n28.11. itch 6\r\n" + "x" * (LONGEST + 1) + "\n"
    lines = read_lines(text, habits())
    assert [line.line for line in lines] == [1, 3, 4]
    assert [line.fate for line in lines] == [Fate.NOT_READ, Fate.CLEAR, Fate.NOT_READ]
    assert lines[2].doubts == (Doubt.TOO_LONG,)
    assert told(lines[1]) == ("clear", "2026-11-28", "itch 6", "")


def test_lines_of_one_day_are_one_proposal_with_their_notes_below_each_other() -> None:
    lines = read_lines("28.11. itch 6 note: a\n28.11. sleep 4 note: b\nnothing\n", habits())
    proposals = found_in(lines).proposals({})
    assert (proposals.days, proposals.lines) == ([date(2026, 11, 28)], [1])
    assert proposals.parts == {("itch", ""): [6], ("note", ""): ["a\nb"], ("sleep_quality", ""): [4]}
