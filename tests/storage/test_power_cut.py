"""A process killed while it writes: every entry that was acknowledged is there, and the diary is sound."""

import shutil
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from adtracker.domain.records.day import DayEntry
from adtracker.storage.database import Database
from adtracker.storage.journal import Journal
from tests.storage.samples import TODAY, long_diary, open_journal, start

pytestmark = pytest.mark.slow

WRITE = """
import sys
from datetime import date, timedelta
from pathlib import Path
from adtracker.domain.records.day import DayEntry
from adtracker.storage.database import Database
from adtracker.storage.journal import Journal
from adtracker.storage.journal import Journal
today, first = date(2026, 11, 22), int(sys.argv[2])
journal = Journal.open(Path(sys.argv[1]), lambda: today)
for back in range(first, first + 10_000):
    journal.save(DayEntry(today - timedelta(days=back), itch=back % 11, note=f"day {back} " * 500))
    print(back, flush=True)
"""


@pytest.mark.parametrize("seed", range(4))
def test_no_acknowledged_entry_is_lost(path: Path, seed: int) -> None:
    random = Random(seed)
    acknowledged = 0
    for _ in range(2):
        with start(WRITE, path, acknowledged) as writer:
            assert writer.stdout is not None
            for _ in range(random.randint(1, 40)):
                acknowledged = int(writer.stdout.readline()) + 1
            writer.kill()
            rest = writer.stdout.read().split("\n")[:-1]
            acknowledged = int(rest[-1]) + 1 if rest else acknowledged
        journal = open_journal(path, create=False)
        kept = journal.entries()
        assert journal.check() == []
        journal.close()
        assert acknowledged <= len(kept) <= acknowledged + 1
        assert kept[-acknowledged:] == tuple(_entry(back, kept) for back in range(acknowledged - 1, -1, -1))
        acknowledged = len(kept)


def _entry(back: int, kept: tuple[DayEntry, ...]) -> DayEntry:
    stored = kept[len(kept) - 1 - back]
    return DayEntry(
        TODAY - timedelta(days=back),
        itch=back % 11,
        note=f"day {back} " * 500,
        recorded_at=stored.recorded_at,
        recorded_on=TODAY,
    )


def test_a_half_written_diary_is_taken_back_to_the_last_entry_that_was_stored(journal: Journal, tmp_path: Path) -> None:
    journal.save_all(long_diary(300))
    before = journal.entries()
    torn = tmp_path / "torn" / "my.diary"
    with closing(Database(journal.path)) as database, database.bare() as connection:
        connection.execute("PRAGMA cache_size=2")  # so that pages reach the file before the commit
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE day SET note = note || hex(randomblob(2000))")
        shutil.copytree(journal.path.parent, torn.parent)
        connection.execute("ROLLBACK")
    half = torn.read_bytes()
    assert len(half) > len(journal.path.read_bytes())
    torn.write_bytes(half[:24] + b"\xff" * 8 + half[32:])  # a header of which one half is new
    taken_back = open_journal(torn, create=False)
    assert taken_back.entries() == before
    assert taken_back.check() == []
    taken_back.close()


MAKE = """
import sys
from pathlib import Path
from adtracker.storage import upgrade
print("begins", flush=True)
upgrade.create(Path(sys.argv[1]))
"""


def test_a_diary_that_is_not_finished_is_not_there(path: Path) -> None:
    """Killed while the diary is made: either none or a complete one stands in its place."""
    for wait in (0, 0.01, 0.03, 0.06):
        with start(MAKE, path) as maker:
            assert maker.stdout is not None
            assert maker.stdout.readline() == "begins\n"
            time.sleep(wait)
            maker.kill()
        journal = open_journal(path)
        assert journal.entries() == ()
        assert journal.check() == []
        journal.close()
        path.unlink()
