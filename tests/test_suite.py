"""What `--fast` leaves out, but for what is marked."""

from tests.suite import first_and_last


def test_of_many_cases_the_first_and_the_last_stay_and_of_one_or_two_all() -> None:
    names = ["one", "many", "many", "two", "many", "two", "many"]
    assert first_and_last(names) == [0, 1, 3, 5, 6]
    assert first_and_last([]) == []
