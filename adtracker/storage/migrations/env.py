"""Runs the migrations in the transaction that `adtracker.storage.upgrade` has begun; Alembic looks for this file."""

from __future__ import annotations

from alembic import context


def _run() -> None:
    # Everything is one transaction of the caller's; SQLite can take back changes of tables, though Alembic doubts it.
    context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
    with context.begin_transaction():
        context.run_migrations()


_run()
