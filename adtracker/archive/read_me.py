"""The page that says what an archive is, and how to read it without the program."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import adtracker
from adtracker.archive import html
from adtracker.archive.container import SUMS
from adtracker.archive.vocabulary import Vocabulary
from adtracker.domain.common.measure import EXTENT, MEASURES, Measure
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.photo import Photo
from adtracker.domain.records.profile import Profile
from adtracker.domain.records.question import measure_of
from adtracker.exchange.csv.day_table import ANSWER, COLUMNS
from adtracker.exchange.json.diary import VERSION
from adtracker.exchange.snapshot import Snapshot
from adtracker.language import digits

Row = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Inventory:
    """What was put into an archive: its pages of days and its reports by year, its tables with their rows.

    `pictures` is the name of the folder of pictures, empty where there are none, `lacking` how many photos have none.
    """

    days: Mapping[int, str]
    reports: Mapping[int, str]
    json: str
    csv: str
    tables_folder: str
    tables: Mapping[str, int]
    pictures: str
    lacking: int


def read_me(contents: Snapshot, made: date, inventory: Inventory, words: Vocabulary) -> bytes:
    """The page, as HTML."""
    say = words.say
    name = next((profile.name.strip() for profile in contents.of(Profile)), "")
    title = say("title_of", name=name) if name else say("title")
    files = html.table((say("files.name"), say("files.what")), _files(inventory, words), are_files=True)
    columns = html.table((say("columns.name"), say("columns.what")), _columns(words))
    heads = (say("tables.name"), say("tables.what"), say("tables.rows"))
    tables = html.table(heads, ((key, words.many(key), str(rows)) for key, rows in inventory.tables.items()))
    body = [
        html.heading(title, 1),
        html.paragraph(say("made", day=words.day(made)), *_extent(contents, inventory, words)),
        html.paragraph(say("no_program")),
        *(html.heading(say("files.heading")), files),
        *(html.heading(say("safe.heading")), html.paragraph(say("safe.text"))),
        *(html.heading(say("columns.heading")), html.paragraph(say("columns.empty")), columns),
        *((html.heading(say("tables.heading")), tables) if inventory.tables else ()),
        *(html.heading(say("words.heading")), html.paragraph(say("words.intro")), *_words(words)),
        *(html.heading(say("whole.heading")), html.paragraph(say("whole.text", file=SUMS))),
        html.command(f"sha256sum --check {SUMS}"),
        *(html.heading(say("back.heading")), html.paragraph(say("back.text"))),
        html.command(f"adtracker import {inventory.json}"),
        html.footer(say("footer", version=adtracker.__version__)),
    ]
    return html.page(title, body)


def _extent(contents: Snapshot, inventory: Inventory, words: Vocabulary) -> Iterator[str]:
    """How much is in it, sentence by sentence."""
    days = [entry.day for entry in contents.of(DayEntry)]
    if days:
        yield words.count("days", len(days), first=words.day(min(days)), last=words.day(max(days)))
    else:
        yield words.say("days_none")
    if photos := len(contents.of(Photo)):
        yield words.count("photos", photos)
    if inventory.lacking:
        yield words.count("lacking", inventory.lacking)
    yield words.say("deleted")


def _files(inventory: Inventory, words: Vocabulary) -> list[Row]:
    say = words.say
    of_years = [
        (file, say(f"files.{kind}", year=year))
        for kind, files in (("days", inventory.days), ("report", inventory.reports))
        for year, file in sorted(files.items(), reverse=True)
    ]
    rows = [*of_years, (inventory.csv, say("files.diary_csv"))]
    if inventory.tables:
        rows.append((f"{inventory.tables_folder}/", say("files.tables")))
    if inventory.pictures:
        rows.append((f"{inventory.pictures}/", say("files.photos")))
    return [*rows, (inventory.json, say("files.json", version=VERSION)), (SUMS, say("files.sums"))]


def _columns(words: Vocabulary) -> list[Row]:
    measures = {measure.key: _measure(measure, words) for measure in MEASURES}
    plain = [(column, measures.get(column) or words.say(f"columns.{column}")) for column in COLUMNS]
    own = [
        (f"{ANSWER} {key}", words.say("columns.answer", text=one.text, scale=words.measure(measure_of(one), "scale")))
        for key, one in words.questions.items()
    ]
    return plain + own


def _measure(measure: Measure, words: Vocabulary) -> str:
    if measure == EXTENT:
        return words.say("columns.share")
    return words.say(
        "columns.measure",
        question=_sentence(words.measure(measure, "question")),
        low=digits(measure.minimum),
        high=digits(measure.maximum),
        low_word=words.measure(measure, "low"),
        high_word=words.measure(measure, "high"),
    )


def _sentence(text: str) -> str:
    return text if text.endswith("?") else f"{text},"


def _words(words: Vocabulary) -> Sequence[str]:
    heads = (words.say("words.name"), words.say("words.what"))
    lists = (
        ("signs", words.sign_names),
        ("triggers", words.trigger_names),
        ("regions", words.region_names),
        ("reasons", words.reason_names),
    )
    return [html.table(heads, names.items(), words.say(f"words.{kind}")) for kind, names in lists]
