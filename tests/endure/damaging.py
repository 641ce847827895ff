"""Damages diaries as disks do, and tells what becomes of each."""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from adtracker.domain.edits.kinds import Record
from adtracker.domain.records.day import DayEntry
from adtracker.domain.records.trigger import Trigger
from adtracker.domain.records.visit import Visit
from adtracker.domain.treatments.dose import DayDoses
from adtracker.domain.treatments.schedule import Daily
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.errors import DiaryError
from adtracker.storage import digests
from adtracker.storage import unit_of_work as records
from adtracker.storage.encryption import converting
from adtracker.storage.journal import Journal
from adtracker.storage.salvage.salvaging import Salvage, salvage
from tests.storage.samples import TODAY, full_entry, open_journal

DAYS = 118
SECTOR = 512
Damage = Callable[[bytes, random.Random], bytes]


def flipped(content: bytes, chance: random.Random) -> bytes:
    """One bit is another one."""
    changed = bytearray(content)
    changed[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def zeroed(content: bytes, chance: random.Random) -> bytes:
    """One sector of the disk came back empty."""
    begin = chance.randrange(len(content) // SECTOR) * SECTOR
    return content[:begin] + bytes(SECTOR) + content[begin + SECTOR :]


def make_diary(path: Path, key: bytes | None = None) -> bytes:
    """A diary of some months, with a bit of everything, encrypted if there is a key; its bytes."""
    journal = open_journal(path)
    days = [TODAY - timedelta(days=back) for back in range(DAYS)]
    plan = Plan(days[-1], Daily(2))
    cream = journal.save(Treatment("Mometasone", Kind.CREAM, (plan,))).changes[0].after
    assert isinstance(cream, Treatment)
    assert cream.key is not None
    journal.save_each([Trigger("wool", "Wool"), Visit(days[7], "Dr. Weber", "It went well.")])
    journal.save_all([replace(full_entry(day, day.day % 11, f"note of {day}"), context=("wool",)) for day in days])
    journal.save_all([DayDoses(cream.key, day, 2, sites=("thigh_left",)) for day in days])
    journal.close()
    if key is not None:
        converting.encrypt(path, key)
    return path.read_bytes()


def content_of(path: Path, key: bytes | None = None) -> dict[tuple[str, str], Record]:
    """All that is recorded in a diary. Raises DiaryError."""
    journal = open_journal(path, create=False, key=key)
    try:
        return by_key(everything(journal))
    finally:
        journal.close()


def everything(journal: Journal) -> list[Record]:
    """All records of a diary that is open. Raises DiaryError."""
    with journal._database.transaction() as connection:
        return records.everything(connection)


def by_key(found: Iterable[Record]) -> dict[tuple[str, str], Record]:
    """Records by what tells them apart."""
    return {(type(record).__name__, digests.key_text(record)): record for record in found}


def fate(path: Path, content: bytes, sound: dict[tuple[str, str], Record], key: bytes | None = None) -> str:
    """What becomes of a damaged diary that is opened, looked through and written to.

    "refused", "found", "untouched" (nothing that was recorded is another) or, which must not be, "missed" (something
    is another, and nobody says so), "saved" (it took an entry after damage was seen) or "written" (its bytes changed).
    """
    path.write_bytes(content)
    try:
        journal = open_journal(path, create=False, key=key)
    except DiaryError:
        return "refused" if path.read_bytes() == content else "written"
    try:
        is_found = not all(list(journal.look_for_damage()))
        assert is_found == journal.is_damaged
        if not is_found:
            return "untouched" if by_key(everything(journal)) == sound else "missed"
        with suppress(DiaryError):
            if journal.save(DayEntry(TODAY + timedelta(days=0), itch=1, note="after the damage")):
                return "saved"
    finally:
        journal.close()
    return "found" if path.read_bytes() == content else "written"


def salvaged(
    folder: Path, content: bytes, key: bytes | None = None
) -> tuple[Salvage | None, dict[tuple[str, str], Record]]:
    """What is saved of a damaged diary, and what the new diary then has; nothing where there is none."""
    damaged, new = folder / "damaged.diary", folder / "new.diary"
    damaged.write_bytes(content)
    new.unlink(missing_ok=True)
    try:
        done = salvage(damaged, new, "Treatment {}".format, key)
    except DiaryError:
        return None, {}
    assert damaged.read_bytes() == content
    return done, content_of(new, key)


def measure_fates(damage: Damage, rounds: int, key: bytes | None = None) -> Counter[str]:
    """How often what became of a damaged diary."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "my.diary")
        content = make_diary(path, key)
        sound = content_of(path, key)
        chance = random.Random(damage.__name__)
        return Counter(fate(path, damage(content, chance), sound, key) for _ in range(rounds))


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of many salvages: diaries that gave nothing, and of all their records those that were kept as they
    were, those that were named, and those of which nothing was said."""

    rounds: int
    nothing: int
    kept: int
    named: int
    silent: int


def measure_salvage(rounds: int, key: bytes | None = None) -> Saved:
    """Salvage many diaries, each with an empty sector somewhere."""
    chance = random.Random("salvage")
    nothing = kept = named = silent = 0
    with tempfile.TemporaryDirectory() as folder:
        content = make_diary(Path(folder, "my.diary"), key)
        sound = content_of(Path(folder, "my.diary"), key)
        for _ in range(rounds):
            done, there = salvaged(Path(folder), zeroed(content, chance), key)
            if done is None:
                nothing += 1
                continue
            same = {key for key, record in sound.items() if there.get(key) == record}
            said = {place.where for place in (*done.lost, *done.changed)}
            kept += len(same)
            named += sum(key[1] in said for key in sound.keys() - same)
            silent += sum(key[1] not in said for key in sound.keys() - same)
    return Saved(rounds, nothing, kept, named, silent)
