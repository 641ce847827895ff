"""Has one action killed, or the power cut in it, many times. Runs below `watch.c`: see preload.py.

`worker.py kill|power ACTION COUNT`; prints how often, and how often it had been done, begun or not.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random

from tests.endure import preload
from tests.endure.actions import ACTIONS, Action
from tests.endure.disk import Disk
from tests.endure.place import Place
from tests.endure.recording import Recording, Tree, put_back, tree_of

_AGAIN = 5


def _in_a_child(work: Callable[[], None]) -> int:
    """Run something in a process of its own; its status."""
    child = os.fork()
    if child == 0:
        try:
            work()
            os._exit(0)
        except BaseException:  # noqa: BLE001
            sys.excepthook(*sys.exc_info())
            os._exit(1)
    return os.waitpid(child, 0)[1]


def _kill(action: Action, place: Place, before: Tree, count: int) -> int:
    """Kill it before as many of its steps, evenly from the first to the last."""
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
            _look(action, place, len(reader.read()), number)
    return total


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


def _cut_power(action: Action, place: Place, before: Tree, count: int) -> int:
    """Record it once, and look at what a power cut leaves at any of its moments."""
    recording = _record(action, place, before)
    chance = Random(action.name)
    for number in range(count):
        disk = Disk.at_first(recording)
        for event in recording.events[: number * len(recording.events) // count + 1]:
            disk.take(event)
        disk.cut_power(chance)
        _renew(place, disk.tree(place.root))
        _look(action, place, disk.said, number)
    return len(recording.events)


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


def _look(action: Action, place: Place, acknowledged: int, number: int) -> None:
    """All that was acknowledged is there, nothing is half, and things go on."""
    reached = action.reached(place)
    assert acknowledged <= reached <= acknowledged + 1, f"round {number}: {acknowledged} acknowledged, {reached} there"
    if action.again and number % _AGAIN == 0:
        for _ in action.work(place):
            pass
        assert action.reached(place) >= reached


def _renew(place: Place, tree: Tree) -> None:
    shutil.rmtree(place.root, ignore_errors=True)
    place.root.mkdir(mode=0o700)
    put_back(tree)


def main() -> None:
    """Do it, and print how many steps there are."""
    what, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    with tempfile.TemporaryDirectory(dir=os.environ.get("TMPDIR")) as folder:
        place = Place(Path(folder, "root"))
        place.move_in()
        place.root.mkdir(mode=0o700)
        ACTIONS[name].prepare(place)
        before = tree_of(place.root)
        sys.stdout.write(f"{ {'kill': _kill, 'power': _cut_power}[what](ACTIONS[name], place, before, count) }\n")


if __name__ == "__main__":
    main()
