"""The days of one year as a page to read: what was answered, what was noted, what happened, and the photos."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from adtracker.archive import html
from adtracker.archive.vocabulary import Vocabulary
from adtracker.domain.common.measure import PLAIN
from adtracker.domain.common.period import EVER
from adtracker.domain.records.body import Grade
from adtracker.domain.records.day import DayEntry, Extent, ExtentMethod, Origin
from adtracker.domain.records.photo import Photo
from adtracker.domain.records.recall import ASKED, Recall
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.treatment import Treatment
from adtracker.domain.views.event import Event, Surroundings, events
from adtracker.exchange.codecs.photos import picture_name
from adtracker.exchange.snapshot import Snapshot

Facts = Iterator[tuple[str, str]]
GRADES = (Grade.MOST, Grade.HALF, Grade.LITTLE)
D = TypeVar("D", DayDoses, Photo, Event, Recall)


class DayPages:
    """Makes the pages of a diary; `photos` is the folder of pictures, as the pages name it.

    `around` has all that happened but for doses, photos and notes, which are told in full.
    """

    def __init__(self, contents: Snapshot, around: Surroundings, words: Vocabulary, photos: str) -> None:
        self._words = words
        self._photos = photos
        self._pictures = contents.pictures
        self._names = {one.key: one.name for one in contents.of(Treatment)}
        self._entries = {entry.day: entry for entry in contents.of(DayEntry)}
        self._doses = _by_day(contents.of(DayDoses))
        self._taken = _by_day(contents.of(Photo))
        self._events = _by_day(events(around, EVER))
        self._recalls = _by_day(contents.of(Recall))
        self._days = sorted({*self._entries, *self._doses, *self._taken, *self._events, *self._recalls})

    @property
    def years(self) -> Sequence[int]:
        """The years that have a day on which there is something."""
        return list(dict.fromkeys(day.year for day in self._days))

    def page(self, year: int, home: str) -> bytes:
        """The page of one of these years, with a way back to the page `home`."""
        title = self._words.say("day.title", year=year)
        blocks = (self._day(day) for day in self._days if day.year == year)
        intro = [html.heading(title, 1), html.paragraph(self._words.say("day.intro"))]
        return html.page(title, [*intro, html.link(home, self._words.say("day.back")), *blocks])

    def _day(self, day: date) -> str:
        entry = self._entries.get(day, DayEntry(day))
        facts = [*self._answers(entry), *self._came(entry), *self._doses_of(day)]
        facts += map(self._words.event, self._events.get(day, ()))
        facts += self._recalled_on(day)
        pictures = [self._picture(photo) for photo in self._taken.get(day, ()) if photo.digest in self._pictures]
        return html.article([html.heading(self._words.day(day)), html.facts(facts), *pictures])

    def _came(self, entry: DayEntry) -> Facts:
        if entry.origin is not Origin.TYPED:
            yield self._words.say("day.came"), self._words.say(f"day.came_{entry.origin.value}")

    def _answers(self, entry: DayEntry) -> Facts:
        if entry.bad_day:
            yield self._words.say("day.marked"), self._words.say("day.bad_day")
        for measure in PLAIN:
            if (value := entry.value(measure)) is not None:
                yield self._words.measure(measure), f"{value:g}"
        if entry.extent is not None:
            yield self._words.say("day.where"), self._extent(entry.extent)
        if entry.woken is not None:
            yield self._words.say("day.woken"), self._words.yes_no(entry.woken)
        if entry.signs is not None:
            yield self._words.say("day.signs"), self._words.signs(sign.value for sign in entry.signs)
        if entry.context is not None:
            yield self._words.say("day.triggers"), self._words.triggers(entry.context)
        for key, value in entry.answers:
            yield self._words.answer(key, value)
        if entry.note:
            yield self._words.say("day.note"), entry.note

    def _extent(self, extent: Extent) -> str:
        percent = f"{extent.percent:.3g}"
        if extent.method is ExtentMethod.PALMS and extent.palms is not None:
            return self._words.say("day.palms", percent=percent, palms=f"{extent.palms:g}")
        found = (self._words.places(grade, [key for key, one in extent.grades if one is grade]) for grade in GRADES)
        return "\n".join([self._words.say("day.percent", percent=percent), *filter(None, found)])

    def _doses_of(self, day: date) -> Facts:
        for doses in self._doses.get(day, ()):
            name = self._names.get(doses.treatment, "")
            counts = (("taken", doses.taken), ("skipped", doses.skipped))
            said = [self._words.say(f"day.{key}", count=count) for key, count in counts if count]
            more = filter(None, (doses.amount, doses.reason, *map(self._words.site, doses.sites)))
            yield self._words.say("day.doses"), self._words.say("day.named", name=name, said=", ".join([*said, *more]))

    def _recalled_on(self, day: date) -> Facts:
        """What was remembered on a day of the seven up to it; its names say so."""
        for recall in self._recalls.get(day, ()):
            for name, value in recall.answers.items():
                yield self._words.measure(ASKED[name]), f"{value:g} {ASKED[name].unit}".rstrip()

    def _picture(self, photo: Photo) -> str:
        place = photo.region and self._words.say("day.photo", place=self._words.region(photo.region))
        words = place or self._words.say("day.photo_nowhere")
        said = f"{words}. {photo.note}" if photo.note else words
        return html.picture(f"{self._photos}/{picture_name(photo)}", photo.width, photo.height, said)


def _by_day(found: Iterable[D]) -> Mapping[date, list[D]]:
    days: dict[date, list[D]] = {}
    for one in found:
        days.setdefault(one.day, []).append(one)
    return days
