"""What a person does with an installed program, and what must hold: told as findings, each with its measure."""

import json
import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from messages import SetupError, say
from proof.place import Place
from proof.screen import Hands, until

_ITCH, _SLEEP = "7", "3"
_NETWORK = re.compile(r"\bAF_(INET6?|PACKET)\b")
DIARY = Path(".local/share/adtracker/diary.diary")


@dataclass
class Findings:
    """What was found of one thing that was built; what is not so is raised, so that all that stands here holds."""

    said: dict[str, str] = field(default_factory=dict)

    def add(self, what: str, measure: str, is_so: bool) -> None:
        """Note that something holds. Raises SetupError if it does not."""
        if not is_so:
            raise SetupError(f"Not so: {what} ({measure}).")
        self.said[what] = measure
        say(f"  {what}: {measure}")


@dataclass(frozen=True)
class Walk:
    """One program in one place, before one display; pictures and traces are laid into `records`.

    `reader` is what the window starts to have sheets of paper read.
    """

    place: Place
    program: Sequence[str | Path]
    display: str
    records: Path
    reader: Sequence[str | Path] = ()

    def go(self, findings: Findings) -> None:
        """A first start, a day written, the program killed, opened again, a report made, and every page drawn."""
        with self.window("first") as (hands, window):
            until(lambda: self._skips_the_questions(hands, window), "a diary")
            time.sleep(2)
            hands.press(window, _ITCH, _SLEEP)
            until(lambda: self.today() == (int(_ITCH), int(_SLEEP)), "a stored day")
            hands.picture(self.records / f"{self.place.name}-written.png")
            os.kill(hands.process(window), signal.SIGKILL)
        with self.window("again") as (hands, window):
            time.sleep(3)
            hands.picture(self.records / f"{self.place.name}-reopened.png")
            os.kill(hands.process(window), signal.SIGTERM)  # as the end of a session does
        findings.add("day written, kept after kill -9", f"itch {_ITCH}, sleep {_SLEEP}", self.today() == (7, 3))
        findings.add("check after it", "sound", self.run("check").returncode == 0)
        self._report(findings)
        self._pages(findings)
        self._double_click(findings)

    def run(self, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
        """Run a command of the program."""
        return self.place.run([*self.program, *words], **variables)

    def network(self, findings: Findings) -> None:
        """Whether anything that ran before strace asked for a network."""
        traces = [file.read_text() for file in sorted(self.records.glob(f"{self.place.name}-*.trace"))]
        asked = [line for trace in traces for line in trace.splitlines() if _NETWORK.search(line)]
        calls = sum(trace.count("\n") for trace in traces)
        findings.add("sockets of a network", f"0 of {calls} calls {asked[:3] or ''}".strip(), calls > 0 and not asked)

    def _skips_the_questions(self, hands: Hands, window: str) -> bool:
        # The window stands before the page of questions does; a key that comes too early is lost.
        if not self._diary.exists():
            hands.press(window, "Escape")
        return self._diary.exists()

    @property
    def _diary(self) -> Path:
        return self.place.home / DIARY

    @contextmanager
    def window(self, name: str, *words: str, **variables: str) -> Iterator[tuple[Hands, str]]:
        """The window, opened by the program; when the block ends the program has to end, too.

        What the desktop started for it, such as a bus for messages, may stay longer: strace is not waited for.
        """
        log = self.records / f"{self.place.name}-{name}.trace"
        command = self.place.command([*self.program, *words], log, DISPLAY=self.display, **variables)
        hands = Hands(self.display)
        with subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
            try:
                window = hands.window()
                program = Path("/proc") / str(hands.process(window))
                yield hands, window
                until(lambda: not program.exists(), "an end of the program")
                process.terminate()
            except SetupError as trouble:
                process.terminate()
                hands.picture(self.records / f"{self.place.name}-trouble.png")
                said = process.stderr.read() if process.stderr is not None else ""
                raise SetupError(f"{self.place.name}: {trouble} {said[-2000:]}") from trouble

    def today(self, *words: str) -> tuple[int, int] | None:
        """Itch and sleep of the newest day that is stored; None if none is."""
        done = self.run("export", "--format", "json", "-o", "-", *words)
        if done.returncode:
            return None
        days: list[dict[str, Any]] = json.loads(done.stdout)["days"]
        newest = max(days, key=lambda day: str(day["date"]), default=None)
        return None if newest is None else (newest["itch"], newest["sleep_quality"])

    def _report(self, findings: Findings) -> None:
        file = self.place.home / "visit.pdf"
        done = self.run("report", "-o", self.place.inside(file))
        content = file.read_bytes() if done.returncode == 0 else b""
        findings.add("report", f"{len(content) / 1000:.0f} kB PDF {done.stderr}".strip(), content.startswith(b"%PDF-"))

    def _pages(self, findings: Findings) -> None:
        """Every page of the window is drawn, so that no part of the program is missing."""
        folder = self.place.home / "pages"
        words = [*self.program, "demo", "--screens", self.place.inside(folder)]
        done = self.place.run(words, QT_QPA_PLATFORM="offscreen")
        pictures = len(list(folder.rglob("*.png")))
        findings.add("pages drawn", f"{pictures} {done.stderr[-300:] if done.returncode else ''}".strip(), pictures > 0)

    def _double_click(self, findings: Findings) -> None:
        other = self.place.home / "of my child.diary"
        other.write_bytes(self._diary.read_bytes())
        os.chown(other, self._diary.stat().st_uid, self._diary.stat().st_gid)
        with self.window("clicked", self.place.inside(other)) as (hands, window):
            lock = other.with_name(f".{other.name}.lock")
            until(lock.exists, "a window on the diary that was double-clicked")
            time.sleep(2)
            os.kill(hands.process(window), signal.SIGTERM)  # as the end of a session does
        findings.add("double click on a diary", "opens it", is_so=True)
        other.unlink()
