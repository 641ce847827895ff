"""Prints what diaries live through, as a table. Run by `python3 packaging/dev.py endure`.

A number as the only word takes so many rounds instead of 1,000; what takes longest has a fifth of them. Always the same
damage: it is drawn from one seed. Exit code 1 if a bar is missed.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from tests.endure import preload
from tests.endure.actions import ACTIONS
from tests.endure.controls import CONTROLS
from tests.endure.damaging import Damage, flipped, measure_fates, measure_salvage, zeroed
from tests.endure.outcome import Outcome
from tests.endure.sealed import OLD
from tests.tables import table

ROUNDS = 1_000
HEADINGS = ("what happens", "rounds", "at how many moments", "lost, half or missed", "what else came of it")
_BAD = ("missed", "saved", "written")
Row = tuple[str, ...]


def jobs(library: Path | None, rounds: int) -> Iterator[Callable[[], Row]]:
    """One job for each line of the table."""
    few = max(1, rounds // 5)
    if library is not None:
        yield from (partial(_killed, library, action, few) for action in ACTIONS)
        yield from (partial(_cut_off, library, action, rounds) for action in ACTIONS)
        yield from (partial(_careless, library, action, few) for action in CONTROLS)
    for key, which in ((None, ""), (OLD, " (with a password)")):
        for damage, name in ((flipped, "one bit is another one"), (zeroed, "a sector of 512 bytes is empty")):
            yield partial(_fates, damage, f"{name}{which}", rounds, key)
        yield partial(_salvage, which, few, key)


def _killed(library: Path, action: str, rounds: int) -> Row:
    return _lived(f"program killed: {action}", preload.live_through(library, action, kills=rounds)[0])


def _cut_off(library: Path, action: str, rounds: int) -> Row:
    return _lived(f"power cut: {action}", preload.live_through(library, action, cuts=rounds)[1])


def _lived(name: str, outcome: Outcome) -> Row:
    wrong = outcome.wrong
    return name, str(outcome.rounds), str(outcome.moments), f"{wrong} {_marked(not wrong)}", "".join(outcome.failed[:1])


def _careless(library: Path, action: str, rounds: int) -> Row:
    outcome = preload.live_through(library, action, cuts=rounds)[1]
    found = f"{outcome.wrong} {_marked(outcome.wrong > 0)}"
    return (
        f"control, power cut: {action}",
        str(rounds),
        str(outcome.moments),
        found,
        "a careless way: must be found out",
    )


def _fates(damage: Damage, name: str, rounds: int, key: bytes | None) -> Row:
    fates = measure_fates(damage, rounds, key)
    wrong = sum(fates[bad] for bad in _BAD)
    others = ", ".join(f"{fates[fate]} {fate}" for fate in ("refused", "found", "untouched"))
    return f"damage: {name}", str(rounds), "", f"{wrong} {_marked(not wrong)}", others


def _salvage(which: str, rounds: int, key: bytes | None) -> Row:
    saved = measure_salvage(rounds, key)
    wrong = saved.nothing + saved.silent
    said = f"{saved.nothing} gave nothing; records: {saved.kept} kept, {saved.named} named, {saved.silent} neither"
    return f"salvage: a sector of 512 bytes is empty{which}", str(rounds), "", f"{wrong} {_marked(not wrong)}", said


def _marked(held: bool) -> str:
    return "held" if held else "MISSED"


def main(words: list[str]) -> int:
    """Do all of it, two at a time, and print what came of it, each line as soon as it is known."""
    rounds = int(words[0]) if words else ROUNDS
    is_missed = False
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(2) as pool:
        library = preload.build(Path(folder)) if preload.can_build() else None
        for line in table(HEADINGS, pool.map(lambda job: job(), jobs(library, rounds))):
            _say(line)
            is_missed = is_missed or "MISSED" in line
    if library is None:
        _say(f"No program was killed and no power cut: {preload.WHY_NOT}.")
    return int(is_missed)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
