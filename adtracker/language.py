"""The one system of words: every sentence that a person reads is looked up here, by what it is in English.

English stands where it is said: in the code, inside `tr` and `tr_count`, or in a text under `resources/`. What it is in
another language stands in that language's catalogue, `resources/language/<code>.po`, in the format of gettext, with
sentences of code and of texts side by side. A sentence that a catalogue lacks is said in English.
"""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from gettext import NullTranslations

ENGLISH = "en"
# Every language that is whole, by its own name: one that lacks sentences is not offered (tests/test_language.py).
NAMES = {ENGLISH: "English", "de": "Deutsch", "es": "Español", "fr": "Français"}
# None of these is offered yet; a window and a report in one are held by tests (tests/pseudo.py).
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
# As all of them but English write numbers: 12 345,6. Four digits stand together.
NO_BREAK = "\u00a0"
# Around words that keep the direction of their own first letter, whatever stands beside them.
OPENED, CLOSED = "\u2068", "\u2069"
FROM_THE_RIGHT = "\u200f"  # before what runs from the right, though its first letters are inside such words
GROUPED_FROM = 10_000
# Where a system that is set by variables says what is spoken, the first that says anything.
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


class DamagedCatalogueError(Exception):
    """The file of a language cannot be read."""


class _Spoken:
    """What is spoken now; English needs no catalogue."""

    code = ENGLISH
    catalogue: NullTranslations | None = None
    lacked = 0  # how often a sentence was asked for that the catalogue has not


def wished(variables: Mapping[str, str]) -> Sequence[str]:
    """The languages that the variables of a system ask for, the dearest first, such as ["de_AT", "en"]."""
    said = next((variables[name] for name in _VARIABLES if variables.get(name)), "")
    return [one.partition(".")[0] for one in said.split(":")]


def chosen(setting: str, wishes: Iterable[str]) -> str:
    """The language of the settings; where it is left to the computer the first of its wishes that is whole here."""
    for one in (setting, *wishes):
        code = one.replace("-", "_").partition("_")[0]
        if code in NAMES:
            return code
    return ENGLISH


def use(code: str, catalogue: BinaryIO | None) -> None:
    """Speak the language of a catalogue from now on; what was said before stays as it was.

    Raises DamagedCatalogueError where the catalogue cannot be read; English is spoken then.
    """
    _Spoken.code, _Spoken.catalogue = ENGLISH, None
    if catalogue is None:
        _Spoken.code = code
        return
    from gettext import GNUTranslations, NullTranslations  # noqa: PLC0415 -- English needs none

    class English(NullTranslations):
        """What is said where the catalogue lacks a sentence."""

        def pgettext(self, context: str, message: str) -> str:
            _Spoken.lacked += 1
            return message

    try:
        found = GNUTranslations(catalogue)
    except Exception as error:  # a damaged file fails in whatever way its bytes happen to lead to
        raise DamagedCatalogueError(code) from error
    found.add_fallback(English())
    _Spoken.code, _Spoken.catalogue = code, found


def spoken() -> str:
    """The language that is spoken, such as "de"."""
    return _Spoken.code


def is_right_to_left() -> bool:
    """Whether the language that is spoken is written from right to left."""
    return _Spoken.code in _RIGHT_TO_LEFT


def isolated(words: str) -> str:
    """Words that have a direction of their own, such as "250 mg": a language from the right must not turn them round.

    What is filled into a sentence is isolated there.
    """
    return f"{OPENED}{words}{CLOSED}" if words and is_right_to_left() else words


def _as_spoken(words: str) -> str:
    """Words that begin with isolated ones, in the direction of the language: without letters of their own before these
    they would run from the left, as in "2 August to 7 September (37 days)".
    """
    before, opened, _ = words.partition(OPENED)
    is_hidden = is_right_to_left() and bool(opened) and not any(map(str.isalpha, before))
    return f"{FROM_THE_RIGHT}{words}" if is_hidden else words


def tr(sentence: str, /, **values: object) -> str:
    """A whole sentence in the language that is spoken, with its gaps filled where values are given."""
    found = sentence if _Spoken.catalogue is None else _Spoken.catalogue.gettext(sentence)
    return filled(found, values, sentence) if values else found


def tr_count(one: str, many: str, count: float, /, **values: object) -> str:
    """The same where a count changes the words. The gap `{count}` is filled with it unless another value is given.

    A language has its own rule for which form a count takes; what is no whole number takes the form of many.
    """
    whole = _whole(count)
    catalogue = _Spoken.catalogue
    english = one if whole == 1 else many
    found = english if catalogue is None else catalogue.ngettext(one, many, whole)
    return filled(found, {"count": count, **values}, english)


def tr_as(place: str, sentence: str, /, **values: object) -> str:
    """The same for words that are others in another place, such as "Open" of a button and of a visit."""
    found = sentence if _Spoken.catalogue is None else _Spoken.catalogue.pgettext(place, sentence)
    return filled(found, values, sentence) if values else found


def begun(words: str) -> str:
    """Words that stand inside sentences elsewhere, as they begin one or stand alone: with a large letter.

    Inside a sentence Spanish and French write the names of days and months small (CLDR, contextTransforms).
    """
    first = len(words) - len(words.lstrip(FROM_THE_RIGHT + OPENED))
    return words[:first] + words[first : first + 1].upper() + words[first + 1 :]


def listed(parts: Iterable[str]) -> str:
    """Parts that may have commas themselves as one list: "2 August; 11 August"."""
    # Translators: stands between two parts of a list, such as a blank before it in French.
    return _as_spoken(tr_as("between two parts of a list", "; ").join(map(isolated, parts)))


def in_a_line(parts: Iterable[str], between: str) -> str:
    """Facts in one line with a sign between them, such as "250 mg · due today"; empty ones are left out."""
    return _as_spoken(between.join(map(isolated, filter(None, parts))))


def form(place: str, one: str, many: str, count: float, /) -> str:
    """The form that a count takes of a sentence of a place, with its gaps as they are."""
    whole = _whole(count)
    if _Spoken.catalogue is None:
        return one if whole == 1 else many
    return _Spoken.catalogue.npgettext(place, one, many, whole)


def _whole(count: float) -> int:
    return int(count) if count == int(count) else 2


def filled(sentence: str, values: Mapping[str, object], english: str) -> str:
    """A sentence with its gaps filled; numbers stand there as the language writes them.

    Where a translation's gaps are broken it is said in English: a slip of a translator never stops the program.
    """
    if _Spoken.catalogue is None:
        return sentence.format_map(values)
    try:
        return _as_spoken(_FILLER.vformat(sentence, (), values))
    except (LookupError, ValueError, AttributeError, TypeError):
        return _as_spoken(_FILLER.vformat(english, (), values))


def day_number(day: int) -> str:
    """The number of a day of a month as it stands in a date: 1, and 1er in French."""
    # Translators: the first day of a month as it stands in a date, such as 1 August; all others are plain numbers.
    return tr_as("the first day of a month, in a date", "1") if day == 1 else str(day)


def digits(value: float, form: str = "g") -> str:
    """A number in Python's own form (such as ".1f"), with the marks of the language that is spoken: 7.5, 7,5."""
    written = format(value, form)
    if _Spoken.code == ENGLISH:
        return written
    return written.translate({ord(","): NO_BREAK if abs(value) >= GROUPED_FROM else "", ord("."): ","})


class _Filler(Formatter):
    def format_field(self, value: Any, format_spec: str) -> str:
        if isinstance(value, float) or (isinstance(value, int) and format_spec):
            return digits(value, format_spec or "g")
        written = format(value, format_spec)
        return written if isinstance(value, int) else isolated(written)


_FILLER = _Filler()


def is_known(place: str, sentence: str, /) -> bool:
    """Whether the language that is spoken has words of its own for a sentence; English always has."""
    catalogue = _Spoken.catalogue
    if catalogue is None:
        return True
    lacked = _Spoken.lacked
    catalogue.pgettext(place, sentence)
    return lacked == _Spoken.lacked
