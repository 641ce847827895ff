"""What was read becomes proposals: what is clear, and what was picked of what is open; nothing is lost on the way."""

from datetime import date

from adtracker.domain.intake.found import NOTE, Left, Open, Seen, Told, found
from adtracker.domain.records.day import DayEntry, Origin

MON, TUE = date(2026, 11, 30), date(2026, 12, 1)
ITCH, SLEEP = ("itch", ""), ("sleep_quality", "")
AT = Seen(3, "itch 4 or 5")
WHICH = Open(((Told(TUE, ITCH, 4.0, AT),), (Told(TUE, ITCH, 5.0, AT),)), AT, "marks")


def test_what_is_open_says_nothing_until_it_is_picked() -> None:
    read = found(Origin.PAPER, [Told(MON, ITCH, 3.0, Seen(1))], [WHICH])
    assert list(read.proposals({}).entries()) == [DayEntry(MON, itch=3, origin=Origin.PAPER)]
    assert list(read.proposals({0: 1}).entries()) == [
        DayEntry(MON, itch=3, origin=Origin.PAPER),
        DayEntry(TUE, itch=5, origin=Origin.PAPER),
    ]
    assert (set(read.days), set(read.open_days)) == ({MON, TUE}, {TUE})


def test_what_is_told_twice_and_not_alike_is_open() -> None:
    told = [Told(MON, ITCH, 3.0, Seen(1, "itch 3")), Told(MON, ITCH, 6.0, Seen(2, "itch 6")), Told(MON, SLEEP, 7.0, AT)]
    read = found(Origin.PASTED, [*told, told[2]], left=[Left(AT, "not_read")])
    assert [one.part for one in read.told] == [SLEEP]
    assert [[told.value for told in offer] for offer in read.open[0].offers] == [[3.0], [6.0]]
    assert read.left == (Left(AT, "not_read"),)


def test_notes_of_a_day_stand_below_one_another() -> None:
    read = found(Origin.PASTED, [Told(MON, NOTE, "sore", Seen(1)), Told(MON, NOTE, "better later", Seen(2))])
    (entry,) = read.proposals({}).entries()
    assert entry.note == "sore\nbetter later"


def test_doses_stand_beside_the_days() -> None:
    read = found(Origin.PAPER, [Told(MON, ("doses", "4"), (2, 0), Seen())])
    assert read.proposals({}).days == []
    assert [told.value for told in read.doses({})] == [(2, 0)]
