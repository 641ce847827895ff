"""Words of the screen for keys: a key is itself, letter for letter; then what was named first counts, in any case."""

from hypothesis import given
from hypothesis import strategies as st

from adtracker.exchange.screen_words import Words

PAIRS = st.lists(st.tuples(st.text(max_size=4), st.text(max_size=4)), max_size=8)


def test_a_word_stands_for_its_key_in_any_case_and_with_any_blanks() -> None:
    words = Words({"triggers": [("Dry air", "dry_air"), ("STRASSE", "street")]})
    assert [words.key("triggers", word) for word in ("dry AIR", "  Dry   air ", "DRY_AIR", "straße")] == [
        "dry_air",
        "dry_air",
        "dry_air",
        "street",
    ]
    assert words.key("triggers", "Wool") == words.key("signs", "Wool") == words.of("signs")("Wool") == "Wool"


def test_a_key_is_itself_even_if_something_else_is_called_so_now() -> None:
    words = Words({"triggers": [("stress", "cats"), ("Stress", "stress")]})
    assert words.key("triggers", "stress") == "stress"
    assert words.key("triggers", "Stress") == "cats"  # the one that was named first


@given(PAIRS, st.text(max_size=4))
def test_every_key_comes_back_and_what_nobody_knows_stays(pairs: list[tuple[str, str]], word: str) -> None:
    words = Words({"signs": pairs})
    keys = {key for _, key in pairs}
    assert all(words.key("signs", key) == key for key in keys)
    assert words.key("signs", word) in {*keys, word}
