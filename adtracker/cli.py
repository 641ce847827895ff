"""The command line: has done what is asked, and turns what went wrong into a sentence and an exit code.

Each command is imported when it is asked for: none waits for what another one needs.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from adtracker import __version__, language, logs, paths, settings
from adtracker.clock import local_now
from adtracker.commands.context import FAILED, FINE, WRONG_USAGE, CommandContext, Secrets, UsageError, write_line
from adtracker.errors import AdtrackerError
from adtracker.resources import Texts, speak

INTERRUPTED = 130
# A command ends before there is much to clear away: looking for it as often as usual takes a twelfth of its time.
SELDOM = 100_000
Clock = Callable[[], datetime]


def main(arguments: Sequence[str] | None = None, now: Clock = local_now) -> int:
    """Do what the words of the command line ask; the exit code (`--help` lists them)."""
    speak(language.chosen(settings.load(paths.settings_file()).language, language.wished(os.environ)))
    texts = Texts()
    try:
        return _guarded(arguments, texts, now)
    except BrokenPipeError:  # whoever read the output has enough
        _drop_output()
        return FINE
    except OSError as error:
        _drop_output()
        return _complain(texts.say("cli.system", reason=error.strerror or error), FAILED)


def _guarded(arguments: Sequence[str] | None, texts: Texts, now: Clock) -> int:
    """Do it, with every failure but the output's own turned into a sentence."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        code = _carry_out(arguments, texts, now)
    except SystemExit as done:  # argparse: --help, --version, wrong usage
        code = done.code if isinstance(done.code, int) else FINE
    except KeyboardInterrupt:
        code = _complain(texts.say("cli.interrupted"), INTERRUPTED)
    except UsageError as error:
        code = _complain(texts.say(f"cli.{error.key}", **error.values), WRONG_USAGE)
    except AdtrackerError as error:
        code = _complain(texts.error(error), FAILED)
    except OSError:
        raise
    except Exception as error:  # our own fault: noted where it can be found, without the diary's content
        logs.fault(error, __version__)
        code = _complain(texts.say("cli.fault", log=paths.log_file()), FAILED)
    if sys.stdout is not None:
        sys.stdout.flush()
    return code


def _carry_out(arguments: Sequence[str] | None, texts: Texts, now: Clock) -> int:
    words = sys.argv[1:] if arguments is None else arguments
    if not words:  # the window, without what commands need: it opens sooner
        return _run(None)
    if _is_diary(words):
        return _run(Path(words[0]))
    collected = gc.get_threshold()
    gc.set_threshold(SELDOM)
    from adtracker.commands.options import QUICK, RUN, build_parser

    options = build_parser(texts, words[0]).parse_args(words)
    if options.command in (RUN, QUICK) and not options.version:
        gc.set_threshold(*collected)
        return (_run if options.command == RUN else _ask_quickly)(options.diary)
    logs.start(paths.log_file())
    chosen = settings.load(paths.settings_file())
    usual = Path(chosen.diary) if chosen.diary else paths.default_diary()
    if options.version:
        return _version(CommandContext(texts, chosen, usual, now))
    secrets = _secrets(options)
    return COMMANDS[options.command](options, CommandContext(texts, chosen, options.diary or usual, now, secrets))


def _is_diary(words: Sequence[str]) -> bool:
    """Whether a diary is all that was said: so a desktop starts the program when one is double-clicked."""
    return len(words) == 1 and not words[0].startswith("-") and words[0].lower().endswith(paths.DIARY_SUFFIX)


def _version(desk: CommandContext) -> int:
    from adtracker.commands import version

    return version.run(desk)


def _secrets(options: Namespace) -> Secrets:
    if options.password_fd is None and options.words_fd is None:
        return Secrets()
    from adtracker.commands.access import read_secrets

    return read_secrets(options.password_fd, options.words_fd)


def _run(diary: Path | None) -> int:
    from adtracker.app import run_window

    logs.start(paths.log_file())
    return run_window(diary, settings.load(paths.settings_file()))


def _ask_quickly(diary: Path | None) -> int:
    """The small window, and the whole one if that is wanted then."""
    from adtracker.ui.shell.quick.run import ask_quickly

    logs.start(paths.log_file())
    begun = ask_quickly(diary, settings.load(paths.settings_file()), local_now)
    if begun is None:
        return FINE
    from adtracker.app import go_on

    return go_on(begun)


def _complain(sentence: str, code: int) -> int:
    write_line(sys.stderr, sentence)
    return code


def _drop_output() -> None:
    """Send what is still to be written nowhere, or Python would complain about it when it ends."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _report(options: Namespace, desk: CommandContext) -> int:
    from adtracker.commands import report
    from adtracker.commands.options import PARTS
    from adtracker.queries.report import Parts

    left_out = {PARTS[name]: False for name in options.without}
    added = {"notes": options.notes, "photos": options.photos, "tried": options.tried, "ranges": options.ranges}
    files = {"data": options.data in ("csv", "all"), "fhir": options.data in ("fhir", "all")}
    parts = Parts(**added, **files, **left_out)
    wanted = report.Wanted(options.first, options.last, options.paper, parts)
    return report.run(desk, target=options.output, wanted=wanted)


def _tried(options: Namespace, desk: CommandContext) -> int:
    from adtracker.commands import tried

    return tried.run(desk, target=options.output, paper=options.paper)


def _start_sheet(options: Namespace, desk: CommandContext) -> int:
    from adtracker.commands import start_sheet

    wanted = start_sheet.Wanted(
        numbers=options.numbers,
        questions=options.question,
        yes_no=options.yes_no,
        weekday=options.weekly,
        drug=options.course,
        first_day=options.first_day,
        weeks=options.weeks,
        visit=options.visit,
        until=options.until,
        paper=options.paper,
    )
    return start_sheet.run(desk, target=options.output, wanted=wanted)


def _sheet(options: Namespace, desk: CommandContext) -> int:
    from adtracker.commands import sheet

    wanted = sheet.Wanted(options.first, options.days, options.paper, options.large)
    return sheet.run(desk, target=options.output, wanted=wanted)


def _export(options: Namespace, desk: CommandContext) -> int:
    from adtracker.commands import export

    return export.run(desk, form=options.format, target=options.output)


def _archive(options: Namespace, desk: CommandContext) -> int:
    from adtracker.commands import archive

    return archive.run(desk, target=options.output, paper=options.paper)


def _import(options: Namespace, desk: CommandContext) -> int:
    from adtracker.commands import import_command as take_in

    how = take_in.How(
        overwrite=options.replace,
        clear_blank=options.clear_empty,
        dates=options.dates,
        recipe=options.recipe,
        guess=options.guess,
        only_look=options.look,
        keep_as=options.keep_as,
        several=options.several,
        day_starts=options.day_starts,
    )
    return take_in.run(desk, file=options.file, how=how)


def _read(options: Namespace, desk: CommandContext) -> int:
    from adtracker.commands import read

    how = read.How(overwrite=options.replace, other_diary=options.other_diary, only_look=options.look)
    return read.run(desk, files=options.files, how=how)


def _check(_options: Namespace, desk: CommandContext) -> int:
    from adtracker.commands import check

    return check.run(desk)


def _salvage(options: Namespace, desk: CommandContext) -> int:
    from adtracker.commands import salvage

    return salvage.run(desk, target=options.output)


def _backup(options: Namespace, desk: CommandContext) -> int:
    from adtracker.commands import copies

    return copies.back_up(desk, to=options.to)


def _backups(options: Namespace, desk: CommandContext) -> int:
    from adtracker.commands import copies

    return copies.show(desk, as_json=options.json, with_check=options.check)


def _restore(options: Namespace, desk: CommandContext) -> int:
    from adtracker.commands import copies

    return copies.restore(desk, name=options.copy)


def _summary(options: Namespace, desk: CommandContext) -> int:
    from adtracker.commands.summary import command

    return command.run(desk, start=options.start, as_json=options.json, with_together=options.together)


def _calendar(options: Namespace, desk: CommandContext) -> int:
    from adtracker.commands import calendar

    return calendar.run(desk, target=options.output, at=options.time, without=options.without)


def _protect(options: Namespace, desk: CommandContext) -> int:
    from adtracker.commands import protect

    return protect.protect(desk, words=options.words, files=options.old_files)


def _unprotect(_options: Namespace, desk: CommandContext) -> int:
    from adtracker.commands import protect

    return protect.unprotect(desk)


def _password(options: Namespace, desk: CommandContext) -> int:
    from adtracker.commands import protect

    return protect.password(desk, is_with_key=options.new_words, words=options.words)


def _demo(options: Namespace, desk: CommandContext) -> int:
    from adtracker.commands import demo

    return demo.run(desk, folder=options.folder, only_pictures=options.screens)


COMMANDS: dict[str, Callable[[Namespace, CommandContext], int]] = {
    "report": _report,
    "tried": _tried,
    "start-sheet": _start_sheet,
    "sheet": _sheet,
    "export": _export,
    "archive": _archive,
    "import": _import,
    "read": _read,
    "check": _check,
    "salvage": _salvage,
    "backup": _backup,
    "backups": _backups,
    "restore": _restore,
    "summary": _summary,
    "calendar": _calendar,
    "protect": _protect,
    "unprotect": _unprotect,
    "password": _password,
    "demo": _demo,
}
