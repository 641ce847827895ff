"""One lesson to read: its blocks one below the other, then the words it explains and where it all comes from."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from adtracker.domain.lessons.lesson import Lesson, Source, SourceKind, Term
from adtracker.domain.lessons.text import Run, Style, Text
from adtracker.language import ENGLISH, tr, tr_count
from adtracker.ui.core.theme import Theme
from adtracker.ui.kit.basics import label
from adtracker.ui.kit.fields.field import selectable
from adtracker.ui.learn.lesson_blocks import LessonBlocks
from adtracker.ui.learn.lesson_text import paragraph
from adtracker.ui.words.language import locale_of

SOURCE = "source"  # in English, whatever language the lesson is in


class LessonView(QWidget):
    """Shows a lesson; `term_chosen` carries the words of a glossary link that was followed."""

    term_chosen = Signal(str)

    def __init__(self, theme: Theme, lesson: Lesson) -> None:
        super().__init__()
        self._theme = theme
        self._blocks = LessonBlocks(theme)
        self._blocks.term_chosen.connect(self.term_chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(label(lesson.title, "title", wrap=True))
        column.addWidget(label(self._about(lesson), "small", wrap=True))
        column.addWidget(self._blocks)
        self._add_blocks(lesson)
        for line in self._sources(lesson.sources):
            column.addWidget(line)
        column.addStretch(1)

    def _add_blocks(self, lesson: Lesson) -> None:
        for block in lesson.body:
            self._blocks.add(block)
        for term in sorted(lesson.terms, key=_by_name):
            self._blocks.add_markup(paragraph(self._theme, explained(term)))

    def _about(self, lesson: Lesson) -> str:
        if lesson.is_being_revised:
            return tr_count(
                "{count} minute read · being revised, so some of it is in English",
                "{count} minute read · being revised, so some of it is in English",
                lesson.minutes,
            )
        return tr_count(
            "{count} minute read · reviewed {month}",
            "{count} minute read · reviewed {month}",
            lesson.minutes,
            month=_month(lesson.reviewed),
        )

    def _sources(self, sources: Sequence[Source]) -> list[QWidget]:
        if not sources:
            return []
        lines = [self._source(number, source) for number, source in enumerate(sources, 1)]
        return [label(tr("Sources"), "strong"), *lines]

    def _source(self, number: int, source: Source) -> QWidget:
        """Its title stands as it was found, in English, and is read out so; what it is stands below it."""
        title = selectable(" ".join(filter(None, (f"{number}. {source.title}.", f"{source.by}.", source.address))))
        title.setObjectName(SOURCE)
        title.setLocale(locale_of(ENGLISH))
        read = tr("read {month}", month=_month(source.checked))
        kind = selectable(f"({self._kinds()[source.kind]}, {read})")
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in (title, kind):
            line.setProperty("kind", "small")
            column.addWidget(line)
        return both

    def _kinds(self) -> dict[SourceKind, str]:
        return {
            SourceKind.STUDY: tr("study"),
            SourceKind.REGISTRY: tr("register of studies"),
            SourceKind.OFFICIAL: tr("official page"),
            SourceKind.PATIENTS: tr("patient group"),
            SourceKind.COMPANY: tr("company"),
            SourceKind.PRESS: tr("press"),
            SourceKind.COPY: tr("copy of an article"),
        }


def explained(term: Term) -> Text:
    """A term with its other forms and its meaning, to be read on its own."""
    also = f" ({', '.join(term.also)})" if term.also else ""
    return (Run(term.name, Style.BOLD), Run(f"{also}: "), *term.meaning)


def _by_name(term: Term) -> str:
    return term.name.casefold()


def _month(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), "MMMM yyyy")
