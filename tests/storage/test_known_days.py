"""Plans stored before it could be said how exactly their day is known say the day, and their digests hold."""

from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from adtracker.domain.edits.digest import digest
from adtracker.domain.treatments.known import Known
from adtracker.domain.treatments.schedule import Daily
from adtracker.domain.treatments.treatment import Kind, Plan, Treatment
from adtracker.storage import upgrade
from adtracker.storage.database import Database
from adtracker.storage.header import APPLICATION_ID
from tests.storage.samples import open_journal

BEFORE = 6
STORED = Treatment("Urea", Kind.CREAM, (Plan(date(2021, 3, 1), Daily(2), "thin"),), key=1).stopped_after(
    date(2021, 8, 31), "Sold out."
)


def _older(path: Path) -> None:
    """A diary of the version before, with a treatment and its digest."""
    path.parent.mkdir(parents=True)
    path.touch()
    with closing(Database(path)) as database:
        upgrade.make_version(database, BEFORE)
        with database.transaction() as connection:
            plan = "INSERT INTO treatment_plan (treatment, first, schedule, count, dose, loading_dose, reason) VALUES "
            connection.exec_driver_sql("INSERT INTO treatment VALUES (1, 'Urea', 'cream', '', NULL)")
            connection.exec_driver_sql(plan + "(1, '2021-03-01', 'daily', 2, 'thin', '', '')")
            connection.exec_driver_sql(plan + "(1, '2021-09-01', 'stopped', NULL, '', '', 'Sold out.')")
            connection.exec_driver_sql("INSERT INTO digest VALUES ('treatments', '1', ?)", (digest(STORED),))
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version = {BEFORE}")


def test_an_older_diary_keeps_its_plans_as_days_that_are_known(path: Path) -> None:
    _older(path)
    with closing(open_journal(path, create=False)) as journal:
        assert journal.treatments() == (STORED,)
        assert not journal.check()


def test_a_month_or_a_year_is_stored_and_read_back(path: Path) -> None:
    begun = Plan(date(2018, 1, 1), Daily(1), known=Known.YEAR)
    wanted = replace(STORED, plans=(begun,), key=None).stopped_after(date(2021, 8, 1), "Sold out.", Known.MONTH)
    with closing(open_journal(path)) as journal:
        journal.save(wanted)
    with closing(open_journal(path)) as journal:
        (found,) = journal.treatments()
        assert replace(found, key=None) == wanted
        assert [plan.known for plan in found.plans] == [Known.YEAR, Known.MONTH]
        assert not journal.check()
