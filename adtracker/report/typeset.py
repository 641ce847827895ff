"""Runs Typst, here or in a process of its own.

Typst keeps what it laid out for the next time: 40 MB after one report, 200 MB after ten different ones, and it never
gives them back. The window therefore lets a second process do it, which ends with its memory; a command that prints one
report and ends itself has no need to. Nothing but Typst is imported here, so that the second process starts fast.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import cache, partial
from typing import Any, NamedTuple

from adtracker.errors import ReportError
from adtracker.secrecy import forbid_core_dumps
from adtracker.workers.process import ChildProcess

MAIN_FILE = "main.typ"
PACKED_WORD = "--typeset"
PATIENCE_SECONDS = 120


class Later(NamedTuple):
    """What is wanted after a job, from the same process and with the same options.

    `job` makes it, while the first one is being set already. `take` is given what came of the first one, by the thread
    that waits for both; the answer is that of the second.
    """

    job: Callable[[], Job]
    take: Callable[[list[bytes]], None]


class Job(NamedTuple):
    """What is to be set: the files that Typst sees as its folder, the folders of fonts, the day it is made, options.

    `asked` is the label of a value in the document that is wanted too. `late` gives options that are known only while
    the document is laid out already, such as how large its pages are drawn; it may wait for them. `then` is made
    after it, and is what is answered.
    """

    files: dict[str, bytes]
    fonts: tuple[str, ...]
    made: datetime
    options: dict[str, Any]
    asked: str = ""
    late: Callable[[], Mapping[str, Any]] | None = None
    then: Later | None = None

    def complete(self) -> Job:
        """The same with all its options; waits for the late ones."""
        return self if self.late is None else self._replace(options={**self.options, **self.late()}, late=None)

    def last(self) -> Job:
        """The job that is answered, by itself; waits as `complete` does."""
        job = self.complete()
        return job if job.then is None else job.then.job()._replace(options=job.options)


Typesetter = Callable[[Job], list[bytes]]


def typeset_here(job: Job) -> list[bytes]:
    """One PDF, or a picture of each page; after them the value that was asked for, as JSON.

    Other threads run meanwhile. Raises ReportError.
    """
    import typst  # noqa: PLC0415  (a compiler of 80 MB, not for every start of the program)

    @cache
    def fonts(folders: tuple[str, ...]) -> Any:
        # No others than were chosen: of bundled ones alone the page is the same on every computer.
        return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(folders))

    def set_all(job: Job) -> tuple[Job, list[bytes]]:
        alone: dict[str, Any] = {"font_paths": fonts(job.fonts), "ignore_system_fonts": True}
        # This lays the document out, which Typst then keeps to draw it.
        found = [typst.query(job.files, f"<{job.asked}>", field="value", one=True, **alone)] if job.asked else []
        job = job.complete()
        made = typst.compile(job.files, timestamp=job.made, **alone, **job.options)
        return job, [*(made if isinstance(made, list) else [made]), *(text.encode() for text in found)]

    try:
        job, made = set_all(job)
        if job.then is None:
            return made
        last = job.last()
        job.then.take(made)
        return set_all(last)[1]
    except (typst.TypstError, OSError) as error:
        raise ReportError("report.failed") from error


class SecondProcess:
    """Sets one job as `typeset_here` does, in a process that ends with its memory. Raises ReportError.

    `start_ahead` starts it before its job is known. `stop`, from any thread, ends it before its time; a job that is
    given to it afterwards fails at once.
    """

    def __init__(self) -> None:
        self._apart = ChildProcess(__name__, PACKED_WORD)

    def start_ahead(self) -> None:
        """Have it load Typst while its job is still being prepared."""
        self._apart.start_ahead()

    def __call__(self, job: Job) -> list[bytes]:
        """Set the job."""
        try:
            with self._apart.start() as process:
                return self._answer(process, job)
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            raise ReportError("report.failed") from error

    def stop(self) -> None:
        """Give up on the job."""
        self._apart.stop()

    def _answer(self, process: subprocess.Popen[bytes], job: Job) -> list[bytes]:
        assert process.stdin is not None, "it was started with pipes"
        assert process.stdout is not None, "both ways"
        with _ended_in_time(process):
            pickle.dump((tuple(job._replace(late=None, then=None)), job.then is not None), process.stdin)
            process.stdin.flush()
            last = None if job.then is None else job.then.job()
            pickle.dump({} if job.late is None else dict(job.late()), process.stdin)
            process.stdin.flush()
            if job.then is not None and last is not None:
                pickle.dump(tuple(last), process.stdin)  # it is read before the first answer comes
                process.stdin.flush()
                job.then.take(pickle.load(process.stdout))
            pages: list[bytes] = pickle.load(process.stdout)
            return pages


@contextmanager
def _ended_in_time(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """End a process once it has answered, or has not for too long: it then answers nothing."""
    patience = threading.Timer(PATIENCE_SECONDS, process.kill)
    patience.daemon = True
    patience.start()
    try:
        yield
    finally:
        patience.cancel()
        process.kill()  # nobody waits until it has cleared away what it needs no more


def typeset_apart(job: Job) -> list[bytes]:
    """The same as `typeset_here`, in a process that ends with its memory. Raises ReportError."""
    return SecondProcess()(job)


def main() -> None:
    """The second process: a job and its late options from standard input, the pages to standard output."""
    forbid_core_dumps()  # starting a program allows them again
    import typst  # noqa: F401, PLC0415  (now: the job may not be known yet)

    job, goes_on = pickle.load(sys.stdin.buffer)
    late = partial(pickle.load, sys.stdin.buffer)
    then = Later(lambda: Job(*pickle.load(sys.stdin.buffer)), _say) if goes_on else None
    _say(typeset_here(Job(*job)._replace(late=late, then=then)))


def _say(pages: list[bytes]) -> None:
    pickle.dump(pages, sys.stdout.buffer)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
