"""The command line speaks one language: also what argparse says of its own, and what stands for values in the help."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from adtracker import language, resources
from adtracker.resources import Texts
from tests.cli.conftest import Run

OTHERS = [code for code in language.NAMES if code != language.ENGLISH]
# What argparse fills in; the rest of a sentence is words.
_FILLED = re.compile(r"%\(\w+\)[rs]|%[rs]")
# A call for each sentence in which it is heard.
HEARD = {
    "usage": ("--help",),
    "positional": ("--help",),
    "options": ("--help",),
    "help": ("summary", "--help"),
    "argument": ("report", "-o"),
    "required": ("report",),
    "unrecognized": ("backups", "extra"),
    "choice": ("report", "-o", "x.pdf", "--data", "all of it"),
    "one": ("report", "-o"),
    "at_least_one": ("start-sheet", "-o", "x.pdf", "--numbers"),
    "ignored": ("summary", "--json=3"),
    "value": ("sheet", "-o", "x.pdf", "--days", "few"),
}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    language.use(language.ENGLISH, None)


def _words(sentence: str) -> list[str]:
    return [part.strip() for part in _FILLED.split(sentence) if len(part.strip()) > 1]


@pytest.mark.parametrize("code", OTHERS)
def test_what_argparse_says_is_said_in_the_language(run: Run, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    english = resources.read_toml("text", language.ENGLISH, "parser.toml")
    assert HEARD.keys() == english.keys()
    for key, words in HEARD.items():
        monkeypatch.setenv("LANGUAGE", language.ENGLISH)
        usual = run(*words)
        monkeypatch.setenv("LANGUAGE", code)
        done = run(*words)
        said = Texts().say(f"parser.{key}")
        assert done.code == usual.code
        assert all(part in usual.out + usual.err for part in _words(english[key])), key
        assert all(part in done.out + done.err for part in _words(said)), key
        if said != english[key]:
            assert _words(english[key])[0] not in done.out + done.err, key


@pytest.mark.parametrize("code", OTHERS)
def test_argparse_can_fill_in_every_translation(code: str) -> None:
    english = resources.read_toml("text", language.ENGLISH, "parser.toml")
    resources.speak(code)
    for key, sentence in english.items():
        gaps, there = (Counter(_FILLED.findall(one)) for one in (Texts().say(f"parser.{key}"), sentence))
        assert gaps <= there, key
        assert "%" not in _FILLED.sub("", Texts().say(f"parser.{key}")), key


def test_the_help_names_values_in_the_language(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "de")
    said = run("report", "--help").out
    assert "--from DATUM" in said
    assert "FILE" not in said
    monkeypatch.setenv("LANGUAGE", language.ENGLISH)
    assert "--from DATE" in run("report", "--help").out


@pytest.mark.parametrize(
    ("code", "heads"), [("de", "Stärkster Juckreiz Schlafqualität"), ("es", "Calidad del sueño Piel")]
)
def test_the_columns_of_the_summary_have_room_for_their_heads(
    run: Run, diary: Path, monkeypatch: pytest.MonkeyPatch, code: str, heads: str
) -> None:
    monkeypatch.setenv("LANGUAGE", code)
    said = run("summary", "--diary", diary).out.splitlines()
    (head,) = [line for line in said if heads in line]
    place = head.index(heads.rsplit(maxsplit=1)[-1])
    below = said[said.index(head) + 1]
    assert below[place - 1] == " " != below[place], "the cells begin where their head does"
