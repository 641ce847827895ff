"""One open diary file: the connection recipe, one transaction at a time, and failures as sentences.

The settings were chosen by simulated power cuts: a truncated journal with `synchronous=EXTRA` lost none of 5000
acknowledged writes, SQLite's defaults lost some. SQLCipher is the only engine, also for files without a password:
without a key it writes ordinary SQLite files, and one code path serves both.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from adtracker.errors import DAMAGED, DiaryError
from adtracker.storage.failures import diary_error, translate_errors
from adtracker.storage.footprint import Footprint

PRAGMAS = (
    "busy_timeout=2000",
    "journal_mode=TRUNCATE",
    "synchronous=EXTRA",
    "fullfsync=ON",
    "foreign_keys=ON",
    "temp_store=MEMORY",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "secure_delete=ON",
)
_ONLY_READ = "PRAGMA query_only=ON"
_COLUMNS = "SELECT t.name, c.name FROM sqlite_schema t, pragma_table_info(t.name) c WHERE t.type = 'table'"


class Database:
    """The connection to one diary file. Nothing is opened before the first transaction.

    One that is `read_only` never writes, not even a journal: for files and folders that cannot be written to. One that
    `is_damaged` keeps nothing any more, from the first sign of damage on: every write then fails. With a `key` of 32
    bytes the file is encrypted, and so is all that SQLite puts beside it.
    """

    def __init__(self, path: Path, *, read_only: bool = False, key: bytes | None = None) -> None:
        self.path = path.absolute()
        self.read_only = read_only
        self.key = key
        self.is_damaged = False
        self._memory: Any = None
        self._footprint = Footprint(self.path, is_sealed=key is not None)
        # Exactly one connection, handed from thread to thread: whoever comes second waits.
        self._engine = create_engine(
            "sqlite://",
            creator=self._connect,
            module=dbapi2,
            poolclass=QueuePool,
            pool_size=1,
            max_overflow=0,
            hide_parameters=True,
        )
        event.listen(self._engine, "begin", self._begin)

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """One transaction, committed when the block ends, rolled back if it raises. Raises DiaryError.

        It takes the write lock at once, so that what was read still holds when it is written. A file that another
        program replaced or wrote over is read as it is now, but never written to.
        """
        with (
            self._noticing(),
            translate_errors(self.path),
            self._footprint.reasons(),
            self._engine.connect() as connection,
        ):
            if self._memory is None and self._footprint.is_stale():
                connection.invalidate()  # with all that SQLite remembers of the file
            with connection.begin():
                self._footprint.begin(connection)
                before = _writes(connection)
                yield connection
                is_written = _writes(connection) > before and self._memory is None
                if is_written and self.is_damaged:
                    raise diary_error("damaged", self.path)
                mark = self._footprint.seal(connection) if is_written else None
            self._footprint.end(mark)

    @contextmanager
    def unwatched(self) -> Iterator[Connection]:
        """A connection to a private copy, which may be damaged anywhere: nothing but what is asked for is read.

        Raises DiaryError.
        """
        with translate_errors(self.path), self._engine.connect() as connection:
            yield connection
            with suppress(DBAPIError):  # it fails where damage was met, even if nothing was written
                connection.commit()

    @contextmanager
    def _noticing(self) -> Iterator[None]:
        """Remember a sign of damage."""
        try:
            yield
        except DiaryError as error:
            self.is_damaged = self.is_damaged or error.key == DAMAGED
            raise

    @contextmanager
    def bare(self) -> Iterator[Any]:
        """The driver's own connection, outside any transaction, for what cannot be done in one. Raises DiaryError."""
        with translate_errors(self.path), closing(self._engine.raw_connection()) as connection:
            yield connection.driver_connection

    @contextmanager
    def foreign_keys_off(self) -> Iterator[None]:
        """For migrations: rebuilding a table would otherwise delete every row that points at it. Raises DiaryError."""
        with self.bare() as connection:
            connection.execute("PRAGMA foreign_keys=OFF")
        try:
            yield
        finally:
            with self.bare() as connection:
                connection.execute("PRAGMA foreign_keys=ON")

    def check_key(self) -> None:
        """Refuse a key that is not the file's. Raises DiaryError."""
        try:
            with self.bare() as connection:
                connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except DiaryError as error:
            if error.key != DAMAGED:
                raise
            raise diary_error("key_wrong", self.path) from None

    def version(self) -> int:
        """The schema number. Raises DiaryError."""
        with self.transaction() as connection:
            return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())

    def row_counts(self) -> dict[str, int]:
        """Rows by table. Reads every page that holds rows, so structural damage shows: some ms for 20 years of days.

        Raises DiaryError.
        """
        with self.transaction() as connection:
            return row_counts(connection)

    def columns(self) -> set[tuple[str, str]]:
        """All (table, column) pairs. Raises DiaryError."""
        with self.transaction() as connection:
            return {(table, column) for table, column in connection.exec_driver_sql(_COLUMNS)}

    def is_sound(self) -> bool:
        """Whether SQLite finds nothing wrong in the whole file; takes a while. Raises DiaryError."""
        with self.transaction() as connection:
            findings = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
            orphan = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
            forged = self.key and connection.exec_driver_sql("PRAGMA cipher_integrity_check").first()
        return findings == ["ok"] and orphan is None and not forged

    @contextmanager
    def apart(self) -> Iterator[None]:
        """Go on with a copy in memory, which can be changed within the block alone: an older diary that cannot be
        written to is brought to the current form there. Raises DiaryError."""
        with self.bare() as connection:
            self._memory = dbapi2.connect(":memory:", isolation_level=None, check_same_thread=False)
            if self.key is None:
                connection.backup(self._memory)
        if self.key is not None:  # SQLite's own way copies between files of one key alone
            _export(self.path, self.key, self._memory)
        self._engine.dispose()
        yield
        with self.bare() as connection:
            connection.execute(_ONLY_READ)

    def close(self) -> None:
        """Let go of the file, without leaving the (empty) journal beside it."""
        if self._footprint.is_held and not self.read_only:
            with suppress(DiaryError, DBAPIError, dbapi2.Error), self.bare() as connection:
                connection.execute("PRAGMA journal_mode=DELETE")  # SQLite removes it under its own lock
        self._engine.dispose()
        self._footprint.close()

    def _connect(self) -> Any:
        self._footprint.open()
        if self._memory is not None:
            return self._memory
        place = f"{self.path.as_uri()}?mode=ro" if self.read_only else str(self.path)
        connection = dbapi2.connect(place, uri=self.read_only, isolation_level=None, check_same_thread=False)
        if connection.execute("PRAGMA cipher_version").fetchone() is None:
            raise RuntimeError("the SQLite library in use cannot encrypt")
        if self.key is not None:
            connection.execute("PRAGMA cipher_log_level=NONE")  # a wrong key would be told on standard error
            connection.execute(f"PRAGMA key={key_literal(self.key)}")
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        if self.read_only:
            connection.execute(_ONLY_READ)
        return connection

    def _begin(self, connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN" if self.read_only else "BEGIN IMMEDIATE")


def key_literal(key: bytes | None) -> str:
    """A key as SQLCipher takes it: the key itself and nothing to derive one from; for None, of a file without."""
    return "''" if key is None else f"\"x'{key.hex()}'\""


def _export(path: Path, key: bytes, memory: Any) -> None:
    memory.execute(f"ATTACH ? AS source KEY {key_literal(key)}", (str(path),))
    memory.execute("SELECT sqlcipher_export('main', 'source')")
    for mark in ("application_id", "user_version"):
        memory.execute(f"PRAGMA main.{mark}={memory.execute(f'PRAGMA source.{mark}').fetchone()[0]}")
    memory.execute("DETACH source")


def _writes(connection: Connection) -> int:
    """How many rows were written since the connection was made."""
    driver: Any = connection.connection.driver_connection
    return int(driver.total_changes)


def row_counts(connection: Connection) -> dict[str, int]:
    """Rows by table, counted in the tables themselves (an index might have lost or kept some)."""
    names = connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table'").scalars().all()
    quote = connection.dialect.identifier_preparer.quote_identifier
    counts = (connection.exec_driver_sql(f"SELECT count(*) FROM {quote(name)} NOT INDEXED") for name in names)
    return {name: count.scalar_one() for name, count in zip(names, counts, strict=True)}
