"""Whatever a diary can hold, for hypothesis: any text a person can type, any answer within its scale."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from adtracker.domain.body import AgeColumn, Grade
from adtracker.domain.course import Course
from adtracker.domain.day import DayEntry, Extent, ExtentMethod
from adtracker.domain.profile import Profile

TODAY = date(2026, 8, 2)
REGIONS: Sequence[str] = ("elbow_inner_left", "elbow_inner_right", "face_front", "neck_front")

# Not what no file can hold: a zero byte, half of a character.
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
# What tables, spreadsheets, markup and terminals might take for something else.
NOTES = TEXTS | st.sampled_from(
    ["", "=1+1", "+1", "-1", "@SUM(A1)", "\tx", 'he said "no"', "a,b;c", "two\nlines", "cr\rlf\r\n", " ", "'", "\ufeff"]
)
SCORES = st.none() | st.floats(0, 10)
PERCENTS = st.floats(0, 100)
DAYS = st.dates(date(1900, 1, 1), TODAY)
MOMENTS = st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001

by_regions = st.builds(
    lambda percent, grades, column: Extent(percent, ExtentMethod.REGIONS, tuple(sorted(grades.items())), column.value),
    PERCENTS,
    st.dictionaries(st.sampled_from(REGIONS), st.sampled_from([Grade.LITTLE, Grade.HALF, Grade.MOST])),
    st.sampled_from(AgeColumn),
)
by_palms = st.builds(lambda palms: Extent(palms, ExtentMethod.PALMS, palms=palms), PERCENTS)
by_percent = st.builds(Extent, PERCENTS, st.just(ExtentMethod.PERCENT))
extents = by_regions | by_palms | by_percent


def _recorded(entry: DayEntry) -> st.SearchStrategy[DayEntry]:
    """The same entry, with or without when it was written down."""
    return st.builds(
        lambda moment, later: DayEntry(
            entry.day,
            entry.itch,
            entry.sleep_quality,
            entry.extent,
            entry.note,
            moment,
            None if moment is None else entry.day + timedelta(days=later),
        ),
        st.none() | MOMENTS,
        st.integers(0, 30),
    )


entries = (
    st.builds(DayEntry, DAYS, SCORES, SCORES, st.none() | extents, NOTES)
    .filter(lambda entry: not entry.is_empty)
    .flatmap(_recorded)
)
diary_days = st.lists(entries, unique_by=lambda entry: entry.day, max_size=12).map(
    lambda found: sorted(found, key=lambda entry: entry.day)
)
profiles = st.builds(Profile, TEXTS, st.none() | st.integers(1900, TODAY.year), NOTES)
courses = st.lists(
    st.builds(Course, st.dates(date(1900, 1, 1), date(2999, 12, 31)), TEXTS, st.integers(1, 520)), max_size=3
).map(lambda found: sorted(found, key=lambda course: course.start))
