"""A program that was built speaks every language that it has: on the command line, and in a window of its own."""

import tomllib
from datetime import UTC, datetime, timedelta
from gettext import GNUTranslations
from pathlib import Path

from proof.screen import until
from proof.walk import Findings, Walk

ROOT = Path(__file__).resolve().parents[2]
# Called like the window in which a day is two keys; it stands on the screen for the languages that come after English.
_TITLE = "Today in two numbers"
_ITCH, _SLEEP = 6, 4


def prove_languages(walk: Walk, findings: Findings) -> None:
    """Every language whose catalogue the build has made is spoken, and a day can be written in it."""
    files = sorted((ROOT / "resources" / "language").glob("*.mo"))
    sources = sorted(file.stem for file in files[0].parent.glob("*.po")) if files else []
    findings.add("languages", ", ".join(sources), bool(files) and sources == [file.stem for file in files])
    for file in files:
        with file.open("rb") as stream:
            catalogue = GNUTranslations(stream)
        _help(walk, file.stem, catalogue, findings)
        _day(walk, file.stem, catalogue, findings)


def _help(walk: Walk, code: str, catalogue: GNUTranslations, findings: Findings) -> None:
    """Each sentence of `--help` in English is there in the other language."""
    texts = tomllib.loads((ROOT / "resources" / "text" / "en" / "cli.toml").read_text(encoding="utf-8"))["help"]
    english, other = (_plain(walk.run("--help", LANGUAGE=one).stdout) for one in ("en", code))
    asked = [key for key, sentence in texts.items() if _plain(sentence) in english]
    said = [key for key in asked if _plain(catalogue.pgettext(f"cli.help.{key}", texts[key])) in other]
    left = [key for key in asked if len(texts[key]) > len(_TITLE) and _plain(texts[key]) in other]
    measure = f"{len(said)} of {len(asked)} sentences, {len(left)} in English"
    findings.add(f"--help with LANGUAGE={code}", measure, bool(asked) and said == asked and not left)


def _day(walk: Walk, code: str, catalogue: GNUTranslations, findings: Findings) -> None:
    """The window for two numbers has its title in the language, takes them, and closes itself after the second."""
    title, diary = catalogue.gettext(_TITLE), walk.place.home / f"{code}.diary"
    table = walk.place.home / "days.csv"
    # Two days ago, which today is nowhere: what is written today is not asked for.
    table.write_text(f"date,itch\n{datetime.now(UTC).date() - timedelta(days=2)},2\n", encoding="utf-8")
    there = ("--diary", walk.place.inside(diary))
    walk.run("import", walk.place.inside(table), *there)
    with walk.window(f"quick-{code}", "quick", *there, LANGUAGE=code) as (hands, window):
        shown = until(lambda: hands.title(window), "a title")
        hands.picture(walk.records / f"{walk.place.name}-quick-{code}.png")
        hands.press(window, str(_ITCH), str(_SLEEP))
    findings.add(f"window with LANGUAGE={code}", shown, title != _TITLE and title in shown)
    findings.add(f"day written in it ({code})", f"itch {_ITCH}, sleep {_SLEEP}", walk.today(*there) == (_ITCH, _SLEEP))
    for file in walk.place.home.glob(f"*{code}.diary*"):
        file.unlink()
    table.unlink()


def _plain(text: str) -> str:
    """A text without its line ends; after a hyphen a line may end, too."""
    return "".join(text.split())
