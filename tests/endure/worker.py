"""Has one action killed, or the power cut in it, many times. Runs below `watch.c`: see preload.py.

`worker.py ACTION KILLS CUTS`; prints, as JSON, for both at how many moments it could have been, and what went wrong.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from random import Random

from adtracker.errors import DiaryError
from adtracker.protection import slots
from tests.endure import preload
from tests.endure.actions import ACTIONS, Action
from tests.endure.controls import CONTROLS
from tests.endure.disk import Disk
from tests.endure.outcome import Outcome
from tests.endure.place import Place
from tests.endure.recording import Recording, Said, Tree, put_back, tree_of

_AGAIN, _AFTER = 5, 4


def _in_a_child(work: Callable[[], None]) -> int:
    """Run something in a process of its own; its status."""
    child = os.fork()
    if child == 0:
        try:
            work()
            os._exit(0)
        except BaseException:
            sys.excepthook(*sys.exc_info())
            os._exit(1)
    return os.waitpid(child, 0)[1]


def _kill(action: Action, place: Place, before: Tree, count: int) -> Outcome:
    """Kill it before as many of its steps, evenly from the first to the last."""
    failed: list[str] = []
    total = _steps(action, place, before)
    for number in range(count):
        _renew(place, before)
        told, tell = os.pipe()

        def work(step: int = number * total // count, tell: int = tell) -> None:
            preload.watch(place.root, die_before=step)
            for _ in action.work(place):
                os.write(tell, b"!")

        status = _in_a_child(work)
        os.close(tell)
        assert status in (0, signal.SIGKILL), status
        with os.fdopen(told, "rb") as reader:
            failed += _look(action, place, len(reader.read()), number)
    return Outcome(total, count, failed)


def _steps(action: Action, place: Place, before: Tree) -> int:
    _renew(place, before)
    told, tell = os.pipe()

    def work() -> None:
        preload.watch(place.root)
        for _ in action.work(place):
            pass
        os.write(tell, str(preload.steps()).encode())

    assert _in_a_child(work) == 0
    os.close(tell)
    with os.fdopen(told, "rb") as reader:
        return int(reader.read())


def _cut_power(action: Action, place: Place, before: Tree, count: int) -> Outcome:
    """Record it once, and look at what a power cut leaves at any of its moments."""
    recording = _record(action, place, before)
    failed: list[str] = []
    events, chance = recording.events, Random(action.name)
    seen: set[tuple[int, int]] = set()
    said = [place for place, event in enumerate(events, 1) if isinstance(event, Said)]
    for number in range(count):
        # One in a few comes right after something was acknowledged, the others at any moment up to the last.
        cut = chance.choice(said) if number % _AFTER == 0 else (number + 1) * len(events) // count
        disk = Disk.at_first(recording)
        for event in events[:cut]:
            disk.take(event)
        disk.cut_power(chance)
        tree = disk.tree(place.root)
        image = hash(frozenset(tree.items())), disk.said
        if image not in seen:  # the same is left more than once
            seen.add(image)
            _renew(place, tree)
            failed += _look(action, place, disk.said, number)
    return Outcome(len(events), count, failed)


def _record(action: Action, place: Place, before: Tree) -> Recording:
    _renew(place, before)
    with tempfile.NamedTemporaryFile() as record:

        def work() -> None:
            preload.watch(place.root, Path(record.name))
            for _ in action.work(place):
                preload.mark("acknowledged")

        assert _in_a_child(work) == 0
        recording = Recording(place.root, before, Path(record.name))
    assert _as_it_is(recording, place.root) == tree_of(place.root), "the recording is not all that was done"
    return recording


def _as_it_is(recording: Recording, root: Path) -> Tree:
    """What the disk would hold without a power cut."""
    disk = Disk.at_first(recording)
    for event in recording.events:
        disk.take(event)
    disk.keep_all()
    return disk.tree(root)


def _look(action: Action, place: Place, acknowledged: int, number: int) -> Iterator[str]:
    """What is wrong: not all that was acknowledged is there, or something is half, or things do not go on."""
    try:
        reached = action.reached(place)
        if not acknowledged <= reached <= acknowledged + 1:
            yield f"round {number}: {acknowledged} were acknowledged, {reached} are there"
        if action.again and number % _AGAIN == 0:
            for _ in action.work(place):
                pass
            assert action.reached(place) >= reached, "what was there is gone once it is done again"
    except (AssertionError, DiaryError, OSError) as error:
        yield f"round {number}: {type(error).__name__} {getattr(error, 'key', error)}"


def _renew(place: Place, tree: Tree) -> None:
    shutil.rmtree(place.root, ignore_errors=True)
    place.root.mkdir(mode=0o700)
    put_back(tree)


def main() -> None:
    """Do it, and print what came of it."""
    name, kills, cuts = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    action = {**ACTIONS, **CONTROLS}[name]
    slots.stretch = cache(slots.stretch)  # type: ignore[attr-defined] -- a password gives one key, however often it is tried
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder, "root").resolve())
        place.move_in()
        place.root.mkdir(mode=0o700)
        action.prepare(place)
        before = tree_of(place.root)
        both = _kill(action, place, before, kills), _cut_power(action, place, before, cuts)
    sys.stdout.write(f"{json.dumps(both)}\n")


if __name__ == "__main__":
    main()
