"""Saves what can be read of a damaged diary into a new one, record by record, and names what could not be read.

It works on a private copy: SQLite may have to take back an unfinished write first, and the damaged file stays byte for
byte. What should be there is told by the digests as well, which stand in a table of their own. What SQLite does not
reach may still be on its page: where anything is missing the pages are read without it,
too.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Select, select
from sqlalchemy.exc import IntegrityError

from adtracker.domain.common.record_kind import RecordKind
from adtracker.domain.edits.edit import Change
from adtracker.domain.edits.kinds import KINDS, Record, kind_of
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.question import DAY
from adtracker.errors import DAMAGED, DiaryError
from adtracker.files import draft_of, open_private
from adtracker.protection.labels import photos_key
from adtracker.protection.pages import PAGE, RESERVED
from adtracker.storage import digests, header, upgrade, upkeep
from adtracker.storage import unit_of_work as records
from adtracker.storage.atomic_file import created_atomically
from adtracker.storage.database import Database
from adtracker.storage.encryption.key_files import bring_keys
from adtracker.storage.encryption.sealing import reseal, unsealed
from adtracker.storage.failures import UnreadableRowError, diary_error, translate_errors
from adtracker.storage.photo_files import PhotoFiles
from adtracker.storage.references import References
from adtracker.storage.repositories.all_repositories import REPOSITORIES
from adtracker.storage.salvage.carving import Pages
from adtracker.storage.salvage.rebuilding import rebuild
from adtracker.storage.schema import DIGEST, IDENTITY, METADATA
from adtracker.storage.stand_ins import stand_ins

Key = Any


@dataclass(frozen=True, slots=True)
class Place:
    """A record that was not saved, or is not what was stored: the name of its kind, and its day or else its key."""

    kind: str
    where: str


@dataclass(frozen=True, slots=True)
class Salvage:
    """What came of it. `changed` are records that could be read and are not known to be what was stored; they are saved
    as well.

    `has_photos` is False where there are pictures that could not be copied.
    """

    saved: tuple[Record, ...]
    changed: tuple[Place, ...]
    lost: tuple[Place, ...]
    identity: str | None
    has_photos: bool = True

    @property
    def days(self) -> int:
        """How many days could be read."""
        return sum(isinstance(record, DayEntry) for record in self.saved)

    @property
    def lost_days(self) -> int:
        """How many days could not be read."""
        return sum(place.kind == DAY.name for place in self.lost)

    @property
    def changed_days(self) -> int:
        """How many days could be read and are not known to be what was stored."""
        return sum(place.kind == DAY.name for place in self.changed)


def survey(damaged: Path, folder: Path, key: bytes | None = None) -> Salvage:
    """What can be read of a damaged diary. A copy lies in `folder` meanwhile. Raises DiaryError."""
    with _copied(damaged, folder, key) as copy:
        pages, version = _pages(copy, key)
        found: Salvage | None = _try(damaged, partial(_read_file, copy, damaged, key))
        if found is not None and not found.lost and not found.changed:
            return found
        more = _read_pages(pages, version, copy, damaged, key)
    if found is None and not more.saved:
        raise diary_error("damaged", damaged)
    return more if found is None else _together(found, more)


def salvage(damaged: Path, new: Path, called: Callable[[int], str], key: bytes | None = None) -> Salvage:
    """Write what can be read to a new diary; `called` names a treatment by its number, if it is lost and has doses.

    The pictures go along. With the `key` of an encrypted diary the new one is encrypted alike. Raises DiaryError, also
    if there is a file already; there is no new diary then.
    """
    with created_atomically(new) as scratch:
        found = survey(damaged, scratch.parent, key)
        with closing(Database(scratch, key=key)) as database:
            upgrade.make(database)
            with database.transaction() as connection:
                saved, refused = _store(connection, [*stand_ins(found.saved, called), *found.saved])
                if found.identity is not None:
                    connection.execute(IDENTITY.update().values(diary=found.identity))
    has_photos = found.identity is None or _copy_photos(damaged, new, found.identity, key)
    if key is not None:
        with suppress(OSError):  # where they cannot be brought, the words open it
            bring_keys(damaged, new)
    return replace(found, saved=saved, lost=(*found.lost, *refused), has_photos=has_photos)


@contextmanager
def _copied(damaged: Path, folder: Path, key: bytes | None) -> Iterator[Path]:
    """A copy of the file, with what SQLite needs to take back an unfinished write; that is done."""
    copy = draft_of(folder / damaged.name)
    try:
        with translate_errors(folder / damaged.name):
            for file, to in ((damaged, copy), (header.journal_of(damaged), header.journal_of(copy))):
                if file.exists():
                    with file.open("rb") as source, open(to, "xb", opener=open_private) as target:
                        shutil.copyfileobj(source, target)
            if not copy.exists():
                raise diary_error("missing", damaged)
            if key is None:
                header.mend(copy)
            else:
                size = copy.stat().st_size
                reseal(copy, key, partial(header.mended, size=size, reserved=RESERVED))
        with closing(Database(copy, key=key)) as database:
            _try(damaged, partial(_version, database))
        yield copy
    finally:
        for leaving in (copy, header.journal_of(copy)):
            leaving.unlink(missing_ok=True)


def _version(database: Database) -> int:
    with database.unwatched() as connection:
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def _pages(copy: Path, key: bytes | None) -> tuple[Pages, int]:
    """The pages of a file, and the version of the diary."""
    with translate_errors(copy):
        content = copy.read_bytes() if key is None else unsealed(copy, key)
        size, version = header.form_of(content)
    return Pages(content, size) if key is None else Pages(content, PAGE, RESERVED), version


def _read_file(copy: Path, damaged: Path, key: bytes | None) -> Salvage:
    """What SQLite finds. Raises DiaryError where not even the tables can be found."""
    with closing(Database(copy, key=key)) as database:
        if _version(database) < header.SCHEMA_VERSION:
            upgrade.bring_up_damaged(database)
        with database.unwatched() as connection:
            return _read_all(connection, damaged)


def _read_pages(pages: Pages, version: int, copy: Path, damaged: Path, key: bytes | None) -> Salvage:
    """What is on the pages, put into the tables of a new file beside the copy. Raises DiaryError."""
    rebuilt = draft_of(copy)
    try:
        with translate_errors(rebuilt):
            open(rebuilt, "xb", opener=open_private).close()
        with closing(Database(rebuilt, key=key)) as database:
            rebuild(pages, version, database)
        return _read_file(rebuilt, damaged, key)
    finally:
        for leaving in (rebuilt, header.journal_of(rebuilt)):
            leaving.unlink(missing_ok=True)


def _together(first: Salvage, second: Salvage) -> Salvage:
    """Of each record the one that is what was stored, if one of the two has it so, or else what one has."""
    found: dict[Place, Record] = {}
    certain: set[Place] = set()
    for one, is_certain in ((second, False), (first, False), (second, True), (first, True)):
        changed = set(one.changed)
        these = {place: record for record in one.saved if ((place := _place(record)) not in changed) == is_certain}
        found |= these
        certain |= these.keys() if is_certain else set()
    order = {kind.name: number for number, kind in enumerate(KINDS)}
    places = sorted({*found, *first.lost, *second.lost}, key=lambda place: (order[place.kind], place.where))
    return Salvage(
        tuple(found[place] for place in places if place in found),
        tuple(place for place in places if place in found and place not in certain),
        tuple(place for place in places if place not in found),
        first.identity or second.identity,
    )


def _read_all(connection: Connection, file: Path) -> Salvage:
    saved: list[Record] = []
    changed: list[Place] = []
    lost: list[Place] = []
    for kind in KINDS:
        for text, key in _keys(connection, kind, file).items():
            record = None if key is None else _try(file, partial(REPOSITORIES[kind.of].at, connection, key))
            if record is None:
                lost.append(Place(kind.name, text))
                continue
            saved.append(record)
            if not _try(file, partial(_is_as_stored, connection, record)):
                changed.append(_place(record))
    identity = _try(file, partial(upkeep.identity, connection))
    return Salvage(tuple(saved), tuple(changed), tuple(lost), identity)


def _is_as_stored(connection: Connection, record: Record) -> bool:
    return not any(digests.changed(connection, [record]))


def _keys(connection: Connection, kind: RecordKind[Any], file: Path) -> Mapping[str, Key]:
    """The keys of all that is or should be there, by their text, in order."""
    table = METADATA.tables[kind.table or kind.name]
    columns = sorted(table.primary_key.columns, key=lambda column: column.name, reverse=True)  # treatment, then day
    rows = _rows(connection, select(*columns), list(table.primary_key.columns), file)
    found: dict[str, Key] = {digests.text_of_key(tuple(row)): tuple(row) for row in rows}
    makes = [column.type.python_type for column in columns]
    for (text,) in _rows(connection, select(DIGEST.c.key).where(DIGEST.c.kind == kind.name), [DIGEST.c.key], file):
        parts = [text] if len(makes) == 1 else text.split(" ")
        found.setdefault(text, _try(file, partial(_parsed, makes, parts)))
    return {text: key[0] if key is not None and len(key) == 1 else key for text, key in sorted(found.items())}


def _parsed(makes: Sequence[Callable[[str], Any]], parts: Sequence[str]) -> Key:
    """A key of its parts as text. Raises UnreadableRowError for a text that is no key."""
    try:
        return tuple(make(part) for make, part in zip(makes, parts, strict=True))
    except ValueError:
        raise UnreadableRowError("key") from None


def _rows(connection: Connection, asked: Select[Any], order: Sequence[Column[Any]], file: Path) -> Sequence[Any]:
    """The rows that come from the beginning, and those that come from the end where something between is damaged."""
    found: list[Any] = []
    for ordered in (asked.order_by(*order), asked.order_by(*(column.desc() for column in order))):
        rows = _try(file, partial(connection.execute, ordered))
        while rows is not None and (row := _try(file, rows.fetchone)) is not None:
            found.append(row)
    return found


def _try(file: Path, read: Callable[[], Any]) -> Any:
    """What is read, None where that cannot be."""
    try:
        with translate_errors(file):
            return read()
    except DiaryError as error:
        if error.key != DAMAGED:
            raise
    return None


def _store(connection: Connection, found: Sequence[Record]) -> tuple[tuple[Record, ...], tuple[Place, ...]]:
    """Store what was read; what a diary may not have is refused, and named."""
    saved: list[Record] = []
    refused: list[Record] = []
    named = References(connection, found)
    for record in found:
        is_valid = not kind_of(record).check(record, named)
        (saved if is_valid and _is_stored(connection, record) else refused).append(record)
    return tuple(saved), tuple(map(_place, refused))


def _is_stored(connection: Connection, record: Record) -> bool:
    try:
        with connection.begin_nested():
            records.apply(connection, [Change(None, record)])
    except IntegrityError:
        return False
    return True


def _place(record: Record) -> Place:
    return Place(kind_of(record).name, digests.key_text(record))


def _copy_photos(damaged: Path, new: Path, identity: str, key: bytes | None) -> bool:
    """Copy the pictures, where there are any; whether that went well."""
    key = None if key is None else photos_key(key)
    pictures = PhotoFiles(damaged, lambda: identity, read_only=True, key=key)
    try:
        pictures.copy_beside(new)
    except DiaryError:
        return False
    finally:
        pictures.close()
    return True
