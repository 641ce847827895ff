"""A lesson file becomes a value or a complaint that says where to look; a search finds what a person means."""

import json
import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adtracker.domain.lessons.block import (
    Block,
    Box,
    Bullets,
    Figure,
    Heading,
    HelpCard,
    Link,
    Note,
    Paragraph,
    Table,
    Urgency,
    block_text,
)
from adtracker.domain.lessons.lesson import (
    Lesson,
    Source,
    SourceKind,
    Term,
    glossary,
    parse_lesson,
    plain_text,
    search,
)
from adtracker.domain.lessons.text import Run, Style, Text, parse_text, plain

HEAD = 'id = "a"\ntitle = "A"\norder = 1\nreviewed = "2026-11"\n'
SOURCE = '[[sources]]\nid = "s"\ntitle = "T"\nby = "B"\nchecked = "2026-03"\nkind = "study"\n'
BOX = '{ id = "one", label = "One", colour = "itch" }'
FIGURE = f'[[body]]\nfigure = "F"\nalternative = "A"\nboxes = [{BOX}]\n'


def _lesson(key: str, order: int, title: str, *paragraphs: str) -> Lesson:
    body = tuple(Paragraph(parse_text(paragraph)) for paragraph in paragraphs)
    return Lesson(key, title, order, date(2026, 11, 1), body, (), ())


def _keys(lessons: list[Lesson]) -> list[str]:
    return [lesson.key for lesson in lessons]


# ---- running text


def test_bold_words_and_terms_are_runs_and_everything_else_is_plain() -> None:
    assert parse_text("\nA **bold** word,\n  a [[T cell]]\tand <b>this</b>. ") == (
        Run("A "),
        Run("bold", Style.BOLD),
        Run(" word, a "),
        Run("T cell", Style.TERM),
        Run(" and <b>this</b>."),
    )


def test_a_space_that_must_not_break_stays() -> None:
    assert plain(parse_text("24\xa0weeks")) == "24\xa0weeks"


@pytest.mark.parametrize(
    "markup", ["", " \n ", "**open", "shut]]", "[[open", "****", "**[[both]]**", "[[ x]]", "** x**", "a\0b", "a\u202eb"]
)
def test_text_that_cannot_be_meant_is_refused(markup: str) -> None:
    with pytest.raises(ValueError, match=r"not closed|empty|just inside"):
        parse_text(markup)


# ---- every kind of block, read back as it was written

LETTERS = st.characters(categories=("L", "N"), include_characters=".,'\"\\%é<&-")
WORDS = st.text(LETTERS, min_size=1, max_size=12)
LINES = st.lists(WORDS, min_size=1, max_size=4).map(" ".join)
MONTHS = st.dates(date(1990, 1, 1), date(2099, 12, 31)).map(lambda day: day.replace(day=1))
NUMBERS = st.sets(st.integers(1, 2)).map(lambda numbers: tuple(sorted(numbers)))
SPECIAL_RUNS = st.builds(Run, LINES, st.sampled_from([Style.BOLD, Style.TERM]))


@st.composite
def texts(draw: st.DrawFn) -> Text:
    runs = [Run(draw(LINES))]
    for marked in draw(st.lists(SPECIAL_RUNS, max_size=2)):
        runs += [Run(" "), marked, Run(f" {draw(LINES)}")]
    return _joined(runs)


def _joined(runs: list[Run]) -> Text:
    """Neighbours of one style are one run, as the parser makes them."""
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1].style is run.style is Style.PLAIN:
            run = Run(joined.pop().text + run.text)  # noqa: PLW2901 -- the run grows by the one before it
        joined.append(run)
    return tuple(joined)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.lists(LINES, min_size=1, max_size=3).map(tuple))
    rows = draw(st.lists(st.tuples(*(texts() for _ in columns)), min_size=1, max_size=2).map(tuple))
    return Table(draw(LINES), columns, rows, draw(NUMBERS))


@st.composite
def figures(draw: st.DrawFn) -> Figure:
    keys = draw(st.lists(WORDS, min_size=1, max_size=3, unique=True))
    colours = st.sampled_from(["accent", "itch", "sleep", "extent"])
    boxes = tuple(Box(key, draw(LINES), draw(LINES), draw(colours), draw(st.booleans())) for key in keys)
    ends = st.sampled_from(keys)
    links = draw(st.lists(st.builds(Link, ends, ends, LINES, st.booleans()), max_size=2).map(tuple))
    return Figure(draw(LINES), draw(LINES), boxes, links, draw(NUMBERS))


SEVERAL = st.lists(texts(), min_size=1, max_size=3).map(tuple)
BLOCKS = st.one_of(
    st.builds(Paragraph, texts(), NUMBERS),
    st.builds(Heading, LINES),
    st.builds(Bullets, SEVERAL, NUMBERS),
    st.builds(Note, LINES, texts(), NUMBERS),
    st.builds(HelpCard, LINES, st.sampled_from(Urgency), SEVERAL, SEVERAL, NUMBERS),
    tables(),
    figures(),
)
ADDRESSES = st.none() | st.from_regex(r"https?://[a-z]{1,9}\.org/[!-~]{0,9}", fullmatch=True)
LESSONS = st.builds(
    Lesson,
    key=WORDS,
    title=LINES,
    order=st.integers(0, 999),
    reviewed=MONTHS,
    body=st.lists(BLOCKS, max_size=5).map(tuple),
    terms=st.lists(st.builds(Term, LINES, st.lists(LINES, max_size=2).map(tuple), texts()), max_size=2).map(tuple),
    sources=st.tuples(
        *(st.builds(Source, st.just(key), LINES, LINES, ADDRESSES, MONTHS, st.sampled_from(SourceKind)) for key in "xy")
    ),
)


@pytest.mark.slow
@settings(max_examples=40)
@given(LESSONS)
def test_a_lesson_written_out_is_read_back_the_same(lesson: Lesson) -> None:
    assert parse_lesson(_written(lesson)) == lesson


def _written(lesson: Lesson) -> str:
    """A lesson as a file. JSON's strings, numbers and lists are TOML's too."""
    parts = [_lines(id=lesson.key, title=lesson.title, order=lesson.order, reviewed=f"{lesson.reviewed:%Y-%m}")]
    parts += ["[[body]]\n" + _block(block) for block in lesson.body]
    parts += [
        "[[terms]]\n" + _lines(name=term.name, also=term.also, meaning=_markup(term.meaning)) for term in lesson.terms
    ]
    for source in lesson.sources:
        address = {} if source.address is None else {"address": source.address}
        checked, kind = f"{source.checked:%Y-%m}", source.kind.value
        values = {"id": source.key, "title": source.title, "by": source.by, "checked": checked, "kind": kind}
        parts.append("[[sources]]\n" + _lines(**values, **address))
    return "\n".join(parts)


def _block(block: Block) -> str:
    cited = {"sources": ["xy"[number - 1] for number in getattr(block, "sources", ())]}
    values: dict[str, object]
    match block:
        case Paragraph():
            values = {"paragraph": _markup(block.text)}
        case Heading():
            values, cited = {"heading": block.title}, {}
        case Bullets():
            values = {"list": _markups(block.items)}
        case Note():
            values = {"title": block.title, "note": _markup(block.text)}
        case Table():
            values = {"table": block.caption, "columns": block.columns, "rows": [*map(_markups, block.rows)]}
        case HelpCard():
            values = {"help": block.title, "urgency": block.urgency.value}
            values |= {"signs": _markups(block.signs), "steps": _markups(block.steps)}
        case Figure():
            return _figure(block, cited)
    return _lines(**values, **cited)


def _figure(block: Figure, cited: dict[str, list[str]]) -> str:
    boxes = [
        _inline(id=box.key, label=box.label, detail=box.detail, colour=box.colour, filled=box.filled)
        for box in block.boxes
    ]
    links = [
        _inline(**{"from": link.start, "to": link.end}, blocked=link.blocked, quiet=link.quiet) for link in block.links
    ]
    head = _lines(figure=block.caption, alternative=block.alternative, **cited)
    return f"{head}boxes = [{', '.join(boxes)}]\nlinks = [{', '.join(links)}]\n"


def _lines(**values: object) -> str:
    return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())


def _inline(**values: object) -> str:
    return "{" + ", ".join(f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()) + "}"


def _markups(texts: tuple[Text, ...]) -> list[str]:
    return [_markup(text) for text in texts]


def _markup(text: Text) -> str:
    marks = {Style.PLAIN: ("", ""), Style.BOLD: ("**", "**"), Style.TERM: ("[[", "]]")}
    return "".join(marks[run.style][0] + run.text + marks[run.style][1] for run in text)


# ---- complaints


def test_sources_are_numbered_in_the_order_of_the_file() -> None:
    second = SOURCE.replace('"s"', '"t"')
    lesson = parse_lesson(HEAD + '[[body]]\nparagraph = "P."\nsources = ["t", "s", "t"]\n' + SOURCE + second)
    assert [source.key for source in lesson.sources] == ["s", "t"]
    assert lesson.body == (Paragraph((Run("P."),), (1, 2)),)


def test_a_note_has_a_title_of_its_own_unless_it_is_given_one() -> None:
    lesson = parse_lesson(HEAD + '[[body]]\nnote = "N."\n[[body]]\ntitle = "Mind"\nnote = "N."\n')
    assert [block.title for block in lesson.body if isinstance(block, Note)] == ["Good to know", "Mind"]


@pytest.mark.parametrize(
    ("file", "complaint"),
    [
        ("id = 1\ntitle = \n", "line 2, column 9"),
        (HEAD.replace('"A"', "7"), "title must be a text"),
        (HEAD.replace('title = "A"\n', ""), "title is missing"),
        (HEAD.replace('"A"', '" "'), "title is empty"),
        (HEAD.replace("1\n", "true\n"), "order must be a whole number"),
        (HEAD.replace("2026-11", "2026-13"), "reviewed must be a month such as 2026-03"),
        (HEAD + 'colour = "red"\n', "unknown key “colour”"),
        (HEAD + "body = [1]\n", "body must be a list of tables"),
        (HEAD + "[body]\n", "body must be a list"),
        (HEAD + '[[body]]\npargraph = "P."\n', "line 5, body 1: body needs one of the keys paragraph,"),
        (
            HEAD + '[[body]]\nheading = "H"\n\n[[body]] # two\nparagraph = "**P."\n',
            "line 8, body 2: paragraph has a mark",
        ),
        (HEAD + '[[body]]\nparagraph = "P."\nlist = ["L."]\n', "body 1: unknown key “list”"),
        (HEAD + '[[body]]\nparagraph = "P."\nsources = ["s"]\n', "“s”, which is not a source"),
        (HEAD + '[[body]]\nheading = "H"\nsources = ["s"]\n' + SOURCE, "not with the heading"),
        (HEAD + "[[body]]\nlist = []\n", "list is empty"),
        (HEAD + '[[body]]\nlist = "L."\n', "list must be a list"),
        (
            HEAD + '[[body]]\ntable = "T"\ncolumns = ["A", "B"]\nrows = [["1", "2"], ["3"]]\n',
            "row 2, must have 2 cells",
        ),
        (HEAD + '[[body]]\ntable = "T"\nrows = [["1"]]\n', "columns are missing"),
        (HEAD + '[[body]]\nfigure = "F"\nalternative = "A"\n', "boxes are missing"),
        (HEAD + FIGURE.replace("itch", "red"), "boxes 1: colour must be one of accent, itch, sleep, extent"),
        (HEAD + FIGURE + 'links = [{ from = "one", to = "two" }]\n', "links name “two”, which is not a box"),
        (
            HEAD + '[[body]]\nhelp = "H"\nurgency = "now"\nsigns = ["S."]\nsteps = ["S."]\n',
            "one of “emergency”, “urgent”",
        ),
        (HEAD + SOURCE + SOURCE, "sources have the same id twice"),
        (HEAD + SOURCE + 'address = "javascript:alert(1)"\n', "sources 1: address must begin with http"),
        (HEAD + SOURCE + 'address = "https://a b"\n', "address must begin"),
        (HEAD + SOURCE.replace("study", "rumour"), "kind must be one of “study”"),
        (HEAD + '[[terms]]\nname = "N"\nmeaning = ""\n', "line 5, terms 1: meaning is empty"),
        (HEAD + '[[terms]]\nname = "N"\nalso = [1]\nmeaning = "M."\n', "also must be a text"),
    ],
)
def test_a_complaint_names_the_file_and_the_place_and_the_key(file: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=r"^words\.toml") as raised:
        parse_lesson(file, "words.toml")
    assert complaint in str(raised.value)


# ---- what is made of a lesson


def test_the_plain_text_has_every_word_and_no_marks() -> None:
    term = Term("flare", ("flares",), parse_text("A **bad** time."))
    cell, sign = parse_text("[[cell]]"), parse_text("Pain.")
    body: tuple[Block, ...] = (
        Heading("Head"),
        Paragraph(parse_text("Some **bold** words.")),
        Bullets((parse_text("First."), parse_text("Second."))),
        Note("Mind", parse_text("This.")),
        Table("Caption", ("Column",), ((cell,),)),
        Figure("Drawing", "What it shows.", (Box("k", "Label", "", "itch"),), ()),
        HelpCard("Help", Urgency.SOON, (sign,), (parse_text("Call."),)),
    )
    lesson = Lesson("k", "Title", 1, date(2026, 11, 1), body, (term,), ())
    lines = ["Title", "Head", "Some bold words.", "First.", "Second.", "Mind", "This.", "Caption", "Column", "cell"]
    lines += ["Drawing", "What it shows.", "Help", "Pain.", "Call.", "flare, flares: A bad time."]
    assert plain_text(lesson).splitlines() == lines
    assert block_text(body[2]) == "First.\nSecond."


def test_reading_time_is_rounded_and_never_nothing() -> None:
    assert _lesson("a", 1, "One word").minutes == 1
    assert _lesson("a", 1, "Title", "word " * 399).minutes == 2
    assert _lesson("a", 1, "Title", "word " * 401).minutes == 3


def test_a_search_puts_hits_in_the_title_first_and_then_goes_by_place() -> None:
    lessons = [
        _lesson("late", 30, "Other", "Itch at night."),
        _lesson("early", 10, "First", "An itch."),
        _lesson("titled", 20, "About itch", "Nothing more."),
        _lesson("none", 5, "Unrelated", "Nothing."),
    ]
    assert _keys(search(lessons, "ITCH")) == ["titled", "early", "late"]
    assert _keys(search(lessons, "itch nothing")) == ["titled"]
    assert _keys(search(lessons, " \t")) == ["none", "early", "titled", "late"]
    assert search(lessons, "absent") == []


@pytest.mark.parametrize(
    "query", ["ox40 ligand", "OX40-LIGAND", "cafe", "CAFÉ", "ligan", "doctors'", "week 24", "strasse"]
)
def test_a_search_does_not_mind_case_accents_hyphens_or_half_a_word(query: str) -> None:
    text = "OX40‑ligand in the café, the doctors’ week–24 view, Straße."  # noqa: RUF001 -- as typesetters write
    assert _keys(search([_lesson("a", 1, "Title", text)], query)) == ["a"]


@given(st.text(max_size=20))
def test_a_search_for_anything_at_all_finds_what_holds_every_part_of_it(query: str) -> None:
    held = _lesson("held", 1, re.sub(r"\s+", " ", query) or "-")
    assert _keys(search([held], query)) == ["held"]


def test_the_glossary_knows_every_form_whatever_its_case() -> None:
    term = Term("T cells", ("T cell",), parse_text("White blood cells."))
    words = glossary([Lesson("w", "Words", 1, date(2026, 11, 1), (), (term,), ())])
    assert words["t cells"] is words["t cell"] is term


def test_the_glossary_explains_no_word_twice() -> None:
    terms = (Term("Flare", (), parse_text("One.")), Term("bad time", ("flare",), parse_text("Two.")))
    with pytest.raises(ValueError, match="“flare” twice"):
        glossary([Lesson("w", "Words", 1, date(2026, 11, 1), (), terms, ())])
