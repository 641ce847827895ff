"""The catalogues of the languages: gathers what is said in English, and makes what the program reads.

    python3 packaging/dev.py words           bring every catalogue up to date, and say what each one lacks
    python3 packaging/dev.py words CODE      begin the catalogue of a new language, such as it

A catalogue is `resources/language/CODE.po`; translators open it with any tool for gettext, such as Poedit. What the
program reads is made from it beside it (`CODE.mo`), is no part of the repository, and is made whenever it is older.
"""

import os
import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel import localedata
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # the backend loads this file by its path alone

from adtracker import translating  # noqa: E402

FOLDER = Path("resources", "language")
KEYWORDS = {"tr": None, "tr_count": (1, 2), "tr_as": ((1, "c"), 2)}
# A comment that begins so, above a sentence in the code, is shown to translators.
COMMENTS = ("Translators:",)
_WIDTH = 110
_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)


def template(root: Path = ROOT) -> Catalog:
    """Everything that is said in English, in the code and in the texts, without any translation."""
    made = Catalog(project="adtracker", charset="utf-8", fuzzy=False)
    code = extract_from_dir(str(root / "adtracker"), keywords=KEYWORDS, comment_tags=COMMENTS)
    for name, _line, sentence, comments, place in sorted(code, key=_order):
        made.add(sentence, locations=[(f"adtracker/{name}", 1)], auto_comments=comments, context=place)
    for file, words, begin in _tables(root / "resources"):
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        for word in translating.gathered(table, words, begin):
            sentence = (word.english, word.many) if word.many else word.english
            made.add(sentence, locations=[(file.relative_to(root).as_posix(), 1)], context=word.place)
    return made


def _order(found: tuple[str, int, str | tuple[str, ...], list[str], str | None]) -> tuple[str, int, str]:
    """By file, line and sentence; on one line may stand one with a count beside one without."""
    return found[0], found[1], _english(found[2])


def _tables(resources: Path) -> Iterator[tuple[Path, translating.Words, str]]:
    for file in sorted((resources / "text" / "en").glob("*.toml")):
        yield file, translating.TEXTS, file.stem
    for file in sorted((resources / "lessons" / "en").glob("*.toml")):
        yield file, translating.LESSONS, f"lessons.{file.stem}"
    yield resources / "instruments" / "scores.toml", translating.SCORES, "scores"


def read(file: Path) -> Catalog:
    """One catalogue."""
    with file.open("rb") as stream:
        return read_po(stream, locale=file.stem)


def lacking(catalogue: Catalog) -> list[str]:
    """What a catalogue has no words for yet, in English."""
    return [_english(one.id) for one in catalogue if one.id and (one.fuzzy or not _is_said(one.string))]


def _is_said(string: str | tuple[str, ...] | list[str] | None) -> bool:
    return bool(string) if isinstance(string, str | None) else all(string)


def _english(sentence: str | tuple[str, ...] | list[str]) -> str:
    return sentence if isinstance(sentence, str) else sentence[0]


def bring_up_to_date(root: Path, code: str = "") -> None:
    """Give every catalogue the sentences of today; `code` is that of one to begin."""
    folder, now = root / FOLDER, template(root)
    folder.mkdir(exist_ok=True)
    files = sorted(folder.glob("*.po"))
    if code and not (folder / f"{code}.po").exists():
        if not localedata.exists(code):
            sys.exit(f"{code} is no code of a language, such as it.")
        files.append(folder / f"{code}.po")
    for file in files:
        held = read(file) if file.exists() else Catalog(locale=file.stem, project="adtracker", fuzzy=False)
        held.update(now, no_fuzzy_matching=True, update_header_comment=False, keep_user_comments=True)
        held.obsolete.clear()
        write(held, file)
        missing = lacking(held)
        print(f"{file.stem}: {len(held) - len(missing)} of {len(held)} sentences")


def write(catalogue: Catalog, file: Path) -> None:
    """Write a catalogue so that the same words give the same bytes."""
    made = BytesIO()
    write_po(made, catalogue, width=_WIDTH, include_lineno=False, sort_output=False, omit_header=False)
    lines = made.getvalue().decode().splitlines(keepends=True)
    dated = ('"POT-Creation-Date', '"PO-Revision-Date', '"Generated-By')
    file.write_text("".join(line for line in lines if not line.startswith(dated)), encoding="utf-8")


def make(root: Path) -> None:
    """Make what the program reads of every catalogue that is newer than that."""
    for file in sorted((root / FOLDER).glob("*.po")):
        made = file.with_suffix(".mo")
        if made.exists() and made.stat().st_mtime_ns >= file.stat().st_mtime_ns:
            continue
        content, catalogue = BytesIO(), read(file)
        catalogue.creation_date = catalogue.revision_date = _NO_DAY  # the same words give the same bytes
        write_mo(content, catalogue)
        whole = made.with_name(f"{made.name}.{os.getpid()}")  # several may do so at once
        whole.write_bytes(content.getvalue())
        whole.replace(made)


if __name__ == "__main__":
    if sys.argv[1:2] == ["make"]:
        make(ROOT)
    else:
        bring_up_to_date(ROOT, *sys.argv[1:2])
        make(ROOT)
