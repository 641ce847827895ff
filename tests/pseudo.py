"""Languages that nobody speaks, made of the English sentences: longer ones, and ones in Arabic letters.

They show what is left in English, what has no room, and what does not turn round.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

import catalogues
from adtracker import language, translating

# Gaps, marks of bold words and terms, and patterns of days stay as they are.
_KEPT = re.compile(r"(\{\{|\}\}|\{[^{}]*\}|\*\*|\[\[|\]\]|\s+)")
_PATTERN = re.compile(r"[dMy .,']+")
_ACCENTED = str.maketrans("aceinosuyzACEINOSUYZ", "áçéíñóšúýžÁÇÉÍÑÓŠÚÝŽ")
_ARABIC = dict(zip(map(ord, "abcdefghijklmnopqrstuvwxyz"), "ابثدهفغحيجكلمنوپقرستعوخشيز", strict=True))


def longer(sentence: str, percent: int) -> str:
    """The sentence with accents, and longer by so much: its words grow where they stand, so that each one shows."""
    if _PATTERN.fullmatch(sentence):
        return sentence
    owed, made = 0.0, []
    for part in _KEPT.split(sentence):
        if part and not _KEPT.fullmatch(part):
            owed += len(part) * percent / 100
            grown = part.translate(_ACCENTED)
            end = len(grown.rstrip(".,:;!?)“”…"))
            made.append(grown[:end] + "é" * int(owed) + grown[end:])
            owed -= int(owed)
        else:
            made.append(part)
    return "".join(made)


def arabic(sentence: str) -> str:
    """The sentence in Arabic letters, one for each of its own."""
    if _PATTERN.fullmatch(sentence):
        return sentence
    parts = _KEPT.split(sentence)
    return "".join(one if _KEPT.fullmatch(one) else one.lower().translate(_ARABIC) for one in parts)


@cache
def catalogue(percent: int) -> bytes:
    """The catalogue of the longer language, or of the Arabic one (0)."""
    made = Catalog(locale="de")
    for one in catalogues.template():
        if not one.id:
            continue
        forms = (one.id,) if isinstance(one.id, str) else tuple(one.id)
        said = tuple(_said(form, one.context or "", percent) for form in forms)
        made.add(one.id, said[0] if isinstance(one.id, str) else said, context=one.context)
    stream = BytesIO()
    write_mo(stream, made)
    return stream.getvalue()


def _said(form: str, place: str, percent: int) -> str:
    if place.startswith("lessons.words") or "[[" in form:
        return form  # terms are known by their words
    parts = form.split(translating.BETWEEN_FORMS)
    return translating.BETWEEN_FORMS.join(arabic(one) if percent == 0 else longer(one, percent) for one in parts)


@contextmanager
def spoken(percent: int = 40, code: str = "de") -> Iterator[None]:
    """Within the block everything is said in the longer language (or the Arabic one, for 0); English after it."""
    language.use(code, BytesIO(catalogue(percent)))
    try:
        yield
    finally:
        language.use(language.ENGLISH, None)
