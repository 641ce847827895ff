"""What is said of the copies of a diary."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from adtracker.language import tr, tr_count
from adtracker.ui.words.day_words import date_words, listed_day_words


def made_words(made: datetime, now: datetime) -> str:
    """When a copy was made, in local time: "today 08:42", "Thu 26 Nov 2026 20:55"."""
    local = made.astimezone(now.tzinfo)
    day = tr("today") if local.date() == now.date() else listed_day_words(local.date())
    clock = f"{local:%H:%M}"
    return tr("{day} {time}", day=day, time=clock)


def backed_up_words(made: datetime | None, now: datetime) -> str:
    """One line for the side of the window."""
    if made is None:
        return tr("Not backed up yet")
    return tr("Backed up {when}", when=made_words(made, now))


def second_words(last: date | None) -> str:
    """One quiet line where the second folder has had no copy for long."""
    if last is None:
        return tr("No copy in the second folder yet.")
    return tr("No copy in the second folder since {day}.", day=date_words(last))


def archive_words() -> str:
    """One quiet line once a year."""
    return tr("A year is full: save an archive, in Settings.")


def contents_words(days: int, last: date | None) -> str:
    """How much is in a copy, such as "118 days to 28 November 2026"."""
    if last is None:
        return tr("no days yet")
    return tr_count("1 day, {day}", "{count} days to {day}", days, day=date_words(last))


def drill_words(good: Sequence[tuple[int, date | None]], checked: int) -> str:
    """What a check of the last copies found: `good` has the days and last day of those that are, the newest first."""
    if not checked:
        return tr("There is no copy yet.")
    if not good:
        return tr("No copy is good. Please make a new one now.")
    how_many = (tr("One copy is good"), tr("Two copies are good"), tr("Three copies are good"))
    head = how_many[min(len(good), len(how_many)) - 1]
    if len(good) == checked:
        return tr("{head}; the newest has {contents}.", head=head, contents=contents_words(*good[0]))
    return tr(
        "{head}, of {checked} that were checked; the newest of them has {contents}.",
        head=head,
        checked=checked,
        contents=contents_words(*good[0]),
    )


def restored_words(days: int, last: date | None, aside: str, lacking: int) -> str:
    """What is said after going back to a copy."""
    said = tr(
        "Your diary has {contents} now. What was there before is in “{folder}”; nothing was deleted.",
        contents=contents_words(days, last),
        folder=aside,
    )
    if lacking:
        said += " " + tr_count(
            "{count} picture is in none of the copies any more.",
            "{count} pictures are in none of the copies any more.",
            lacking,
        )
    return said
