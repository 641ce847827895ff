"""The words of the command line, and what each may be followed by."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from typing import Any, NoReturn

from adtracker import resources
from adtracker.commands.context import WRONG_USAGE
from adtracker.commands.parser_words import speak
from adtracker.domain.common.date_order import DateOrder
from adtracker.domain.common.measure import MEASURES
from adtracker.domain.common.period import check_calendar_day
from adtracker.domain.common.problem import Problem
from adtracker.domain.intake.several import CHOICES
from adtracker.exchange.formats import FORMATS
from adtracker.exchange.values import read_day
from adtracker.language import begun
from adtracker.resources import Texts
from adtracker.settings import DAY_STARTS

RUN, QUICK = "run", "quick"
# The parts of a report that are in it unless said otherwise, as `--without` calls them and as `Parts` does.
PARTS = {
    "summary": "summary",
    "weeks": "weekly_table",
    "treatments": "treatments",
    "visits": "happened",
    "details": "details",
}


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one line, not with the whole usage before it."""

    def error(self, message: str) -> NoReturn:
        """Print what was wrong, and stop."""
        self.exit(WRONG_USAGE, f"{self.prog}: {message} ({self.prog} --help)\n")

    def add_argument(self, *names: Any, **how: Any) -> argparse.Action:
        """The same as ever, with what stands for a value (`metavar`) in the language that is spoken."""
        if "metavar" in how:
            how["metavar"] = _stand_in(how["metavar"])
        return super().add_argument(*names, **how)


def build_parser(texts: Texts, wanted: str = "") -> Parser:
    """The parser; the parsed `command` is RUN where none is given.

    Where the name of a command is `wanted`, of all commands only this one is in it: the rest takes time to build.
    """
    speak(texts)
    help_ = partial(_help, texts)
    parser = Parser(
        prog="adtracker",
        description=help_("program"),
        epilog=help_("exit_codes"),
        allow_abbrev=False,
    )
    parser.set_defaults(command=RUN)
    _diary(parser, texts, None)
    parser.add_argument("--version", action="store_true", help=help_("version"))
    commands = parser.add_subparsers(metavar=_stand_in("COMMAND"))

    def add(name: str, more: str = "") -> Parser:
        """A command that has its help under its name, and `--diary`."""
        said = help_(name)
        description = f"{begun(said)}. {help_(more) if more else ''}"
        made = commands.add_parser(name, help=said, description=description, allow_abbrev=False)
        made.set_defaults(command=name)
        # Left unset where it is not given here, so that it does not undo what stands before the command.
        _diary(made, texts, argparse.SUPPRESS)
        if name not in (RUN, QUICK):
            made.add_argument("--password-fd", metavar="N", type=int, help=help_("password_fd"))
            made.add_argument("--words-fd", metavar="N", type=int, help=help_("words_fd"))
        return made

    for name in [wanted] if wanted in _COMMANDS else _COMMANDS:
        more, add_options = _COMMANDS[name]
        add_options(add(name, more), texts)
    return parser


def _stand_in(word: str) -> str:
    return str(resources.texts().table("cli")["stand_ins"].get(word, word))


def _help(texts: Texts, key: str) -> str:
    columns = ", ".join(measure.key for measure in MEASURES)
    return texts.say(f"cli.help.{key.replace('-', '_')}", measures=columns).replace("%", "%%")


def _diary(parser: Parser, texts: Texts, default: str | None) -> None:
    parser.add_argument("--diary", metavar="FILE", type=Path, default=default, help=_help(texts, "diary"))


def _report(parser: Parser, texts: Texts) -> None:
    parser.add_argument("-o", "--output", metavar="FILE", required=True, help=_help(texts, "pdf"))
    day = partial(_day, texts)
    parser.add_argument("--from", dest="first", metavar="DATE", type=day, help=_help(texts, "from"))
    parser.add_argument("--to", dest="last", metavar="DATE", type=day, help=_help(texts, "to"))
    _paper(parser, texts)
    parser.add_argument("--data", choices=("none", "csv", "fhir", "all"), default="csv", help=_help(texts, "data"))
    parser.add_argument("--notes", action="store_true", help=_help(texts, "notes"))
    parser.add_argument("--photos", action="store_true", help=_help(texts, "photos"))
    parser.add_argument("--tried", action="store_true", help=_help(texts, "with_tried"))
    parser.add_argument("--ranges", action="store_true", help=_help(texts, "ranges"))
    parser.add_argument("--without", action="append", default=[], choices=tuple(PARTS), help=_help(texts, "without"))


def _tried(parser: Parser, texts: Texts) -> None:
    parser.add_argument("-o", "--output", metavar="FILE", required=True, help=_help(texts, "pdf"))
    _paper(parser, texts)


def _start_sheet(parser: Parser, texts: Texts) -> None:
    from adtracker.domain.intake.clinic_start import ITCH, NUMBERS, SLEEP, WEEKDAYS  # noqa: PLC0415 -- for it alone

    parser.add_argument("-o", "--output", metavar="FILE", required=True, help=_help(texts, "pdf"))
    day = partial(_day, texts)
    parser.add_argument("--numbers", nargs="+", choices=NUMBERS, default=[ITCH, SLEEP], help=_help(texts, "numbers"))
    parser.add_argument("--question", action="append", default=[], metavar="TEXT", help=_help(texts, "question"))
    parser.add_argument("--yes-no", action="append", default=[], metavar="TEXT", help=_help(texts, "yes_no"))
    parser.add_argument("--weekly", choices=WEEKDAYS, metavar="WEEKDAY", help=_help(texts, "weekly"))
    parser.add_argument("--course", metavar="DRUG", help=_help(texts, "course"))
    parser.add_argument("--first-day", metavar="DATE", type=day, help=_help(texts, "first_day"))
    parser.add_argument("--weeks", metavar="N", type=int, help=_help(texts, "weeks"))
    parser.add_argument("--visit", metavar="DATE", type=day, help=_help(texts, "visit"))
    parser.add_argument("--until", metavar="DATE", type=day, help=_help(texts, "until"))
    _paper(parser, texts)


def _sheet(parser: Parser, texts: Texts) -> None:
    parser.add_argument("-o", "--output", metavar="FILE", required=True, help=_help(texts, "pdf"))
    day = partial(_day, texts)
    parser.add_argument("--from", dest="first", metavar="DATE", type=day, help=_help(texts, "sheet_from"))
    parser.add_argument("--days", metavar="N", type=int, default=14, help=_help(texts, "sheet_days"))
    parser.add_argument("--large", action="store_true", help=_help(texts, "large"))
    _paper(parser, texts)


def _calendar(parser: Parser, texts: Texts) -> None:
    from adtracker.domain.views.calendar import EVENING, Slot  # noqa: PLC0415 -- for it alone

    parser.add_argument("-o", "--output", metavar="FILE", required=True, help=_help(texts, "calendar_file"))
    hour = partial(_time, texts)
    parser.add_argument("--time", metavar="HH:MM", type=hour, default=EVENING, help=_help(texts, "time"))
    names = [slot.value for slot in Slot]
    parser.add_argument("--without", action="append", default=[], choices=names, help=_help(texts, "without_slot"))


def _paper(parser: Parser, texts: Texts) -> None:
    parser.add_argument("--paper", choices=("a4", "us-letter"), default="a4", help=_help(texts, "paper"))


def _export(parser: Parser, texts: Texts) -> None:
    parser.add_argument("--format", choices=FORMATS, required=True, help=_help(texts, "format"))
    parser.add_argument("-o", "--output", metavar="FILE", required=True, help=_help(texts, "output"))


def _archive(parser: Parser, texts: Texts) -> None:
    parser.add_argument("-o", "--output", metavar="ZIP", type=Path, required=True, help=_help(texts, "zip"))
    _paper(parser, texts)


def _import(parser: Parser, texts: Texts) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help=_help(texts, "file"))
    parser.add_argument("--replace", action="store_true", help=_help(texts, "replace"))
    parser.add_argument("--clear-empty", action="store_true", help=_help(texts, "clear_empty"))
    orders = [order.value for order in DateOrder]
    parser.add_argument("--dates", choices=orders, help=_help(texts, "dates"))
    parser.add_argument("--recipe", metavar="NAME", help=_help(texts, "recipe"))
    several = [one.value for one in CHOICES]
    parser.add_argument("--several", choices=several, help=_help(texts, "several"))
    parser.add_argument("--day-starts", choices=DAY_STARTS, metavar="HH:MM", help=_help(texts, "day_starts"))
    parser.add_argument("--guess", action="store_true", help=_help(texts, "guess"))
    parser.add_argument("--look", action="store_true", help=_help(texts, "look"))
    parser.add_argument("--keep-as", metavar="NAME", help=_help(texts, "keep_as"))


def _read(parser: Parser, texts: Texts) -> None:
    parser.add_argument("files", metavar="FILE", type=Path, nargs="+", help=_help(texts, "sheet_files"))
    parser.add_argument("--replace", action="store_true", help=_help(texts, "replace"))
    parser.add_argument("--look", action="store_true", help=_help(texts, "look"))
    parser.add_argument("--other-diary", action="store_true", help=_help(texts, "other_diary"))


def _salvage(parser: Parser, texts: Texts) -> None:
    parser.add_argument("-o", "--output", metavar="NEW", type=Path, required=True, help=_help(texts, "new_diary"))


def _summary(parser: Parser, texts: Texts) -> None:
    parser.add_argument("--json", action="store_true", help=_help(texts, "json"))
    parser.add_argument("--together", action="store_true", help=_help(texts, "together"))
    parser.add_argument("--start", metavar="DATE", type=partial(_day, texts), help=_help(texts, "start"))


def _backup(parser: Parser, texts: Texts) -> None:
    parser.add_argument("--to", metavar="DIR", type=Path, help=_help(texts, "to_folder"))


def _backups(parser: Parser, texts: Texts) -> None:
    parser.add_argument("--json", action="store_true", help=_help(texts, "json"))
    parser.add_argument("--check", action="store_true", help=_help(texts, "check_copies"))


def _restore(parser: Parser, texts: Texts) -> None:
    parser.add_argument("--copy", metavar="NAME", help=_help(texts, "copy"))


def _demo(parser: Parser, texts: Texts) -> None:
    parser.add_argument("folder", metavar="DIR", type=Path, help=_help(texts, "folder"))
    parser.add_argument("--screens", action="store_true", help=_help(texts, "screens"))


def _protect(parser: Parser, texts: Texts) -> None:
    parser.add_argument("--words", metavar="FILE", type=Path, help=_help(texts, "words"))
    parser.add_argument("--old-files", choices=("encrypt", "remove"), help=_help(texts, "old_files"))


def _password(parser: Parser, texts: Texts) -> None:
    parser.add_argument("--new-words", action="store_true", help=_help(texts, "new_words"))
    parser.add_argument("--words", metavar="FILE", type=Path, help=_help(texts, "words"))


def _day(texts: Texts, text: str) -> date:
    """A day that a diary or a course can have."""
    problems: list[Problem] = []
    day = read_day("date", text, problems)
    if day is not None:
        problems += check_calendar_day("date", day)
    if day is None or problems:
        raise argparse.ArgumentTypeError(texts.problem(problems[0]))
    return day


def _time(texts: Texts, text: str) -> time:
    """A time of the day, in hours and minutes."""
    with suppress(ValueError):
        return datetime.strptime(text, "%H:%M").time()  # noqa: DTZ007 -- it has no day, so no zone
    raise argparse.ArgumentTypeError(texts.problem(Problem("time", "not_a_time", {"text": text})))


def _nothing(_parser: Parser, _texts: Texts) -> None:
    """What takes no words of its own."""


# The commands, in the order of the help, each with what is said further about it and what adds its own words.
_COMMANDS: dict[str, tuple[str, Callable[[Parser, Texts], None]]] = {
    RUN: ("", _nothing),
    QUICK: ("quick_more", _nothing),
    "report": ("", _report),
    "tried": ("", _tried),
    "start-sheet": ("start_sheet_more", _start_sheet),
    "sheet": ("sheet_more", _sheet),
    "export": ("export_more", _export),
    "archive": ("archive_more", _archive),
    "import": ("import_more", _import),
    "read": ("read_more", _read),
    "check": ("", _nothing),
    "salvage": ("salvage_more", _salvage),
    "backup": ("backup_more", _backup),
    "backups": ("", _backups),
    "restore": ("restore_more", _restore),
    "summary": ("", _summary),
    "calendar": ("calendar_more", _calendar),
    "protect": ("protect_more", _protect),
    "unprotect": ("unprotect_more", _nothing),
    "password": ("password_more", _password),
    "demo": ("", _demo),
}
