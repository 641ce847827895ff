"""Files that were taken are known again by what was in them, also in another session, and are no record."""

from adtracker.storage.journal import Journal
from adtracker.storage.taken_files import note_taken, taken_before
from tests.storage.samples import TODAY

ONE, TWO = "a" * 64, "b" * 64


def test_what_was_taken_is_known_again(journal: Journal) -> None:
    journal.with_files(lambda database, _: note_taken(database, [ONE], TODAY))
    journal.with_files(lambda database, _: note_taken(database, [ONE], TODAY))  # twice changes nothing
    journal.with_files(lambda database, _: note_taken(database, [], TODAY))
    assert journal.with_files(lambda database, _: taken_before(database, [ONE, TWO])) == {ONE}
    assert journal.check() == []
    path = journal.path
    journal.close()
    again = Journal.open(path, lambda: TODAY)
    assert again.with_files(lambda database, _: taken_before(database, [ONE])) == {ONE}
    again.close()
