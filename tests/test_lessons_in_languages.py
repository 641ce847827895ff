"""The lessons in every language but English: their terms are in its glossary, and their words are plain.

Plain is measured as each language is: German by the first formula of Bamberger and Vanecek (1984), which gives a grade;
Spanish by Fernandez Huerta (1959) and French by Kandel and Moles (1958), where 70 and more is fairly easy, grade 6.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from adtracker import language, resources
from adtracker.domain.lessons.lesson import Lesson, glossary, plain_text
from adtracker.domain.lessons.text import Style
from adtracker.ui.learn.page import load_lessons

_VOWELS = {"de": "aeiouyäöü", "es": "aeiouáéíóúü", "fr": "aeiouyàâäéèêëîïôöùûüœ"}
_SENTENCE_END = re.compile(r"[.!?:]\s+|\n")
_WORD = re.compile(r"[^\W\d_]+(?:[\u2019'-][^\W\d_]+)*")
_GERMAN_GRADE, _GERMAN_LESSON, _EASY = 6.0, 7.0, 70.0


@pytest.fixture(params=[code for code in language.NAMES if code != language.ENGLISH])
def code(request: pytest.FixtureRequest) -> Iterator[str]:
    resources.speak(request.param)
    yield request.param
    resources.speak(language.ENGLISH)


def _syllables(word: str, code: str) -> int:
    found = len(re.findall(f"[{_VOWELS[code]}]+", word.lower()))
    is_silent = code == "fr" and re.search(r"[^aeiouyéèà]es?$", word.lower())
    return max(found - bool(is_silent), 1)


def _parts(text: str) -> tuple[int, list[str]]:
    sentences = [one for one in _SENTENCE_END.split(text) if len(one.split()) > 2]
    return len(sentences), [word for one in sentences for word in _WORD.findall(one)]


def _grade_in_german(text: str) -> float:
    sentences, words = _parts(text)
    syllables = [_syllables(word, "de") for word in words]
    many, long, single = (
        100 * sum(found) / len(words)
        for found in (
            [count >= 3 for count in syllables],
            [len(word) > 6 for word in words],
            [count == 1 for count in syllables],
        )
    )
    return 0.1935 * many + 0.1672 * len(words) / sentences + 0.1297 * long - 0.0327 * single - 0.875


def _ease(text: str, code: str) -> float:
    sentences, words = _parts(text)
    syllables = sum(_syllables(word, code) for word in words) / len(words)
    if code == "es":
        return 206.84 - 60 * syllables - 1.02 * len(words) / sentences
    return 207 - 73.6 * syllables - 1.015 * len(words) / sentences


def _hard(lessons: list[Lesson], code: str) -> list[str]:
    if code == "de":
        grades = {lesson.key: _grade_in_german(plain_text(lesson)) for lesson in lessons}
        mean = sum(grades.values()) / len(grades)
        return [
            *(key for key, one in grades.items() if one > _GERMAN_LESSON),
            *(["all"] if mean > _GERMAN_GRADE else []),
        ]
    return [lesson.key for lesson in lessons if _ease(plain_text(lesson), code) < _EASY]


def test_the_measures_tell_plain_words_from_hard_ones() -> None:
    hard = "Immunmodulatorische Behandlungsmöglichkeiten berücksichtigen Vorerkrankungen."
    assert _grade_in_german("Die Haut ist rot. Sie tut weh.") < 2
    assert _grade_in_german(hard) > 12
    hard = "La inmunomodulación farmacológica requiere consideraciones individualizadas."
    assert _ease("La piel pica mucho. No se rasque hoy.", "es") > 80
    assert _ease(hard, "es") < 0
    hard = "Les considérations thérapeutiques individualisées nécessitent une immunomodulation."
    assert _ease("La peau est rouge. Elle fait mal.", "fr") > 80
    assert _ease(hard, "fr") < 20


def test_every_term_is_in_the_glossary(code: str) -> None:
    lessons = load_lessons()
    known = {name.casefold() for name in glossary(lessons)}
    marked = {
        run.text.casefold()
        for lesson in lessons
        for block in lesson.body
        for text in getattr(block, "texts", ())
        for run in text
        if run.style is Style.TERM
    }
    assert len(marked) > 20
    assert marked <= known


def test_lessons_are_written_in_plain_words(code: str) -> None:
    assert _hard(load_lessons(), code) == []


def test_no_lesson_is_being_revised(code: str) -> None:
    assert [lesson.key for lesson in load_lessons() if lesson.is_being_revised] == []
