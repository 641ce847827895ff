"""What the lessons say: in plain words, with dated sources, no verdicts, and the facts that must not get lost."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

import pytest

from adtracker import resources
from adtracker.domain.lessons.block import Block, Bullets, Figure, Heading, HelpCard, Note, Paragraph, Table, Urgency
from adtracker.domain.lessons.lesson import Lesson, Source, glossary, parse_lesson, plain_text, search
from adtracker.domain.lessons.text import Style, Text, plain
from adtracker.language import ENGLISH
from adtracker.resources import Texts, scales
from tests.reading_level import grade, sentence_length, sentences, syllables, words

LESSON_GRADE = 6.0
BLOCK_GRADE = 8.0
SENTENCE_WORDS = 15
# A handful of words has no grade worth the name.
BLOCK_WORDS = 20

# A diary records. What it does not do may be said, with a "not" in the same sentence.
VERDICTS = re.compile(
    r"\b(diagnos|monitor|predict|alert|detect|advis|forecast|responder|risk score|should (take|stop|start|use)"
    r"|your treatment (works|is working|is not working)|you need to (take|stop|start)|triggers? caused)",
    re.IGNORECASE,
)
DENIAL = re.compile(r"\b(not|never|no|cannot)\b", re.IGNORECASE)


@cache
def _lessons() -> tuple[Lesson, ...]:
    files = resources.path("lessons", ENGLISH).glob("*.toml")
    lessons = (parse_lesson(file.read_text(encoding="utf-8"), file.name) for file in files)
    return tuple(sorted(lessons, key=lambda lesson: lesson.order))


def _lesson(key: str) -> Lesson:
    return next(lesson for lesson in _lessons() if lesson.key == key)


def _one_line(lesson: Lesson) -> str:
    return plain_text(lesson).replace("\n", " ")


def _prose(block: Block) -> str:
    """The sentences of a block; tables and drawings have none."""
    match block:
        case Paragraph() | Bullets() | Note() | HelpCard():
            return "\n".join(map(plain, block.texts))
    return ""


def _lesson_prose(lesson: Lesson) -> str:
    meanings = [plain(term.meaning) for term in lesson.terms]
    return "\n".join([*filter(None, map(_prose, lesson.body)), *meanings])


every_lesson = pytest.mark.parametrize("lesson", _lessons(), ids=lambda lesson: lesson.key)


# ---- the set


def test_every_file_is_named_after_its_lesson() -> None:
    files = {file.stem for file in resources.path("lessons", ENGLISH).iterdir()}
    assert files == {lesson.key for lesson in _lessons()}


def test_places_and_titles_are_given_once() -> None:
    for values in ([lesson.order for lesson in _lessons()], [lesson.title for lesson in _lessons()]):
        assert len(values) == len(set(values))


def test_a_lesson_named_in_another_is_there_under_that_title() -> None:
    titles = {lesson.title for lesson in _lessons()}
    named = re.findall(r'(?:[Ss]ee|[Tt]he page) "([^"]+)"', " ".join(map(_one_line, _lessons())))
    assert named
    assert set(named) <= titles


@pytest.mark.parametrize(
    ("query", "first"),
    [("ox40 ligand", "ox40-ligand"), ("plateau", "week-24"), ("kaposi", "safety"), ("palm", "diary"), ("118", None)],
)
def test_a_search_leads_to_the_right_lesson(query: str, first: str | None) -> None:
    found = search(_lessons(), query)
    assert (found[0].key if found else None) == first


# ---- plain words


def test_syllables_are_counted_as_people_speak() -> None:
    spoken = {"skin": 1, "stone": 1, "table": 2, "tales": 1, "boxes": 2, "helped": 1, "treated": 2, "studies": 2}
    spoken |= {"being": 2, "itchy": 2, "dermatitis": 4, "amlitelimab": 5, "doctor's": 2, "24": 2}
    assert {word: syllables(word) for word in spoken} == spoken


def test_the_grade_is_the_published_formula() -> None:
    assert sentences('It is 3.1 lower. "Why?" asks Ann') == ["It is 3.1 lower.", '"Why?', "asks Ann"]
    assert grade("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)
    assert grade("Dermatitis itches.\nSkin") == pytest.approx(0.39 * 1.5 + 11.8 * 7 / 3 - 15.59)


@every_lesson
def test_a_lesson_can_be_read_after_a_bad_night(lesson: Lesson) -> None:
    prose = _lesson_prose(lesson)
    assert grade(prose) <= LESSON_GRADE
    assert sentence_length(prose) <= SENTENCE_WORDS


@every_lesson
def test_no_part_of_a_lesson_is_hard_to_read(lesson: Lesson) -> None:
    parts = [prose for prose in map(_prose, lesson.body) if len(words(prose)) >= BLOCK_WORDS]
    assert parts
    assert {part[:60]: round(grade(part), 1) for part in parts if grade(part) > BLOCK_GRADE} == {}


@every_lesson
def test_a_drawing_is_described_in_full(lesson: Lesson) -> None:
    for figure in (block for block in lesson.body if isinstance(block, Figure)):
        shown = [word for box in figure.boxes for word in (box.label, box.detail)]
        shown += [link.blocked for link in figure.links if link.blocked]
        described = figure.alternative.casefold()
        assert [word for text in shown for word in words(text.casefold()) if word not in described] == []


# ---- no verdicts, no markup, nothing to click


@every_lesson
def test_a_lesson_records_and_explains_and_gives_no_verdict(lesson: Lesson) -> None:
    for sentence in sentences(plain_text(lesson)):
        assert DENIAL.search(sentence) or not VERDICTS.search(sentence), sentence


@every_lesson
def test_a_text_holds_no_markup_and_no_address(lesson: Lesson) -> None:
    assert re.search(r"<\w|&\w+;|https?:|www\.|\*\*|\[\[", plain_text(lesson)) is None


# ---- the glossary


def _marked(lesson: Lesson) -> Iterator[str]:
    for text in _texts(lesson):
        yield from (run.text for run in text if run.style is Style.TERM)


def _texts(lesson: Lesson) -> Iterator[Text]:
    for block in lesson.body:
        if not isinstance(block, Heading):
            yield from block.texts
    yield from (term.meaning for term in lesson.terms)


@every_lesson
def test_every_term_is_in_the_glossary(lesson: Lesson) -> None:
    known = glossary(_lessons())
    assert [word for word in _marked(lesson) if word.casefold() not in known] == []


@pytest.mark.parametrize("lesson", [lesson for lesson in _lessons() if not lesson.terms], ids=lambda lesson: lesson.key)
def test_a_medical_word_is_explained_where_it_first_stands(lesson: Lesson) -> None:
    known = glossary(_lessons())
    explained: set[str] = set()
    for run in (run for text in _texts(lesson) for run in text):
        if run.style is Style.TERM:
            explained.add(known[run.text.casefold()].name)
        else:
            unknown = {term.name for form, term in known.items() if _stands_in(form, run.text)} - explained
            assert not unknown, f"{unknown} in “{run.text}”"


def _stands_in(form: str, text: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(form)}(?![\w-])", text.casefold()) is not None


# ---- sources


@every_lesson
def test_every_source_stands_behind_a_part_and_was_checked_before_the_review(lesson: Lesson) -> None:
    cited = {number for block in lesson.body if not isinstance(block, Heading) for number in block.sources}
    assert lesson.sources
    assert cited == set(range(1, len(lesson.sources) + 1))
    assert all(source.checked <= lesson.reviewed for source in lesson.sources)


@every_lesson
def test_tables_drawings_and_help_cards_name_their_sources(lesson: Lesson) -> None:
    for block in lesson.body:
        if isinstance(block, Table | Figure | HelpCard):
            assert block.sources, block.texts[0]


@every_lesson
def test_what_studies_found_is_never_said_without_a_source(lesson: Lesson) -> None:
    claim = re.compile(r"\b(in 100|in 1,000|[0-9]+% of people|study of [0-9]+|[0-9]+ studies|COAST|SHORE|trials)\b")
    for block in lesson.body:
        if not isinstance(block, Heading | Note) and claim.search(_prose(block)):
            assert block.sources, _prose(block)[:60]


def test_one_page_is_named_in_one_way() -> None:
    named: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for source in _sources():
        named[source.address or source.title].add((source.by, source.kind.value))
    assert {address: names for address, names in named.items() if len(names) > 1} == {}


def _sources() -> Iterator[Source]:
    for lesson in _lessons():
        yield from lesson.sources


@every_lesson
def test_what_may_change_carries_its_date(lesson: Lesson) -> None:
    text = _one_line(lesson)
    if "amlitelimab" in text.casefold():
        assert "March 2026" in text


# Shops, staging sites, and pages that only copy or gather what stands at its owner.
COPIES = re.compile(
    r"staging|drpharmacy|clearchemist|qxmd|researcher\.life|medluna|meddatax|withpower|trials\.co|ebusca|openaire|pkc-signal"
    r"|myeczemateam|healthytoday|rxlist|berkeleywellness|genetherapynet|drugdu|epocrates|thepharmaletter|scite\.ai"
)


def test_a_source_stands_at_its_owner_and_not_at_a_copy() -> None:
    addresses = [source.address or "" for source in _sources()]
    addresses += [one.address for scale in scales().values() for one in scale.bands]
    addresses += [scale.source for scale in scales().values()]
    assert [address for address in addresses if COPIES.search(address)] == []


def test_a_record_is_said_to_tell_which_way_a_number_went() -> None:
    text = _one_line(_lesson("your-record"))
    assert "fell, rose or stayed level, or that this cannot be told" in text
    assert "verdict" not in " ".join(
        map(_one_line, _lessons())
    )  # beside a sentence that says "fell", it would be false


# ---- what must not get lost


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("ox40-ligand", r"still being studied"),
        ("ox40-ligand", r"24 weeks of data do not show that the body fights germs"),
        ("ox40-ligand", r"long-term risks of infection and cancer are still being studied"),
        ("phase-3-studies", r"COAST 1, about 1 in 5 .* 1 in 11 with placebo"),
        ("phase-3-studies", r"COAST 2 it was about 1 in 4 .* 1 in 7 with placebo"),
        ("phase-3-studies", r"COAST 2 met its goal for the US\. It did not meet its two goals for the EU"),
        ("phase-3-studies", r"could not find Numbers for itch"),
        ("phase-3-studies", r"12 years old or more"),
        (
            "phase-3-studies",
            r"EASI: .* 36 to 39 of 100 .* IGA: .* 21 to 26 of 100 .* Itch .* no number\. .* Safety .* rare",
        ),
        ("week-24", r"This is not proven"),
        ("week-24", r"still to come .* RIVER-AD .* Approval\. The company planned to ask"),
        ("treatments", r"Adtralza.*baricitinib \(Olumiant\).*ciclosporin, methotrexate"),
        ("scores", r"carers answered for children under 12\. For older people it may not fit"),
        ("week-24", r"Other drugs do this too"),
        ("treatments", r"relay inside the cell"),
        ("treatments", r"boxed warning"),
        ("safety", r"3 March 2026 .* Kaposi sarcoma"),
        ("safety", r"That does not prove that there is no risk"),
        ("safety", r"was not approved"),
        ("your-record", r"One bad day is not a trend"),
        ("your-record", r"fewer than 4 days"),
        ("your-record", r"2, 3 or 4 points"),
        (
            "help",
            r"adrenaline pen at once .* Lie flat with your legs raised\. If you are pregnant, lie on your left side",
        ),
        ("help", r"No better after 5 minutes, or worse\? Use a second adrenaline pen"),
        ("help", r"Do not stand up"),
        ("help", r"988"),
        ("help", r"116 123"),
        ("help", r"does not watch what you write"),
        ("about", r"not meant for finding out what you have"),
    ],
)
def test_a_fact_that_matters_is_said(key: str, said: str) -> None:
    assert re.search(said, _one_line(_lesson(key)))


def test_help_begins_with_what_cannot_wait() -> None:
    urgency = [block.urgency for block in _lesson("help").body if isinstance(block, HelpCard)]
    assert urgency == sorted(urgency, key=list(Urgency).index)
    assert set(urgency) == set(Urgency)


def test_the_disclaimer_stands_word_for_word_in_the_lesson_about_the_app() -> None:
    assert Texts().say("disclaimer.long") in plain_text(_lesson("about"))


@pytest.mark.parametrize("length", ["long", "short"])
def test_a_disclaimer_says_what_it_is_not_and_whom_to_ask(length: str) -> None:
    text = Texts().say(f"disclaimer.{length}")
    assert "not medical advice" in text
    assert "licensed healthcare provider" in text
    assert re.search(r"[Bb]efore you start,? (or )?change", text)
