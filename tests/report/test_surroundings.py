"""What surrounds the days on the report: treatments, visits, side effects, signs, triggers, own questions, photos."""

from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from adtracker.domain.common.period import Period
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.photo import Photo
from adtracker.domain.records.question import AnswerKind, Better, Question
from adtracker.domain.records.side_effect import Severity, SideEffect
from adtracker.domain.records.sign import Sign
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.records.visit import Visit
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import Daily, Every, Stopped, Unit, WhenNeeded
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.domain.views.event import Surroundings
from adtracker.queries.report import Parts, Request, read_request
from adtracker.report.printing import Paper
from adtracker.storage.journal import Journal
from tests.photos.hostile import jpeg_of
from tests.report.samples import (
    COURSE,
    DEMO,
    START,
    demo_request,
    itches,
    listing_of,
    printed,
    read_pdf,
    report_of,
    request,
    text_of,
)

DAY = timedelta(days=1)
LAST = START + 27 * DAY
NONE = "\u2013"
# Of the names under the charts, in points.
LETTER_HEIGHT = 6.5
LONG = "Donaudampfschifffahrtsgesellschaft" * 3
ARABIC = "الحكة أسوأ في الليل"
WORDS = ["Stress at work", LONG, ARABIC, '#panic("no") *b* -> $x$']
PAIN = Question("No. 1: pain?", "Skin pain")
SUN = Question("sun.hours", "Hours of sun", AnswerKind.COUNT, Better.NEITHER, "h", 1)
SWAM = Question("swam", "Did I swim?", AnswerKind.YES_NO, Better.HIGHER, "", 2)
CREAM = Treatment(
    "Mometasone",
    Kind.CREAM,
    (
        Plan(START, Daily(), "hands"),
        Plan(START + 14 * DAY, Every(2, Unit.DAYS, START + 14 * DAY), "hands", "", "calmer"),
    ),
    "potent",
    key=1,
)


def _days(**answers: object) -> list[DayEntry]:
    return [replace(entry, **answers) for entry in itches(START, [5] * 28)]  # type: ignore[arg-type]


def _said_of(asked: Request, name: str) -> str:
    """What stands behind a treatment's bar, or in a line at the head of the page where it has none."""
    report = report_of(asked)
    assert report.summary is not None
    assert report.summary.charts is not None
    (said,) = (
        *(row.said for row in report.summary.charts.rows if row.label == name),
        *(line.removeprefix(f"{name} (").removesuffix(")") for line in report.around if line.startswith(name)),
    )
    return said


def test_what_was_planned_taken_and_skipped_is_counted_with_every_plan_and_reason() -> None:
    # 14 daily doses, then every other day from day 15 to 28: 7 more. Taken on 10 days, skipped on 2.
    taken = [DayDoses(1, START + number * DAY, 1) for number in range(10)]
    skipped = [DayDoses(1, START + number * DAY, 0, 1, "Forgot") for number in (10, 11)]
    asked = replace(request(_days(), COURSE), around=Surroundings(treatments=[CREAM], doses=[*taken, *skipped]))
    assert listing_of(asked, "Treatments and doses").rows == (
        (
            "Mometasone\nCream or ointment, Potent steroid",
            "from 2 Aug 2026: hands, once a day\nfrom 16 Aug 2026: hands, every 2 days (calmer)",
            *("21", "10", "2", "9", "0", "48 %", "10"),  # 10 of 21 is 47.6 %
        ),
    )
    assert listing_of(asked, "Why doses were skipped").rows == (("Mometasone", "Forgot (2)"),)
    assert _said_of(asked, "Mometasone") == "on 10 of 28 days"


def test_a_dose_in_the_days_before_the_report_answers_what_was_planned_in_it(tmp_path: Path) -> None:
    # Planned on the report's first day, taken two days before it; used when needed, nothing is planned or extra.
    injection = Treatment("Dupilumab", Kind.INJECTION, (Plan(START - 28 * DAY, Every(4, Unit.WEEKS, START)),))
    relief = Treatment("Tacrolimus", Kind.CREAM, (Plan(START, WhenNeeded()),))
    with closing(Journal.open(tmp_path / "my.diary", lambda: LAST)) as journal:
        for treatment, day, count in ((injection, START - 2 * DAY, 1), (relief, START, 3)):
            saved = journal.save(treatment).changes[0].after
            assert isinstance(saved, Treatment)
            journal.save(DayDoses(saved.key or 0, day, count))
        rows = listing_of(read_request(journal, Period(START, LAST - DAY), LAST), "Treatments and doses").rows
    counts = {row[0].splitlines()[0]: row[2:] for row in rows}
    assert counts["Dupilumab"] == ("1", "1", "0", "0", "0", "100 %", "0")
    assert counts["Tacrolimus"] == (NONE, "3", NONE, NONE, NONE, NONE, "1")


_STOP, _AGAIN = Plan(START + 7 * DAY, Stopped()), Plan(START + 21 * DAY, Daily())


@pytest.mark.parametrize(
    ("plans", "days", "said"),
    [
        ((Plan(START + 7 * DAY, Daily()),), (7, 8), "on 2 of 21 days, 9 to 29 Aug 2026"),
        ((Plan(START - 9 * DAY, Daily()), _STOP), (0, 6), "on 2 of 7 days, 2 to 8 Aug 2026"),
        ((CREAM.plans[0], _STOP, _AGAIN), (0, 22), "on 2 of 14 days, 2 to 29 Aug 2026 with breaks"),
        ((CREAM.plans[0], _STOP), (0, 7, 9), "on 1 of 7 days, 2 to 8 Aug 2026, and 2 days besides"),
        ((Plan(LAST + DAY, Daily()),), (0,), "on 1 day"),
    ],
    ids=["begun later", "stopped", "stopped and begun again", "used beyond the plan", "no plan yet"],
)
def test_days_of_use_are_counted_over_the_days_that_were_planned_for(
    plans: tuple[Plan, ...], days: tuple[int, ...], said: str
) -> None:
    doses = [DayDoses(1, START + day * DAY, 1) for day in days]
    around = Surroundings(treatments=[replace(CREAM, plans=plans)], doses=doses)
    assert _said_of(replace(request(_days(), COURSE), around=around), "Mometasone") == said


def test_the_treatment_of_the_course_is_named_once_on_page_one_with_its_doses() -> None:
    # Planned on 2 and 16 August, taken on the first of them.
    same = Treatment("Dupilumab", Kind.INJECTION, (Plan(START, Every(2, Unit.WEEKS, START)),), key=1)
    asked = replace(request(_days(), COURSE), around=Surroundings(treatments=[same], doses=[DayDoses(1, START, 1)]))
    report = report_of(asked)
    assert report.around == ()
    assert report.course is not None
    assert report.course.facts[-1] == "2 doses planned, 1 taken"


def test_treatments_visits_and_side_effects_stand_under_the_charts_on_their_days() -> None:
    injection = Treatment("Dupilumab", Kind.INJECTION, (Plan(START, Every(2, Unit.WEEKS, START)),), key=1)
    doses = [DayDoses(1, START, 1), DayDoses(1, START + 14 * DAY, 0, 1)]
    around = Surroundings(
        [Visit(START + 3 * DAY, "Dr. Weber"), Visit(START + 41 * DAY)],
        [SideEffect("Sore arm", START + DAY, START + 2 * DAY, Severity.MILD)],
        [injection],
        doses,
    )
    summary = report_of(replace(request(_days(), COURSE), around=around)).summary
    assert summary is not None
    assert summary.charts is not None
    (dupilumab,) = summary.charts.main
    visits, effects = summary.charts.rows
    assert dupilumab.bars == ((0.0, 28.0),)
    assert dupilumab.dots == ((0.5, "dose"), (14.5, "skipped"), (28.5, "planned"))
    assert dupilumab.said == "1 of 2 taken"
    assert (visits.label, visits.dots) == ("Visits", ((3.5, "visit"), (41.5, "visit_planned")))
    assert visits.said == "12 Sep, planned"
    assert summary.charts.rows_legend == (
        "● taken  ○ planned  × skipped  ◆ visit  ◇ visit to come  ▲ side effect."  # noqa: RUF001 -- as printed
    )
    assert effects.bars == ((1.0, 3.0),)
    assert summary.effects is not None
    assert summary.effects.lines == ("3 to 4 Aug 2026: Sore arm, mild",)


def test_the_worst_side_effects_come_first_and_of_these_those_that_go_on() -> None:
    effects = [
        SideEffect("Sore arm", START, START, Severity.MILD),
        SideEffect("Headache", START + DAY, START + DAY, Severity.SEVERE),
        SideEffect("Red eyes", START + 2 * DAY, None, Severity.SEVERE),
        SideEffect("Tired", START + 3 * DAY),
        SideEffect("Rash", START + 4 * DAY, None, Severity.MILD),
    ]
    asked = replace(request(_days(), COURSE), around=Surroundings(side_effects=effects))
    summary = report_of(asked).summary
    assert summary is not None
    assert summary.effects is not None
    assert [line.split(": ")[1] for line in summary.effects.lines] == [
        "Red eyes, severe",
        "Headache, severe",
        "Rash, mild",
        "Sore arm, mild",
    ]
    assert summary.effects.notes == "1 more is on a later page."


def test_earlier_courses_are_named_with_their_dates_and_end_where_the_next_began() -> None:
    earlier = [Course(date(2024, 1, 1), "Ciclosporin", 4), Course(date(2024, 3, 1), "Methotrexate")]
    asked = replace(request(_days(), COURSE), earlier=[*earlier, Course(date(2024, 4, 1), "Cream", 2)])
    assert report_of(asked).around == (
        "Earlier courses: Cream, 1 to 14 Apr 2024; Methotrexate, 1 to 31 Mar 2024; 1 more",
    )
    without = report_of(replace(asked, parts=Parts(treatments=False))).around[0]
    assert without.startswith("Earlier courses: Treatment course, 1 to 14 Apr 2024")


def test_names_too_long_for_a_line_under_the_charts_do_not_run_into_each_other() -> None:
    names = ("Mometasone furoate 0.1 % ointment", "Ceramide moisturiser without perfume", "Tacrolimus")
    used = [replace(CREAM, name=name, key=key) for key, name in enumerate(names, 1)]
    report = report_of(replace(request(_days(), COURSE), around=Surroundings(treatments=used)))
    lines: list[tuple[str, float]] = []

    def note(text: str, place: list[float], *_more: object) -> None:
        lines.append((text.strip(), place[5]))

    read_pdf(printed(report)).pages[0].extract_text(visitor_text=note)
    words = ["Mometasone furoate 0.1 %", "ointment", "Ceramide moisturiser", "without perfume", "Tacrolimus"]
    told = [line for line in lines if line[0] in words]
    assert [text for text, _ in told] == words
    assert all(upper - lower > LETTER_HEIGHT for (_, upper), (_, lower) in pairwise(told))


def test_the_visits_around_the_end_of_the_period_are_named() -> None:
    visits = [Visit(START - DAY), Visit(START + 9 * DAY, "Dr. Weber", "All calm."), Visit(LAST + 30 * DAY)]
    asked = replace(request(_days(), COURSE), around=Surroundings(visits=visits))
    assert report_of(asked).around == ("Last visit 11 August 2026 · Next visit 28 September 2026",)
    assert listing_of(asked, "Visits").rows == (("11 Aug 2026", "Dr. Weber", "All calm."),)


def test_days_with_signs_are_counted_week_by_week_and_stand_among_the_key_numbers() -> None:
    days = _days(signs=(Sign.DRY,), woken=False)
    asked = request([*itches(START - 7 * DAY, [6] * 7), *days], COURSE)
    found = listing_of(asked, "Days with signs, counted from the diary")
    # Itch and dry on all 7 days are 4 points each, the other five lines 0.
    assert found.rows[0] == ("1", "2 to 8 Aug 2026", "7/7", "0/7", "0/7", "0/7", "0/7", "0/7", "7/7", "8")
    report = report_of(asked)
    assert report.summary is not None
    assert report.summary.key_numbers is not None
    row = next(row for row in report.summary.key_numbers.rows if row.label == "Days with signs")
    assert row.cells == ("not all 7 days", "8", NONE, NONE, NONE, "7 of 7")


def test_where_signs_were_never_answered_on_all_seven_days_they_have_no_key_number() -> None:
    report = report_of(request([*itches(START - 7 * DAY, [6] * 7), *_days(woken=True)], COURSE))
    assert report.summary is not None
    assert report.summary.key_numbers is not None
    assert [row.label for row in report.summary.key_numbers.rows] == ["Worst itch"]


def test_the_table_of_an_own_question_begins_where_it_was_first_answered() -> None:
    days = [
        *itches(START, [6] * 21),
        *(replace(day, day=day.day + 21 * DAY) for day in _days(answers=((PAIN.key, 4.0),))),
    ]
    asked = replace(request(days[:28], COURSE), questions=[PAIN])
    assert [row[0] for row in listing_of(asked, "My own questions").rows] == ["4"]
    weeks = report_of(asked).weekly
    assert weeks is not None
    assert [row[0] for row in weeks.rows] == ["1", "2", "3", "4"]


def test_own_questions_keep_their_row_whatever_their_key_and_direction() -> None:
    answers = ((PAIN.key, 4.0), (SUN.key, 3.0), (SWAM.key, 1.0))
    asked = replace(request(_days(answers=answers), COURSE), questions=[PAIN, SUN, SWAM])
    summary = report_of(asked).summary
    assert summary is not None
    assert summary.key_numbers is not None
    rows = {row.label: row.cells for row in summary.key_numbers.rows}
    scales = {row.label: row.scale for row in summary.key_numbers.rows}
    assert rows["Skin pain"] == ("4.0", "4.0", "no change", "4", "4", "7 of 7")
    assert rows["Hours of sun"] == ("3", "3", "no change", NONE, NONE, "7 of 7")
    assert scales["Hours of sun"] == "in h, a number a day"
    assert rows["Did I swim?"] == ("100\u00a0%", "100\u00a0%", "no change", NONE, NONE, "7 of 7")
    assert listing_of(asked, "My own questions").rows[0][2:] == (
        "4.0 (7 of 7)",
        "3\u00a0h (7 of 7)",
        "100\u00a0% (7 of 7)",
    )


def test_five_own_questions_are_three_and_two_abreast() -> None:
    asked = [Question(key, f"Question {key}") for key in "ABCDE"]
    days = _days(answers=tuple((one.key, 4.0) for one in asked))
    report = report_of(replace(request(days, COURSE), questions=asked))
    found = [one.columns[2:] for one in report.listings if one.heading == "My own questions"]
    assert [len(columns) for columns in found] == [3, 2]


def test_triggers_are_counted_by_the_name_they_have_now_and_nothing_is_concluded() -> None:
    days = _days(context=("cat hair", "stress"))
    asked = replace(
        request([replace(days[0], context=("stress",)), *days[1:9]], COURSE), triggers=[Trigger("cat hair", "Cats")]
    )
    found = listing_of(asked, "Triggers ticked")
    assert found.rows == (("Stress", "9"), ("Cats", "8"))
    assert "does not say that one thing led to another" in found.caption


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ([5] * 70, "Itch stayed about level: 5.0 on average at first, 5.0 in the last 4 weeks."),
        # Of the 70 days the first 7 are 9.0 to 8.4, on average 8.7; the last 28 are 4.8 to 2.1, on average 3.45.
        ([9 - number / 10 for number in range(70)], "Itch fell by 5.2 points by about week "),
        ([5] * 3, "Whether itch changed cannot be told"),
    ],
    ids=["level", "falling", "too few"],
)
def test_it_is_said_what_itch_did(scores: list[float], said: str) -> None:
    summary = report_of(request(itches(START, scores), COURSE)).summary
    assert summary is not None
    assert summary.answer is not None
    assert said in summary.answer.said
    assert " of " in summary.answer.rest


def test_what_is_not_there_is_absent() -> None:
    report = report_of(request(_days(), COURSE))
    assert (report.listings, report.around, report.photos) == ((), (), None)
    assert report.summary is not None
    assert report.summary.effects is None
    assert report.summary.charts is not None
    assert report.summary.charts.rows == ()


def test_parts_that_are_not_wanted_are_left_out() -> None:
    around = Surroundings([Visit(START)], (), [CREAM], [DayDoses(1, START, 1)])
    asked = replace(request(_days(context=("stress",)), COURSE), around=around)
    headings = {
        # Here only the cream is counted beside definitions.
        "treatments": {"Treatments and doses", "Counted beside published definitions"},
        "happened": {"Visits"},
        "details": {"Triggers ticked", "Counted beside published definitions"},
    }
    for part, gone in headings.items():
        found = {one.heading for one in report_of(replace(asked, parts=replace(Parts(), **{part: False}))).listings}
        assert found == set().union(*headings.values()) - gone


def _photo(day: date, digest: str, region: str | None = "left_inner_elbow") -> Photo:
    return Photo(day, digest * 64, 40, 30, region)


def test_of_each_place_the_first_and_the_last_photo_stand_side_by_side() -> None:
    photos = [_photo(START + DAY, "a"), _photo(START + 5 * DAY, "b"), _photo(LAST, "c"), _photo(START, "d", None)]
    pictures = {photo.digest: jpeg_of(40 + number, 30) for number, photo in enumerate(photos)}
    asked = replace(request(_days(), COURSE), around=Surroundings(photos=photos), pictures=pictures)
    assert report_of(asked).photos is None  # off unless somebody ticks it
    report = report_of(replace(asked, parts=Parts(photos=True)))
    assert report.photos is not None
    labels = [[picture.label for picture in pair] for pair in report.photos.pairs]
    assert labels == [
        ["No place named, 2 August 2026"],
        ["Left inner elbow, 3 August 2026", "Left inner elbow, 29 August 2026"],
    ]
    assert report.photos.caption.endswith("1 more photo of these days is left out.")
    document = printed(report)
    assert "Left inner elbow, 29 August 2026" in text_of(document)
    assert sum(len(page.images) for page in read_pdf(document).pages) == 3


def test_photos_that_are_left_out_are_counted_and_where_there_are_none_nothing_is_said() -> None:
    photos = [_photo(START + number * DAY, "abcdef"[number]) for number in range(6)]
    beside = [_photo(START - DAY, "9"), _photo(LAST + DAY, "8")]
    pictures = {photo.digest: jpeg_of(40, 30) for photo in (*photos, *beside)}
    for shown, said in ((photos, "4 more photos of these days are left out."), (photos[:2], "")):
        asked = replace(request(_days(), COURSE), around=Surroundings(photos=[*shown, *beside]), pictures=pictures)
        found = report_of(replace(asked, parts=Parts(photos=True))).photos
        assert found is not None
        assert found.caption.endswith(said or "Light and distance differ between photos.")
        assert ("left out" in found.caption) == bool(said)


def _everything(words: str) -> Request:
    """The demonstration with twenty triggers, eight treatments, twenty questions and these words all over."""
    questions = [Question(f"{words} {n}", f"{words} {n}", [*AnswerKind][n % 3], position=n) for n in range(20)]
    treatments = [replace(CREAM, name=f"{words} {n}", strength=words, key=n + 1) for n in range(8)]
    doses = [DayDoses(n + 1, START + 3 * d * DAY, d % 2, 1 - d % 2, words) for n in range(8) for d in range(30)]
    effects = [SideEffect(words, START + 9 * n * DAY, None, Severity.SEVERE, words) for n in range(9)]
    answers = tuple(sorted((question.key, 1.0) for question in questions))
    ticked = tuple(sorted(f"{words} {n}" for n in range(20)))
    entries = [replace(one, signs=tuple(Sign), woken=True, context=ticked, answers=answers) for one in DEMO.entries]
    return replace(
        demo_request(),
        entries=entries,
        questions=questions,
        triggers=[Trigger(key, key) for key in ticked],
        around=Surroundings([Visit(START, words, words)], effects, treatments, doses),
        course=replace(DEMO.course, treatment=words[:100]),
    )


@pytest.mark.slow
@pytest.mark.parametrize("paper", ["a4", "us-letter"])
@pytest.mark.parametrize("words", WORDS, ids=["usual", "long", "right to left", "markup"])
def test_page_one_stays_one_page_whatever_there_is_and_every_table_is_there(words: str, paper: Paper) -> None:
    report = report_of(_everything(words))
    pages = [" ".join(page.extract_text().split()) for page in read_pdf(printed(report, paper)).pages]
    parts = ("Key numbers", "Course over 24 weeks", "Days by itch", "not recorded", "My questions")
    assert all(part in pages[0] for part in parts)
    assert not any(part in "".join(pages[1:]) for part in ("Key numbers", "Course over 24 weeks", "Days by itch"))
    later = " ".join(pages[1:])
    assert all(one.heading in later for one in report.listings)
    # Treatments, reasons, visits, effects; signs, triggers; 20 questions by 4; counts beside published definitions.
    assert len(report.listings) == 4 + 2 + 5 + 1
