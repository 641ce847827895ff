"""Works out what happened together in a second process.

It is thousands of small steps in Python: in a thread of the window's process each of them would hold up the window,
which then answered only after a fifth of a second.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from adtracker.domain.records.course import Course
from adtracker.domain.statistics.association import Association
from adtracker.errors import WorkError
from adtracker.secrecy import forbid_core_dumps
from adtracker.workers.process import ChildProcess

PACKED_WORD = "--together"


class Job(NamedTuple):
    """What `domain.together` is given."""

    itch: Mapping[date, float]
    factors: Mapping[str, Mapping[date, bool]]
    course: Course | None


class TogetherProcess:
    """Does one job. `share` is how much of it is done (0 to 1); `stop`, from any thread, ends it before its time."""

    def __init__(self) -> None:
        self._apart = ChildProcess(__name__, PACKED_WORD)
        self.share = 0.0

    def __call__(self, job: Job) -> tuple[Association, ...] | None:
        """What was found; None if it was stopped. Raises WorkError."""
        try:
            with self._apart.start() as process:
                return self._answer(process, pickle.dumps(tuple(job)))
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            if self._apart.is_stopped:
                return None
            raise WorkError("together.failed") from error

    def stop(self) -> None:
        """Give up on the job."""
        self._apart.stop()

    def _answer(self, process: subprocess.Popen[bytes], job: bytes) -> tuple[Association, ...]:
        """The last thing it says; all before are shares."""
        assert process.stdin is not None, "it was started with pipes"
        assert process.stdout is not None, "both ways"
        process.stdin.write(job)
        process.stdin.close()
        while isinstance(said := pickle.load(process.stdout), float):
            self.share = said
        found: tuple[Association, ...] = said
        return found


def main() -> None:
    """The second process: a job from standard input; shares, then what was found, to standard output."""
    from adtracker.domain.statistics.associations import associations  # noqa: PLC0415 -- numpy, not for those who only start it

    forbid_core_dumps()  # starting a program allows them again
    found = associations(*Job(*pickle.load(sys.stdin.buffer)), _tell)
    _say(found)


def _tell(share: float) -> bool:
    _say(share)
    return True


def _say(something: Any) -> None:
    pickle.dump(something, sys.stdout.buffer)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
