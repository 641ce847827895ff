"""Where the skin is affected: the map by mouse and keyboard, the list, palms, and the short cuts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from adtracker.domain.common.period import ONE_DAY
from adtracker.domain.records.body import AgeColumn, Grade
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.records.extent import from_grades
from adtracker.domain.records.profile import Profile
from adtracker.storage.journal import Journal
from adtracker.ui.core.context import Context
from adtracker.ui.shell.main_window import MainWindow
from adtracker.ui.today.extent_card import ExtentCard
from tests.ui.conftest import TODAY
from tests.ui.listening import accessible, heard_now, heard_parts
from tests.ui.person import Person

YESTERDAY = TODAY - ONE_DAY


@pytest.fixture
def person(qtbot: QtBot, window: MainWindow) -> Person:
    return Person(qtbot, window)


@pytest.fixture
def card(person: Person) -> ExtentCard:
    return person.page.extent


def _click_region(person: Person, key: str) -> None:
    person.click(person.page.extent.map, person.page.extent.map.point_in(key).toPoint())


def _look_away_and_back(person: Person) -> None:
    person.open_day(YESTERDAY)
    person.open_day(TODAY)


def _grades(journal: Journal) -> dict[str, Grade]:
    extent = journal.entry(TODAY).extent
    return dict(extent.grades) if extent else {}


def test_nothing_recorded_is_not_called_zero(person: Person, card: ExtentCard) -> None:
    assert "Not recorded" in person.reads(card)
    assert "%" not in person.reads(card)
    assert not card.clear.isEnabled()


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_skin_that_is_not_marked_has_the_colour_of_skin(
    person: Person, card: ExtentCard, context: Context, look: str
) -> None:
    context.preferences.change(theme=look)
    picture, skin = card.map.grab().toImage(), context.theme.color("body")
    bare = [card.map.point_in(key).toPoint() for key in ("left_thigh_front", "left_shin")]
    assert [picture.pixelColor(at * picture.devicePixelRatio()) for at in bare] == [skin, skin]


def test_a_click_gives_the_grade_of_the_brush_and_a_second_one_takes_it_away(
    person: Person, card: ExtentCard, journal: Journal
) -> None:
    _click_region(person, "chest")
    assert _grades(journal) == {"chest": Grade.HALF}
    person.click(card.brushes.chip("most"))
    _click_region(person, "chest")
    _click_region(person, "left_inner_elbow")
    assert _grades(journal) == {"chest": Grade.MOST, "left_inner_elbow": Grade.MOST}
    _click_region(person, "chest")
    assert _grades(journal) == {"left_inner_elbow": Grade.MOST}
    _click_region(person, "left_inner_elbow")
    assert journal.entry(TODAY).extent is None, "the last mark taken away is not recorded, not zero"


def test_per_cent_and_palms_are_said_in_words(person: Person, card: ExtentCard, context: Context) -> None:
    person.click(card.brushes.chip("most"))
    for key in ("left_upper_arm_front", "right_thigh_front"):
        _click_region(person, key)
    extent = context.journal.entry(TODAY).extent
    assert extent is not None
    assert extent == from_grades(context.body, dict(extent.grades), AgeColumn.ADULT)
    assert card.number.text() == f"{extent.percent:g}\u00a0%"
    assert f"about {round(extent.percent)} of your palms" in card.words.text()


def test_every_region_can_be_clicked(person: Person, card: ExtentCard, context: Context) -> None:
    picked: list[str] = []
    card.map.picked.connect(lambda key, _: picked.append(key))
    for key in context.body.regions:
        _click_region(person, key)
    assert picked == list(context.body.regions)


def test_every_region_is_reached_by_arrow_keys(person: Person, card: ExtentCard, context: Context) -> None:
    """Walk every way from everywhere: what turns up is what a person can reach."""
    arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
    card.map.setFocus()
    routes: dict[str, list[Qt.Key]] = {card.map.current: []}
    waiting = [card.map.current]
    while waiting:
        start = waiting.pop(0)
        for arrow in arrows:
            card.map.go_to(start)
            person.press(arrow)
            if card.map.current not in routes:
                routes[card.map.current] = [*routes[start], arrow]
                waiting.append(card.map.current)
    assert routes.keys() == context.body.regions.keys()
    assert max(map(len, routes.values())) <= 16, "nobody presses arrows all night"


def test_the_keyboard_grades_and_is_told_what_it_is_on(person: Person, card: ExtentCard, journal: Journal) -> None:
    card.map.setFocus()
    assert heard_now(card.map) == "Scalp, front", "nothing is recorded, so it is not called unaffected"
    person.press(Qt.Key.Key_Down)
    person.type("3")
    assert heard_now(card.map) == "Face and ears: nearly all"
    assert _grades(journal) == {"face": Grade.MOST}
    person.type("1")
    assert _grades(journal) == {"face": Grade.LITTLE}
    person.press(Qt.Key.Key_Space)
    assert _grades(journal) == {"face": Grade.HALF}
    person.type("0")
    assert journal.entry(TODAY).extent is None


def test_a_screen_reader_finds_every_region_and_what_is_said_of_it(person: Person, card: ExtentCard) -> None:
    assert len(heard_parts(card.map)) == 52
    assert heard_parts(card.map)[0] == "Scalp, front"
    card.map.setFocus()
    person.type("2")
    whole = accessible(card.map)
    first = whole.child(0)
    assert (first.text(QAccessible.Text.Name), first.role()) == ("Scalp, front: about half", QAccessible.Role.ListItem)
    assert (first.state().checked, whole.child(1).state().checked) == (True, False)
    region = card.map.mapToGlobal(card.map.point_in("right_palm").toPoint())
    assert whole.childAt(region.x(), region.y()).text(QAccessible.Text.Name).startswith("Right palm")


def test_a_click_just_beside_the_body_counts_for_the_nearest_region(person: Person, card: ExtentCard) -> None:
    picked: list[str] = []
    card.map.picked.connect(lambda key, _: picked.append(key))
    at = card.map.point_in("right_palm")
    person.click(card.map, (at - QPointF(25, 0)).toPoint())
    person.click(card.map, QPoint(1, card.map.height() // 2 + 100))
    assert picked == ["right_palm"]


def test_the_pointer_is_told_the_name_before_it_clicks(person: Person, card: ExtentCard, journal: Journal) -> None:
    QTest.mouseMove(card.map, card.map.point_in("belly").toPoint())
    assert card.map.caption == "Belly"
    assert journal.entry(TODAY).extent is None


def test_the_list_marks_nothing_where_nothing_is_recorded(person: Person, card: ExtentCard) -> None:
    person.click(card.ways.chip("list"))
    cells = card.list.model()
    spoken = [cells.data(cells.index(0, column), Qt.ItemDataRole.AccessibleTextRole) for column in range(4)]
    assert not any("chosen" in sentence for sentence in spoken)
    person.click(card.none)
    assert cells.data(cells.index(0, 0), Qt.ItemDataRole.AccessibleTextRole) == "Scalp, front: none, chosen"


def test_the_list_says_and_takes_the_same(person: Person, card: ExtentCard, journal: Journal) -> None:
    _click_region(person, "belly")
    person.click(card.ways.chip("list"))
    cells = card.list.model()
    belly = list(person.page.context.body.regions).index("belly")
    assert cells.headerData(belly, Qt.Orientation.Vertical) == "Belly"
    spoken = cells.data(cells.index(belly, 2), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Belly: about half, chosen"
    assert card.list.rowHeight(belly) >= 44
    chest = cells.index(belly - 1, 3)
    card.list.scrollTo(chest)
    person.click(card.list.viewport(), card.list.visualRect(chest).center())
    assert _grades(journal) == {"belly": Grade.HALF, "chest": Grade.MOST}
    person.press(Qt.Key.Key_Down)
    person.type("1")
    person.press(Qt.Key.Key_Down)
    person.press(Qt.Key.Key_Left)
    person.press(Qt.Key.Key_Space)
    assert _grades(journal) == {"belly": Grade.LITTLE, "chest": Grade.MOST, "groin": Grade.HALF}


def test_palms_typed_are_stored_as_palms(person: Person, card: ExtentCard, journal: Journal) -> None:
    _click_region(person, "belly")
    person.click(card.ways.chip("palms"))
    assert journal.entry(TODAY).extent is not None, "looking at another way changes nothing"
    person.click(card.palms.field)
    person.type("3.5")
    person.press(Qt.Key.Key_Return)
    assert journal.entry(TODAY).extent == Extent(3.5, ExtentMethod.PALMS, palms=3.5)
    assert card.number.text() == "3.5\u00a0%"
    person.click(card.palms.more)
    person.click(card.palms.more)
    person.click(card.palms.less)
    assert journal.entry(TODAY).extent == Extent(4, ExtentMethod.PALMS, palms=4)
    person.open_day(YESTERDAY)
    assert card.palms.field.text() == ""
    person.open_day(TODAY)
    assert card.palms.field.isVisible()
    assert card.palms.field.text() == "4"


def test_palms_are_saved_in_a_pause_and_on_leaving_the_day(
    person: Person, card: ExtentCard, journal: Journal, qtbot: QtBot
) -> None:
    person.click(card.ways.chip("palms"))
    person.click(card.palms.field)
    person.type("2")
    qtbot.waitUntil(lambda: journal.entry(TODAY).extent is not None)
    person.type("0")
    person.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert journal.entry(TODAY).extent == Extent(20, ExtentMethod.PALMS, palms=20)
    assert journal.entry(YESTERDAY).extent is None


@pytest.mark.parametrize("text", ["101", "-1", "nan", "inf", "1e309", "two", "0x1"])
def test_what_is_no_number_of_palms_is_refused_and_stays_to_be_mended(
    person: Person, card: ExtentCard, journal: Journal, text: str
) -> None:
    person.click(card.ways.chip("palms"))
    person.click(card.palms.field)
    person.type(text)
    person.press(Qt.Key.Key_Return)
    assert journal.entry(TODAY).extent is None
    assert card.palms.field.text() == text
    sentences = ("Please give a number from 0 to 100", f"“{text}” is not a number")
    assert any(sentence in person.page.saved.text for sentence in sentences)


def test_no_skin_affected_records_zero_and_clear_takes_it_back(
    person: Person, card: ExtentCard, journal: Journal
) -> None:
    person.click(card.none)
    extent = journal.entry(TODAY).extent
    assert extent is not None
    assert extent.percent == 0
    assert card.number.text() == "0\u00a0%"
    person.click(card.clear)
    assert journal.entry(TODAY).extent is None
    assert "Not recorded" in person.reads(card)


def test_same_as_yesterday_takes_over_the_marks(person: Person, card: ExtentCard, context: Context) -> None:
    journal = context.journal
    assert not card.same.isEnabled()
    assert "Nothing is recorded" in card.same.toolTip()
    before = from_grades(context.body, {"face": Grade.MOST, "left_shin": Grade.LITTLE}, AgeColumn.ADULT)
    journal.save(DayEntry(YESTERDAY, itch=5, extent=before))
    _look_away_and_back(person)
    person.click(card.same)
    assert journal.entry(TODAY).extent == before
    assert journal.entry(TODAY).itch is None
    assert card.map.grade("face") is Grade.MOST


def test_same_as_yesterday_weighs_a_childs_marks_by_todays_age(
    person: Person, card: ExtentCard, context: Context
) -> None:
    before = from_grades(context.body, {"face": Grade.MOST}, AgeColumn.ADULT)
    context.journal.save(DayEntry(YESTERDAY, extent=before))
    context.writer.save(Profile(birth_year=TODAY.year - 3))
    person.click(card.same)
    after = context.journal.entry(TODAY).extent
    assert after is not None
    assert after.age_column == AgeColumn.ONE.value
    assert after.percent > before.percent


def test_an_extent_from_a_file_is_shown_and_kept_until_changed(
    person: Person, card: ExtentCard, journal: Journal
) -> None:
    imported = Extent(12.3, ExtentMethod.PERCENT)
    journal.save(DayEntry(YESTERDAY, extent=imported))
    person.open_day(YESTERDAY)
    assert card.number.text() == "12.3\u00a0%"
    assert "as the file gave it" in card.words.text()
    person.click(person.page.itch.number(3))
    assert journal.entry(YESTERDAY).extent == imported
    _click_region(person, "nape")
    changed = journal.entry(YESTERDAY).extent
    assert changed is not None
    assert changed.grades == (("nape", Grade.HALF),)


def test_undo_brings_the_marks_back(person: Person, card: ExtentCard, journal: Journal) -> None:
    _click_region(person, "belly")
    person.click(card.ways.chip("palms"))
    person.click(card.palms.more)
    person.click(person.page.saved.undo_button)
    assert _grades(journal) == {"belly": Grade.HALF}
    assert card.map.grade("belly") is Grade.HALF
