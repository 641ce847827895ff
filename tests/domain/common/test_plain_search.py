"""Search in notes: what people type finds what they wrote, and the place of it."""

import pytest
from hypothesis import given, settings

from adtracker.domain.common.plain_search import excerpt, folded, has_words, places, words_of
from tests.strategies import TEXTS


@pytest.mark.parametrize(
    ("query", "note", "hits"),
    [
        ("CAFE", "Pollen at the café", ["café"]),
        ("cafe", "Pollen at the cafe\u0301.", ["cafe\u0301"]),
        ("wool itch", "Itchy from the wool jumper, itch again", ["Itch", "wool", "itch"]),
        ("strasse", "Straße", ["Straße"]),
        ("co-op", "at the co–op", ["co", "op"]),  # noqa: RUF001 -- another dash than the one typed
        ("ana na", "banana", ["anana"]),
        ("가", "각", ["각"]),
        (".*", "a.*b", [".*"]),
        ("<b>", "<b>bold</b>", ["<b>"]),
    ],
)
def test_words_are_found_where_they_stand(query: str, note: str, hits: list[str]) -> None:
    assert has_words(folded(note), words_of(query))
    assert [note[start:end] for start, end in places(note, words_of(query))] == hits


def test_all_words_must_be_there() -> None:
    assert not has_words(folded("wool"), words_of("wool soap"))
    assert has_words(folded("anything"), words_of(" \t"))


@settings(max_examples=50)
@given(TEXTS, TEXTS)
def test_a_word_has_a_place_wherever_it_is_found(text: str, query: str) -> None:
    words = words_of(query)
    found = places(text, words)
    assert all(0 <= start < end <= len(text) for start, end in found)
    if words and has_words(folded(text), words):
        assert found
        assert all(any(word in folded(text[start:end]) for start, end in found) for word in words)


def test_an_excerpt_begins_shortly_before_the_first_word() -> None:
    note = "A long day at work.\nThen a walk in the rain with a\twool scarf, which itched."
    assert excerpt(note, words_of("wool")) == "… in the rain with a wool scarf, which itched."
    assert excerpt(note, words_of("work")).startswith("A long day at work. Then")
    assert excerpt(note, ()) == " ".join(note.split())
    assert excerpt("x" * 40 + "wool", words_of("wool")) == "… wool"
    assert len(excerpt("word " * 2000, ())) == 400
