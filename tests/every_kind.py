"""One record of each kind, said once: a kind that is added has to be added here too, or a test fails."""

from datetime import UTC, date, datetime

from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.course import Course
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.diary_break import BreakReason, DiaryBreak
from adtracker.domain.records.photo import Photo
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.question import Question
from adtracker.domain.records.recall import Recall
from adtracker.domain.records.side_effect import SideEffect
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.records.visit import Visit
from adtracker.domain.scores.clinic_score import ClinicScore
from adtracker.domain.scores.definition import Definition
from adtracker.domain.scores.response import Response
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import Daily
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment

DAY = date(2026, 8, 2)
NOW = datetime(2026, 8, 2, 20, tzinfo=UTC)

SAMPLES: dict[type, Record] = {
    DayEntry: DayEntry(DAY, itch=7, recorded_at=NOW, recorded_on=DAY, answers=(("Mood", 2.0),)),
    Profile: Profile("A. B.", 1988),
    Trigger: Trigger("wool", "Wool"),
    Question: Question("pain", "Skin pain"),
    DayDoses: DayDoses(4, DAY, 1, sites=("thigh_left",)),
    Course: Course(DAY, "Amlitelimab", key=1),
    Treatment: Treatment("Mometasone", Kind.CREAM, (Plan(DAY, Daily(2)),), key=4),
    Photo: Photo(DAY, "0" * 64, 30, 20, "nape", key=1),
    Visit: Visit(DAY, "Dr. Weber", key=1),
    ClinicScore: ClinicScore(DAY, "easi", 12.3, key=1),
    Definition: Definition("f|1", "Evening questions", "{}", DAY),
    Response: Response(DAY, "f|1", (("dry", "some"),), key=1),
    SideEffect: SideEffect("Sore arm", DAY, key=1),
    DiaryBreak: DiaryBreak(DAY, DAY, BreakReason.HOLIDAY, "By the sea", key=1),
    Recall: Recall(DAY, 8.0, 4.0, 5.0, 12.5, key=1),
}
