"""The recipes that come along take what other programs and devices write, in each of its shapes, wholly.

The files are made up; their headers, the order of their columns and how they write dates, times and numbers are those
of the programs.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from pathlib import Path

import pytest

from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import AnswerKind, Question
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.intake.opening import Opening, opened
from adtracker.exchange.intake.reading import read_open_table
from adtracker.exchange.references import References

TODAY = date(2026, 11, 29)
OPENING = Opening(TODAY, lambda _: References(), lambda _: pytest.fail("there are no pictures"))
Answers = Mapping[str, float]


@dataclass(frozen=True)
class Export:
    """What a program writes, and what of it stands on each day of November 2026."""

    recipe: str
    text: str
    answers: Mapping[int, Answers]
    notes: Mapping[int, str] = field(default_factory=dict)
    name: str = "export.csv"


DAYLIO = Export(
    "Daylio",
    "\ufefffull_date,date,weekday,time,mood,activities,scales,note_title,note\r\n"
    '2026-11-02,November 2,Monday,1:13 am,Rad,exercise | work,,Morning,"Felt great, rested"\r\n'
    "2026-11-02,November 2,Monday,22:00,meh,,,,\r\n"
    "2026-11-01,November 1,Sunday,21:00,awful,,,,\r\n",
    {1: {"Mood (Daylio)": 5}, 2: {"Mood (Daylio)": 5}},
    {1: "Morning\nFelt great, rested"},
)
DAYLIO_TABS = Export(
    "Daylio",
    "full_date\tdate\tweekday\ttime\tmood\tactivities\tnote\n"
    "2026-11-02\t2. November\tMontag\t19:05\tgood\tLesen | Yoga\tgut geschlafen 🙂\n",
    {2: {"Mood (Daylio)": 7.5}},
    {2: "gut geschlafen 🙂"},
)
TRACKED = Export(
    "Track & Graph",
    "FeatureName,Timestamp,Value,Label,Note\r\n"
    "Pain,2026-11-01T08:30:41.432+01:00,3.0,,So:me n:ot:e\r\n"
    "Pain,2026-11-01T21:00:00Z,2.859,,\r\n"
    '"Where, today",2026-11-01T09:00:00.182+01:00,1.0,Arms,\r\n'
    "Sleep,2026-11-02T07:07:28Z,7:30:00,,\r\n"
    "Walks,2026-11-02T07:07:28Z,12345:18:00,far,\r\n",
    {
        1: {"Pain (Track & Graph)": 2.859, "Where, today (Track & Graph)": 1},
        2: {"Sleep (Track & Graph)": 7.5, "Walks (Track & Graph)": 12345.3},
    },
    {1: "So:me n:ot:e"},
)
TRACKED_BEFORE = Export(
    "Track & Graph",
    "FeatureName,Timestamp,Value,Note\n"
    "Where,2026-11-01T09:00:00.182+01:00,1.0:Arms: both,\n"
    "Where,2026-11-02T09:00:00.182+01:00,3:Legs,\n"
    "Sleep,2026-11-02T07:07:28Z,7:30:00:,ends with a colon:\n"
    "Sleep,2026-11-03T07:07:28Z,1:15:00:Some: :la:bel,\n",
    {
        1: {"Where (Track & Graph)": 1},
        2: {"Where (Track & Graph)": 3, "Sleep (Track & Graph)": 7.5},
        3: {"Sleep (Track & Graph)": 1.25},
    },
    {2: "ends with a colon:"},
)
BEARABLE = Export(
    "Bearable",
    '"date","date formatted","weekday","time of day","category","rating/amount","detail","notes"\n'
    '"1st Nov 2026","2026-11-01","Sunday","am","Mood","3","Tired","A hard morning."\n'
    '"1st Nov 2026","2026-11-01","Sunday","pm","Mood","4","Tired","A hard morning."\n'
    '"1st Nov 2026","2026-11-01","Sunday","","Sleep","7h 30m","",""\n'
    '"22nd Nov 2026","2026-11-22","Sunday","09:00","Symptom","2","Itch (mild)",""\n'
    '"22nd Nov 2026","2026-11-22","Sunday","09:00","Factor","","Coffee",""\n',
    {
        1: {"Mood: Tired (Bearable)": 3.5, "Sleep (Bearable)": 7.5},
        22: {"Symptom: Itch (mild) (Bearable)": 2},
    },
    {1: "A hard morning."},
)
BEARABLE_PLAIN = Export(
    "Bearable",
    "date,weekday,time of day,category,rating/amount,detail,notes\n3rd Nov 2026,Tue,10:15 PM,Sleep,07:45,,\n",
    {3: {"Sleep (Bearable)": 7.75}},
)
LOOP = Export(
    "Loop Habit Tracker",
    "Date,Swim,Water,\n2026-11-03,UNKNOWN,UNKNOWN,\n2026-11-02,NO,2500,\n2026-11-01,YES_MANUAL,1000,\n"
    "2026-10-31,SKIP,SKIP,\n2026-10-30,YES_AUTO,0,\n",
    {
        1: {"Swim (Loop)": 1, "Water (Loop)": 1000},
        2: {"Swim (Loop)": 0, "Water (Loop)": 2500},
        -30: {"Water (Loop)": 0},
    },
    name="Checkmarks.csv",
)
LOOP_BEFORE = Export(
    "Loop Habit Tracker",
    "Date,Swim,Read,\n2026-11-02,2,-1,\n2026-11-01,1,0,\n2026-10-31,-1,3,\n",
    {1: {"Read (Loop)": 0}, 2: {"Swim (Loop)": 1}},
    name="Checkmarks.csv",
)
FITBIT = Export(
    "Fitbit sleep",
    "Sleep\n"
    "Start Time,End Time,Minutes Asleep,Minutes Awake,Number of Awakenings,Time in Bed,Minutes REM Sleep,"
    "Minutes Light Sleep,Minutes Deep Sleep\n"
    '"2026-11-02 11:12PM","2026-11-03 3:11AM","225","38","4","1,450","N/A","N/A","N/A"\n'
    '"2026-11-01 11:12PM","2026-11-02 6:11AM","390","38","12","450","100","200","90"\n'
    '"2026-11-02 3:00PM","2026-11-02 3:40PM","30","0","0","40","N/A","N/A","N/A"\n',
    {
        2: {"Hours asleep (Fitbit)": 7, "Times awake (Fitbit)": 12},
        3: {"Hours asleep (Fitbit)": 3.75, "Times awake (Fitbit)": 4},
    },
)
WITHINGS = Export(
    "Withings sleep",
    'from,to,"light (s)","deep (s)","rem (s)","awake (s)","wake up","Duration to sleep (s)","Duration to wake up (s)",'
    '"Snoring (s)","Snoring episodes","Average heart rate","Heart rate (min)","Heart rate (max)","Night events",Notes\n'
    "2026-10-31T23:00:00+01:00,2026-11-01T07:00:00+01:00,14400,7200,5040,600,2,300,0,0,0,58,50,71,,\n"
    '"2026-11-01 22:00:00","2026-11-02 02:30:00",7200,3600,0,600,0,300,0,0,0,58,50,71,"{""1"":[0]}",\n',
    {
        1: {"Hours asleep (Withings)": 7.4, "Times awake (Withings)": 2},
        2: {"Hours asleep (Withings)": 3, "Times awake (Withings)": 0},
    },
    name="sleep.csv",
)
SLEEP = '<Record type="HKCategoryTypeIdentifierSleepAnalysis" sourceName="{}" creationDate="2026-11-02 07:30:22 +0100" '
SLEEP += 'startDate="{}" endDate="{}" value="HKCategoryValueSleepAnalysis{}"/>\n'
APPLE = Export(
    "Apple Health",
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE HealthData [\n<!-- HealthKit Export Version: 14 -->\n'
    "<!ELEMENT HealthData (ExportDate,Me,(Record|Workout)*)>\n<!ATTLIST HealthData locale CDATA #REQUIRED>\n]>\n"
    '<HealthData locale="de_DE">\n <ExportDate value="2026-11-29 10:00:00 +0100"/>\n'
    ' <Me HKCharacteristicTypeIdentifierDateOfBirth=""/>\n'
    ' <Record type="HKQuantityTypeIdentifierStepCount" unit="count" startDate="2026-11-01 08:00:00 +0100" '
    'endDate="2026-11-01 09:00:00 +0100" value="120"/>\n'
    + SLEEP.format("Watch", "2026-11-01 23:00:00 +0100", "2026-11-02 03:00:00 +0100", "AsleepCore")
    + SLEEP.format("iPhone", "2026-11-02 01:00:00 +0100", "2026-11-02 06:30:00 +0100", "AsleepUnspecified")
    + SLEEP.format("Watch", "2026-11-01 22:00:00 +0100", "2026-11-02 07:00:00 +0100", "InBed")
    + SLEEP.format("Watch", "2026-11-02 06:30:00 +0100", "2026-11-02 06:40:00 +0100", "Awake")
    + SLEEP.format("iPhone", "2026-11-02 23:30:00 +0100", "2026-11-03 06:00:00 +0100", "Asleep")
    + "</HealthData>\n",
    {2: {"Hours asleep (Apple Health)": 7.5}, 3: {"Hours asleep (Apple Health)": 6.5}},
    name="export.xml",
)
EXPORTS = {name: export for name, export in globals().items() if isinstance(export, Export)}


def _read(file: Path) -> tuple[str, ImportResult]:
    with opened(file, OPENING) as found:
        assert found.table is not None, "it is not one of ours"
        return found.table.recipe.name, read_open_table(found.table, ImportResult(TODAY), time(4))


def _number(day: date) -> int:
    return day.day if day.month == 11 else -day.day


@pytest.mark.parametrize("name", EXPORTS)
def test_an_export_is_known_and_taken_wholly(tmp_path: Path, name: str) -> None:
    export = EXPORTS[name]
    file = tmp_path / export.name
    file.write_text(export.text, encoding="utf-8", newline="")
    recipe, found = _read(file)
    assert recipe == export.recipe
    assert found.refused == []
    entries = {_number(entry.day): entry for entry in found.of(DayEntry)}
    assert {day: dict(entry.answers) for day, entry in entries.items()} == export.answers
    assert {day: entry.note for day, entry in entries.items() if entry.note} == export.notes
    assert all((one.itch, one.sleep_quality, one.extent) == (None, None, None) for one in entries.values())
    assert all(question.source for question in found.of(Question))


def test_a_habit_with_a_number_is_no_yes_or_no(tmp_path: Path) -> None:
    file = tmp_path / LOOP.name
    file.write_text(LOOP.text, encoding="utf-8")
    kinds = {question.text: question.kind for question in _read(file)[1].of(Question)}
    assert kinds == {"Swim": AnswerKind.YES_NO, "Water": AnswerKind.COUNT}


@pytest.mark.parametrize(
    ("export", "inside", "others"),
    [
        (LOOP, "Checkmarks.csv", ("Habits.csv", "Scores.csv", "001 Swim/Checkmarks.csv")),
        (WITHINGS, "data_TES_1/sleep.csv", ("data_TES_1/weight.csv", "data_TES_1/activities.csv")),
        (APPLE, "apple_health_export/Exportieren.xml", ("apple_health_export/export_cda.xml",)),
    ],
    ids=lambda one: one.recipe if isinstance(one, Export) else "",
)
def test_the_zip_that_a_program_gives_is_taken_as_it_is(
    tmp_path: Path, export: Export, inside: str, others: tuple[str, ...]
) -> None:
    file = tmp_path / "export.zip"
    with zipfile.ZipFile(file, "w") as packed:
        for other in others:
            packed.writestr(other, "<ClinicalDocument/>" if other.endswith("xml") else "Name,Value\na,1\n")
        packed.writestr(inside, export.text)
    recipe, found = _read(file)
    assert recipe == export.recipe
    assert {_number(one.day): dict(one.answers) for one in found.of(DayEntry)} == export.answers


def test_a_mood_of_ones_own_is_refused_with_its_line_and_never_guessed(tmp_path: Path) -> None:
    file = tmp_path / "export.csv"
    file.write_text(DAYLIO_TABS.text.replace("good", "ecstatic"), encoding="utf-8")
    _, found = _read(file)
    assert [(row.place.line, row.problems[0].field) for row in found.refused] == [(2, "mood")]


def test_a_table_of_po_scorad_fills_itch_sleep_and_skin(tmp_path: Path) -> None:
    file = tmp_path / "table.csv"
    file.write_text("Date,Itch,Sleep disturbance,Extent\n2026-11-01,6.5,3,25\n", encoding="utf-8")
    recipe, found = _read(file)
    (entry,) = found.of(DayEntry)
    assert recipe == "PO-SCORAD table"
    assert (entry.itch, entry.sleep_quality, entry.extent and entry.extent.percent) == (6.5, 7, 25)
