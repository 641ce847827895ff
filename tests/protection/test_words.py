"""The recovery words: as published, there and back, and what is said of a slip."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.errors import ProtectionError
from adtracker.resources import Texts, recovery_words

LIST = recovery_words()
keys = st.binary(min_size=32, max_size=32)
# The vectors of BIP-39 for 256 bits (github.com/trezor/python-mnemonic, vectors.json).
EIGHT = "legal winner thank year wave sausage worth useful"
OTHER = "letter advice cage absurd amount doctor acoustic avoid"
VECTORS = [
    (b"\x00" * 32, "abandon " * 23 + "art"),
    (b"\x7f" * 32, f"{EIGHT} {EIGHT} legal winner thank year wave sausage worth title"),
    (b"\x80" * 32, f"{OTHER} {OTHER} letter advice cage absurd amount doctor acoustic bless"),
    (b"\xff" * 32, "zoo " * 23 + "vote"),
    (
        bytes.fromhex("68a79eaca2324873eacc50cb9c6eca8cc68ea5d936f98787c60c7ebc74e6ce7c"),
        "hamster diagram private dutch cause delay private meat slide toddler razor book happy fancy gospel tennis "
        "maple dilemma loan word shrug inflict delay length",
    ),
]


@pytest.mark.parametrize(("key", "words"), VECTORS)
def test_the_words_are_those_that_bip_39_publishes(key: bytes, words: str) -> None:
    assert LIST.words(key) == tuple(words.split())
    assert LIST.key(words) == key


@given(keys, st.sampled_from([str.upper, str.title, str.lower]), st.sampled_from([" ", "\n", "  \t", ", ", "; "]))
def test_any_key_comes_back_however_its_words_are_written(key: bytes, case: type, between: str) -> None:
    words = LIST.words(key)
    assert LIST.key(between.join(map(case, words))) == key
    assert LIST.key(between.join(word[:4] for word in words)) == key
    assert LIST.key("\n".join(f"{number}. {word}" for number, word in enumerate(words, 1))) == key


def _said(text: str) -> str:
    with pytest.raises(ProtectionError) as caught:
        LIST.key(text)
    return Texts().error(caught.value)


def test_a_slip_is_named_with_its_place_and_the_near_word() -> None:
    words = ["abandon"] * 23 + ["art"]
    words[4] = "abandom"
    assert _said(" ".join(words)) == "Word 5, “abandom”, is not in the list. Did you mean “abandon”?"
    words[4] = "qqqqqqq"
    assert _said(" ".join(words)).startswith("Word 5, “qqqqqqq”, is not in the list. Please")


@pytest.mark.parametrize("count", [0, 1, 23, 25])
def test_how_many_words_there_are_is_said(count: int) -> None:
    assert _said("zoo " * count) == f"There are 24 words on the sheet; these are {count}."


@given(keys, st.integers(0, 22))
def test_words_that_changed_places_or_are_others_rarely_pass_and_never_give_the_key(key: bytes, at: int) -> None:
    words = list(LIST.words(key))
    words[at], words[at + 1] = words[at + 1], words[at]
    if words == list(LIST.words(key)):
        return
    with suppress(ProtectionError):
        assert LIST.key(" ".join(words)) != key


def test_a_wrong_check_is_said() -> None:
    assert "do not fit together" in _said("abandon " * 24)


def test_words_typed_back_are_taken_by_the_same_rules() -> None:
    assert LIST.is_word(" Abandon ", "abandon")
    assert LIST.is_word("aban", "abandon")
    assert not LIST.is_word("aba", "abandon")
    assert not LIST.is_word("ability", "abandon")


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_only_a_key_of_32_bytes_has_words(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        LIST.words(bytes(length))
