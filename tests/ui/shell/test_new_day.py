"""The computer slept, the clock was set, the traveller landed: what is pressed next is not written on the wrong day.

Nothing here tells the window that a day has turned: the clock moves, and the person does the next thing.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import ONE_DAY, Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.domain.records.visit import Visit
from adtracker.domain.treatments.schedule import Daily
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.exchange.codecs.all_codecs import read_snapshot
from adtracker.exchange.json.diary import write
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.records.questions.row import CountRow, ScaleRow
from adtracker.ui.shell.main_window import MainWindow
from tests.ui.conftest import TODAY, Clock
from tests.ui.person import Person

YESTERDAY = TODAY - ONE_DAY
CONTROL = Qt.KeyboardModifier.ControlModifier
Act = Callable[[Person], None]


@pytest.fixture
def person(qtbot: QtBot, journal: Journal, context: Context, window: MainWindow) -> Person:
    """Somebody with a full day, all of whose cards are open."""
    writer = context.writer
    writer.save(Course(TODAY - 30 * ONE_DAY))
    writer.save(Treatment("Mometasone", Kind.CREAM, (Plan(TODAY - 9 * ONE_DAY, Daily()),)))
    writer.save(Question("pain", "Skin pain"))
    writer.save(Question("steps", "Steps", AnswerKind.COUNT, position=1))
    evening = DayEntry(TODAY, itch=2, sleep_quality=5, signs=(), context=(), recorded_on=TODAY)
    writer.save_all([evening, DayEntry(YESTERDAY, sleep_quality=5)])
    found = Person(qtbot, window)
    for part in ("signs", "triggers", "questions", "treatments"):
        found.unfold(part)
    return found


def _digit(person: Person) -> None:
    person.page.itch.take_focus()
    person.type("7")


def _score(person: Person) -> None:
    person.click(person.page.itch.number(7))


def _arrow(person: Person) -> None:
    person.page.sleep.take_focus()
    person.press(Qt.Key.Key_Right)


def _sign(person: Person) -> None:
    person.click(person.page.parts.signs.card.chips.none)


def _trigger(person: Person) -> None:
    person.click(person.page.parts.triggers.card.chips.chip("stress"))


def _woken(person: Person) -> None:
    person.click(person.page.woken.yes)


def _own_question(person: Person) -> None:
    row = person.page.parts.questions.card.rows[0]
    assert isinstance(row, ScaleRow)
    person.click(row.scale.number(3))


def _taken(person: Person) -> None:
    person.click(person.page.parts.treatments.card.rows[0].taken)


def _no_skin(person: Person) -> None:
    person.click(person.page.extent.none)


def _region(person: Person) -> None:
    body = person.page.extent.map
    person.click(body, body.point_in("belly").toPoint())


def _palms(person: Person) -> None:
    person.click(person.page.extent.ways.chip("palms"))
    person.click(person.page.extent.palms.more)


def _undo(person: Person) -> None:
    person.press(Qt.Key.Key_Z, CONTROL)


def _undo_button(person: Person) -> None:
    person.click(person.page.saved.undo_button)


def _digit_on_no_question(person: Person) -> None:
    person.page.woken.no.setFocus()
    person.type("7")


def _paste(person: Person) -> None:
    QGuiApplication.clipboard().setImage(QImage(40, 30, QImage.Format.Format_RGB32))
    person.press(Qt.Key.Key_V, CONTROL)


ACTS: list[Act] = [
    _digit,
    _score,
    _arrow,
    _sign,
    _trigger,
    _woken,
    _own_question,
    _taken,
    _no_skin,
    _region,
    _palms,
    _undo,
    _undo_button,
    _digit_on_no_question,
    _paste,
]

WEST, EAST = timezone(timedelta(hours=-11)), timezone(timedelta(hours=14))
MOMENTS: dict[str, tuple[datetime, date]] = {
    "a night": (datetime(2026, 11, 30, 8, 0, tzinfo=UTC), date(2026, 11, 30)),
    "a week": (datetime(2026, 12, 6, 12, 0, tzinfo=UTC), date(2026, 12, 6)),
    "four in the morning": (datetime(2026, 11, 30, 4, 0, tzinfo=UTC), date(2026, 11, 30)),
    "a clock that was set back": (datetime(2026, 11, 27, 20, 0, tzinfo=UTC), date(2026, 11, 27)),
    "a flight to the west": (datetime(2026, 11, 29, 12, 0, tzinfo=UTC).astimezone(WEST), YESTERDAY),
    "a flight to the east": (datetime(2026, 11, 29, 21, 0, tzinfo=UTC).astimezone(EAST), date(2026, 11, 30)),
}


def _all(journal: Journal) -> str:
    return write(read_snapshot(journal))


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__.strip("_"))
def test_what_is_pressed_first_is_not_stored_and_the_page_turns(
    person: Person, journal: Journal, now: Clock, act: Act, moment: str
) -> None:
    before = _all(journal)
    when, today = MOMENTS[moment]
    now.set(when)
    act(person)
    assert _all(journal) == before
    assert person.page.day == today
    assert "A new day has begun: " in person.page.saved.text
    assert person.is_at(person.page.itch)
    assert person.page.itch.value == journal.entry(today).itch
    if journal.entry(today).is_empty:
        person.type("36")
        assert (journal.entry(today).itch, journal.entry(today).sleep_quality) == (3, 6)


def test_the_sentence_names_the_day(person: Person, now: Clock) -> None:
    now.pass_days(1)
    _digit(person)
    assert person.page.saved.text.startswith("A new day has begun: Monday 30 November")


def test_two_keys_of_one_entry_never_lie_on_two_days(person: Person, journal: Journal, now: Clock) -> None:
    now.set(datetime(2026, 11, 30, 3, 59, tzinfo=UTC))
    person.page.itch.take_focus()
    person.type("6")
    now.set(datetime(2026, 11, 30, 4, 0, tzinfo=UTC))
    person.type("8")
    assert (journal.entry(TODAY).itch, journal.entry(TODAY).sleep_quality) == (6, 5)
    assert journal.entry(date(2026, 11, 30)).is_empty


def test_a_one_does_not_wait_for_a_zero_of_another_day(person: Person, journal: Journal, now: Clock) -> None:
    person.page.itch.take_focus()
    person.type("1")
    now.pass_days(1)
    person.type("0")
    assert person.page.itch.hint == ""
    person.type("0")
    assert (journal.entry(TODAY).itch, journal.entry(TODAY + ONE_DAY).itch) == (1, 0)


@pytest.mark.parametrize("moment", MOMENTS)
def test_a_text_stays_on_the_day_on_which_it_was_begun(
    person: Person, journal: Journal, now: Clock, moment: str
) -> None:
    person.click(person.page.note.field)
    person.type("Woke up at th")
    now.set(MOMENTS[moment][0])
    person.type("ree")
    person.click(person.page.woken.yes)
    entry = journal.entry(TODAY)
    assert entry.note == "Woke up at three"
    assert entry.woken is None
    assert entry.recorded_on == TODAY
    assert person.page.day == MOMENTS[moment][1]


def _note(person: Person) -> QWidget:
    return person.page.note.field


def _steps(person: Person) -> QWidget:
    row = person.page.parts.questions.card.row("steps")
    assert isinstance(row, CountRow)
    return row.field


def _trigger_name(person: Person) -> QWidget:
    card = person.page.parts.triggers.card
    person.click(card.add)
    return card.field


def _palms_number(person: Person) -> QWidget:
    person.click(person.page.extent.ways.chip("palms"))
    return person.page.extent.palms.field


def _reason(person: Person) -> QWidget:
    row = person.page.parts.treatments.card.rows[0]
    person.click(row.skipped)
    assert row.panel is not None
    return row.panel.reason


# What is typed into each field, and how the export has it.
FIELDS: dict[str, tuple[Callable[[Person], QWidget], str, str]] = {
    "note": (_note, "Windy 3 days", '"note": "Windy 3 days"'),
    "number": (_steps, "5 000", '"steps": 5000'),
    "trigger": (_trigger_name, "Wool 3", '"name": "Wool 3"'),
    "palms": (_palms_number, "3", '"palms": 3'),
    "reason": (_reason, "Out for 3 days", '"reason": "Out for 3 days"'),
}


@pytest.mark.parametrize("field", FIELDS)
def test_what_stands_in_a_field_overnight_is_kept_on_its_day(
    person: Person, journal: Journal, now: Clock, field: str
) -> None:
    find, text, kept = FIELDS[field]
    person.click(find(person))
    person.type(text)
    assert kept not in _all(journal)
    now.pass_days(1)
    person.click(person.page.parts.signs.card.chips.chip("dry"))
    assert kept in _all(journal)
    assert journal.entry(TODAY).signs == ()
    assert journal.entry(TODAY).recorded_on == TODAY
    assert journal.entry(TODAY + ONE_DAY).is_empty
    assert journal.doses(Period(TODAY + ONE_DAY, TODAY + ONE_DAY)) == ()
    assert person.page.day == TODAY + ONE_DAY
    assert person.is_at(person.page.itch)
    assert "A new day has begun" in person.page.saved.text


@pytest.mark.parametrize("field", FIELDS)
def test_what_is_typed_first_in_the_morning_is_stored_nowhere(
    person: Person, journal: Journal, now: Clock, field: str
) -> None:
    find, text, _ = FIELDS[field]
    person.click(find(person))
    before = _all(journal)
    now.pass_days(1)
    person.type(text)
    person.press(Qt.Key.Key_Return)
    assert _all(journal) == before
    assert person.page.day == TODAY + ONE_DAY
    assert person.is_at(person.page.itch)
    now.set(now() + timedelta(seconds=2))
    person.type("36")
    assert (journal.entry(now.today()).itch, journal.entry(now.today()).sleep_quality) == (3, 6)


def test_a_text_in_full_flow_goes_on_past_four(
    qtbot: QtBot, person: Person, window: MainWindow, journal: Journal, now: Clock
) -> None:
    now.set(datetime(2026, 11, 30, 3, 59, 50, tzinfo=UTC))
    person.click(person.page.note.field)
    person.type("Woke at ")
    now.set(datetime(2026, 11, 30, 4, 0, 5, tzinfo=UTC))
    minutes: list[None] = []
    window._minute.timeout.connect(lambda: minutes.append(None))
    window._minute.start(1)
    person.wait_until_typed()
    qtbot.waitUntil(lambda: len(minutes) > 1)
    person.type("4")
    assert person.page.day == TODAY
    person.click(person.page.itch.number(9))
    assert (journal.entry(TODAY).note, journal.entry(TODAY).itch) == ("Woke at 4", 2)
    assert journal.entry(TODAY + ONE_DAY).is_empty
    assert person.page.day == TODAY + ONE_DAY


def test_a_minute_that_turns_the_page_says_nothing_of_what_was_pressed(
    qtbot: QtBot, person: Person, window: MainWindow, now: Clock
) -> None:
    now.pass_days(1)
    window._minute.start(1)
    qtbot.waitUntil(lambda: person.page.day == TODAY + ONE_DAY)
    assert person.page.saved.text == "A new day has begun: Monday 30 November"


def test_a_shortcut_that_is_pressed_in_a_text_takes_back_nothing_in_the_morning(
    person: Person, journal: Journal, now: Clock
) -> None:
    person.click(person.page.note.field)
    before = _all(journal)
    now.pass_days(1)
    person.press(Qt.Key.Key_Control)
    person.press(Qt.Key.Key_Z, CONTROL)
    assert _all(journal) == before
    assert person.page.day == TODAY + ONE_DAY


def test_going_to_today_says_which_day_has_begun(person: Person, now: Clock) -> None:
    now.pass_days(1)
    person.press(Qt.Key.Key_T, CONTROL)
    assert person.page.day == TODAY + ONE_DAY
    assert person.page.saved.text == "A new day has begun: Monday 30 November"
    person.type("4")
    assert "A new day" not in person.page.saved.text


def test_a_text_alone_is_not_called_filled_in_later(
    qtbot: QtBot, window: MainWindow, journal: Journal, now: Clock
) -> None:
    person = Person(qtbot, window)
    person.click(person.page.note.field)
    person.type("Bad night")
    now.pass_days(1)
    person.press(Qt.Key.Key_T, CONTROL)
    entry = journal.entry(TODAY)
    assert (entry.note, entry.recorded_on) == ("Bad night", TODAY)


def test_a_text_that_is_begun_in_the_morning_is_not_one_of_the_evening(
    person: Person, journal: Journal, now: Clock
) -> None:
    person.click(person.page.note.field)
    now.pass_days(1)
    person.type("x")
    person.wait_until_typed()
    assert journal.entry(TODAY).note == ""
    assert person.page.day == TODAY + ONE_DAY
    assert person.page.note.field.text() == ""


def test_a_past_day_that_was_opened_on_purpose_stays_open(person: Person, journal: Journal, now: Clock) -> None:
    person.open_day(YESTERDAY)
    now.pass_days(1)
    person.click(person.page.itch.number(9))
    assert person.page.day == YESTERDAY
    assert journal.entry(YESTERDAY).itch is None
    assert person.page.itch.value is None
    person.click(person.page.itch.number(9))
    assert journal.entry(YESTERDAY).itch == 9


def test_a_form_begins_with_the_day_it_is(person: Person, now: Clock) -> None:
    person.unfold("happenings")
    now.pass_days(1)
    person.page.parts.happenings.card.add_visit.click()
    dialogs = person.page.parts.happenings.dialogs
    assert dialogs._asked is not None
    record = dialogs._asked.record
    assert isinstance(record, Visit)
    assert record.day == TODAY + ONE_DAY


def test_a_form_that_stood_open_overnight_asks_to_look_at_its_day(person: Person, journal: Journal, now: Clock) -> None:
    person.unfold("happenings")
    person.page.parts.happenings.card.add_visit.click()
    form = person.page.parts.happenings.dialogs.form
    assert form is not None
    now.pass_days(1)
    form.save.click()
    assert journal.visits() == ()
    assert form.problem == "A new day has begun: Monday 30 November. Look at the day here, then save again."
    form.save.click()
    assert [visit.day for visit in journal.visits()] == [TODAY]


def test_settings_store_nothing_over_night_either(
    person: Person, context: Context, window: MainWindow, journal: Journal, now: Clock
) -> None:
    window.show_page("settings")
    now.pass_days(1)
    assert not context.writer.save(Profile("Somebody"))
    assert journal.profile() == Profile()
    assert window.messages.text == "A new day has begun: Monday 30 November"


def test_when_the_clocks_go_back_the_day_still_begins_at_four(now: Clock, request: pytest.FixtureRequest) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    now.set(datetime(2026, 10, 24, 22, 0, tzinfo=berlin))
    context: Context = request.getfixturevalue("context")
    for when, day in (
        (datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=0), date(2026, 10, 24)),
        (datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=1), date(2026, 10, 24)),
        (datetime(2026, 10, 25, 3, 59, tzinfo=berlin), date(2026, 10, 24)),
        (datetime(2026, 10, 25, 4, 0, tzinfo=berlin), date(2026, 10, 25)),
    ):
        now.set(when)
        assert context.gate.today() == day


def test_when_the_clocks_go_forward_too(now: Clock, request: pytest.FixtureRequest) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    now.set(datetime(2026, 3, 28, 22, 0, tzinfo=berlin))
    context: Context = request.getfixturevalue("context")
    now.set(datetime(2026, 3, 29, 3, 59, tzinfo=berlin))
    assert context.gate.is_open()
    now.set(datetime(2026, 3, 29, 4, 0, tzinfo=berlin))
    assert not context.gate.is_open()
    assert context.gate.today() == date(2026, 3, 29)
