"""One system of words: what a language says, what it lacks, and that every language that is offered is whole."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from unicodedata import bidirectional

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo

import catalogues
from adtracker import language, resources
from adtracker.language import (
    CLOSED,
    FROM_THE_RIGHT,
    OPENED,
    begun,
    digits,
    in_a_line,
    isolated,
    listed,
    tr,
    tr_as,
    tr_count,
)
from adtracker.resources import Texts

OTHERS = [code for code in language.NAMES if code != language.ENGLISH]
_GAP = re.compile(r"(?<!\{)\{[^{}]*\}(?!\})")
_every = pytest.mark.parametrize("code", OTHERS)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    yield
    language.use(language.ENGLISH, None)


def _speak(**sentences: str | tuple[str, ...]) -> None:
    """A small French: what stands for blanks in the names are underscores."""
    catalogue = Catalog(locale="fr")
    for sentence, said in sentences.items():
        one = sentence.replace("_", " ")
        catalogue.add(one if isinstance(said, str) else (one, "{count} days"), said)
    made = BytesIO()
    write_mo(made, catalogue)
    made.seek(0)
    language.use("fr", made)


def test_a_sentence_is_said_in_the_language_and_one_that_it_lacks_in_english() -> None:
    _speak(Save="Enregistrer")
    assert tr("Save") == "Enregistrer"
    assert tr("Open {file}", file="a {b}") == "Open a {b}"


@pytest.mark.parametrize("broken", ["{datei}", "{file", "{}", "{0}", "{file.name}", "{file:d}", "{file!x}"])
def test_a_sentence_whose_gaps_are_broken_is_said_in_english(broken: str) -> None:
    """A slip of a translator is never a crash in the middle of what a person does."""
    said: dict[str, str | tuple[str, ...]] = {"Open_{file}": f"Ouvrir {broken}"}
    _speak(**said, one_day=(f"{broken} jour", f"{broken} de jours", f"{broken} jours"))
    assert tr("Open {file}", file="a") == "Open a"
    assert tr_count("one day", "{count} days", 3) == "3 days"


def test_a_text_whose_gaps_are_broken_is_said_in_english() -> None:
    usual = Texts().say("problems.future_day", day="2026-11-23"), Texts().record("visits", "", "2026-11-23")
    texts = {name: resources.read_toml("text", "en", f"{name}.toml") for name in ("problems", "records")}
    words = texts["records"]["visits"]
    catalogue = Catalog(locale="fr")
    catalogue.add(texts["problems"]["future_day"], "Demain {jour}", context="problems.future_day")
    for name, sentence in words.items():
        catalogue.add(sentence, "Visite {jour}", context=f"records.visits.{name}")
    made = BytesIO()
    write_mo(made, catalogue)
    made.seek(0)
    language.use("fr", made)
    assert Texts().table("problems")["future_day"] == "Demain {jour}"
    assert (Texts().say("problems.future_day", day="2026-11-23"), Texts().record("visits", "", "2026-11-23")) == usual


@pytest.mark.parametrize("size", [0, 3, 20, 3_000, 30_000])
def test_a_damaged_catalogue_leaves_the_program_in_english(
    size: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "language" / "de.mo"
    file.parent.mkdir()
    file.write_bytes(resources.path("language", "de.mo").read_bytes()[:size])
    monkeypatch.setattr(resources, "root", lambda: tmp_path)
    resources.speak("de")
    assert (language.spoken(), tr("Save")) == ("en", "Save")


def test_a_language_has_its_own_rule_for_which_form_a_count_takes() -> None:
    counts = (0, 1, 1.5, 2)
    assert [tr_count("one day", "{count} days", count) for count in counts] == [
        *("0 days", "one day", "1.5 days", "2 days"),
    ]
    _speak(one_day=("{count} jour", "{count} de jours", "{count} jours"))
    assert [tr_count("one day", "{count} days", count) for count in counts] == [
        *("0 jour", "1 jour", "1,5 jours", "2 jours"),
    ]


def test_the_same_word_is_another_one_in_another_place() -> None:
    assert tr_as("a button", "Open") == "Open"


def test_numbers_have_the_marks_of_the_language() -> None:
    assert (digits(7.5, ".1f"), digits(12345.6, ",.1f"), digits(1234, ",")) == ("7.5", "12,345.6", "1,234")
    _speak(Save="Enregistrer")
    assert (digits(7.5, ".1f"), digits(12345.6, ",.1f"), digits(1234, ",")) == ("7,5", "12\u00a0345,6", "1234")
    assert tr("{size:.1f} of {all}", size=2.25, all=3) == "2,2 of 3"


@pytest.mark.parametrize(
    ("setting", "variables", "code"),
    [
        ("", {}, "en"),
        ("", {"LANG": "de_AT.UTF-8"}, "de"),
        ("", {"LANG": "de_AT.UTF-8", "LANGUAGE": "pt:fr_CA:de"}, "fr"),
        ("", {"LANG": "de_DE.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ("", {"LANG": "", "LC_MESSAGES": "es"}, "es"),
        ("es", {"LANG": "de_DE"}, "es"),
        ("tlh", {"LANG": "de_DE"}, "de"),
    ],
)
def test_what_is_chosen_counts_and_else_what_the_computer_speaks(
    setting: str, variables: dict[str, str], code: str
) -> None:
    assert language.chosen(setting, language.wished(variables)) == code


def test_a_language_without_a_catalogue_is_english() -> None:
    resources.speak("xx")
    assert language.spoken() == language.ENGLISH


def test_what_stands_alone_begins_with_a_large_letter() -> None:
    assert begun("dimanche 29 novembre") == "Dimanche 29 novembre"
    assert begun("été") == "Été"
    assert begun("22 November") == "22 November"
    assert begun(f"{OPENED}itch{CLOSED}") == f"{OPENED}Itch{CLOSED}"
    assert begun(f"{FROM_THE_RIGHT}{OPENED}itch{CLOSED}") == f"{FROM_THE_RIGHT}{OPENED}Itch{CLOSED}"
    assert not begun("")


def test_in_a_language_from_the_right_what_is_filled_in_keeps_its_direction() -> None:
    """Else "250 mg" would stand there as "mg 250"."""
    assert (isolated("250 mg"), in_a_line(("250 mg", ""), " · ")) == ("250 mg", "250 mg")
    catalogue = Catalog(locale="he")
    catalogue.add("first dose {loading_dose}", "מנה ראשונה {loading_dose}")
    catalogue.add("{n} of {days}", "{n} מתוך {days}")
    catalogue.add("{span} ({days})", "{span} ({days})")
    made = BytesIO()
    write_mo(made, catalogue)
    made.seek(0)
    language.use("he", made)
    dose = "\u2068250 mg\u2069"
    assert tr("first dose {loading_dose}", loading_dose="250 mg") == f"מנה ראשונה {dose}"
    assert tr("{n} of {days}", n=6, days=7) == "6 מתוך 7"
    whole = tr("{span} ({days})", span="2 באוגוסט", days="7 ימים")  # no letter outside: it must be told where to begin
    assert whole == "\u200f\u20682 באוגוסט\u2069 (\u20687 ימים\u2069)"
    assert in_a_line(("250 mg", "", "מנה"), " · ") == f"\u200f{dose} · \u2068מנה\u2069"


def _messages(code: str) -> list[Message]:
    return [one for one in catalogues.read(catalogues.ROOT / catalogues.FOLDER / f"{code}.po") if one.id]


def _forms(one: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [one] if isinstance(one, str) else list(one or ())


@_every
def test_what_is_offered_is_whole(code: str) -> None:
    held = {(one.context, tuple(_forms(one.id))) for one in _messages(code)}
    wanted = {(one.context, tuple(_forms(one.id))) for one in catalogues.template() if one.id}
    assert held == wanted, "`packaging/dev.py words` brings it up to date"
    assert not catalogues.lacking(catalogues.read(catalogues.ROOT / catalogues.FOLDER / f"{code}.po"))


@_every
def test_gaps_and_marks_are_those_of_the_english_sentence(code: str) -> None:
    wrong = [f"{one.id!r}: {said!r}" for one in _messages(code) for said in _forms(one.string) if not _fits(one, said)]
    assert not wrong


def _fits(one: Message, said: str) -> bool:
    """The form of one may say its count or leave it out."""
    english = _forms(one.id)
    gaps = {form: set(_GAP.findall(form)) for form in (*english, said)}
    among = set().union(*(gaps[form] for form in english))
    marks = all(said.count(mark) == english[-1].count(mark) for mark in ("**", "[[", "]]"))
    needed = set.intersection(*(gaps[form] for form in english)) - {"{count}"}
    return marks and needed <= gaps[said] <= among


@_every
def test_a_text_that_begins_or_ends_with_a_blank_still_does(code: str) -> None:
    parted = [(one.id, one.string) for one in _messages(code) if isinstance(one.id, str) and one.id != one.id.strip()]
    assert parted
    for english, said in parted:
        assert isinstance(said, str)
        assert not english[:1].isspace() or said[:1].isspace()
        assert english[-1:].isspace() == said[-1:].isspace()


def test_no_line_of_french_begins_with_a_mark() -> None:
    """A blank before a mark, or within quotation marks, holds both together."""
    parting = re.compile(r" [;:!?»%](?![\w(])|« ")
    assert not [said for one in _messages("fr") for said in _forms(one.string) if parting.search(said)]


@_every
def test_every_text_can_be_said(code: str) -> None:
    resources.speak(code)
    texts = Texts()
    for file in resources.path("text", language.ENGLISH).glob("*.toml"):
        assert texts.table(file.stem).keys() == resources.read_toml("text", language.ENGLISH, file.name).keys()
    assert set(resources.scales()) == {"easi", *resources.scales()}


def test_a_sentence_of_a_table_has_the_form_that_its_count_takes() -> None:
    """Two keys in English, as many forms as a language needs elsewhere; a table holds those of 1 and 2."""
    (message,) = [one for one in catalogues.template() if one.context == "report.dates.days_many"]
    catalogue = Catalog(locale="pl")
    catalogue.add(message.id, ("{count} dzień", "{count} dni", "{count} dni.", "{count} dnia"), context=message.context)
    counts = (0, 1, 2, 5, 22)
    assert [Texts().say("report.dates.days", count=count) for count in counts] == [
        *("0 days", "1 day", "2 days", "5 days", "22 days"),
    ]
    made = BytesIO()
    write_mo(made, catalogue)
    made.seek(0)
    language.use("pl", made)
    assert [Texts().say("report.dates.days", count=count) for count in counts] == [
        *("0 dni.", "1 dzień", "2 dni", "5 dni.", "22 dni"),
    ]
    dates = Texts().table("report")["dates"]
    assert (dates["days_one"], dates["days_many"]) == ("{count} dzień", "{count} dni")


def test_in_a_language_from_the_right_a_line_of_what_is_filled_in_begins_at_the_right() -> None:
    """Else "2 to 29 November (28 days)" would begin with its brackets: what stands in isolation says no direction."""
    assert tr("{span} ({days})", span="2 August", days="28 days") == "2 August (28 days)"
    catalogue = Catalog(locale="he")
    catalogue.add("{span} ({days})", "{span} ({days})")
    catalogue.add("{file} is no diary.", "{file} אינו יומן.")
    made = BytesIO()
    write_mo(made, catalogue)
    made.seek(0)
    language.use("he", made)
    file = Path("/home/me/mine.diary")
    lines = (
        tr("{span} ({days})", span="2 באוגוסט", days="28 ימים"),
        tr("{file} is no diary.", file=file),
        in_a_line(("250 mg", "מנה"), " · "),
        listed(("שבוע", "יום")),
    )
    # The base direction of a line is that of its first letter outside of isolation (Unicode, UAX 9, P2 and P3).
    outside = [re.sub(f"{OPENED}[^{CLOSED}]*{CLOSED}", "", line) for line in lines]
    first = [next(one for one in map(bidirectional, line) if one in {"L", "R", "AL"}) for line in outside]
    assert first == ["R"] * len(lines)
    assert f"{OPENED}{file}{CLOSED}" in lines[1]
