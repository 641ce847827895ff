"""Reads another diary, such as the copy that a program that keeps folders alike leaves behind, as an export of it.

It may be of an older form, or half-way through a write, and opening it could change it: so a copy of it is read, which
has the same password.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from adtracker.domain.records.photo import CleanPhoto, Photo
from adtracker.errors import ExchangeError, PhotoError
from adtracker.exchange.codecs.all_codecs import read_snapshot
from adtracker.exchange.codecs.own import add_new_triggers
from adtracker.exchange.codecs.photos import picture_name
from adtracker.exchange.import_result import ImportResult
from adtracker.exchange.json import diary as json_diary
from adtracker.exchange.references import References
from adtracker.exchange.text_file import reason
from adtracker.storage.journal import Journal
from adtracker.storage.naming import JOURNAL, KEYS, PHOTOS

# The picture that some bytes are, as it was in the diary. Raises PhotoError.
TakeBack = Callable[[bytes], CleanPhoto]
_BESIDE = ("", JOURNAL, KEYS, PHOTOS, PHOTOS + JOURNAL)


def read_diary(
    file: Path, folder: Path, key: bytes | None, today: date, known: References, take_back: TakeBack
) -> ImportResult:
    """All that is in another diary; a copy of it is made in a folder. Raises DiaryError and ExchangeError."""
    copy = folder / file.name
    try:
        for ending in _BESIDE:
            beside = file.with_name(file.name + ending)
            if beside.is_file():
                shutil.copyfile(beside, copy.with_name(copy.name + ending))
    except OSError as error:
        raise ExchangeError("exchange.cannot_read", file=file, reason=reason(error)) from None
    journal = Journal.open(copy, lambda: today, create=False, key=key)
    try:
        contents = read_snapshot(journal, with_pictures=True)
    finally:
        journal.close()
    named = {picture_name(photo): contents.pictures.get(photo.digest) for photo in contents.of(Photo)}

    def load(name: str) -> CleanPhoto:
        jpeg = named.get(name)
        if jpeg is None:
            raise PhotoError("photo.cannot_read", file=name, reason="")
        return take_back(jpeg)

    parsed = ImportResult(today, replace(known, load=load))
    json_diary.read(json_diary.write(contents), parsed)
    add_new_triggers(parsed)
    return parsed
