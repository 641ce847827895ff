"""Does something again and again, each time killed one step later, until it gets through.

Run as a program: `dying.py back_up|restore DIARY OLD NEW STRIDE`. A step is anything that Python asks the system to do
to a file. After each death the diary is opened as the window would, and must be what it was or what was wanted.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from adtracker.paths import data_folder
from adtracker.storage.copies.checking import check
from adtracker.storage.copies.shelf import Shelf
from tests.storage.samples import NOW, open_journal

_STEPS = ("open", "os.rename", "os.link", "os.mkdir", "os.remove", "os.rmdir", "os.truncate", "os.chmod", "shutil.")


def _die_at(step: int) -> None:
    left = step

    def watch(event: str, _arguments: object) -> None:
        nonlocal left
        if event.startswith(_STEPS):
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)


def _runs(step: int, work: Callable[[], object]) -> bool:
    """Do it in a child that dies at a step; whether it got through."""
    child = os.fork()
    if child == 0:
        _die_at(step)
        work()
        os._exit(0)
    status = os.waitpid(child, 0)[1]
    assert status in (0, signal.SIGKILL), status
    return status == 0


def _itch(diary: Path) -> list[float | None]:
    with closing(open_journal(diary, create=False)) as journal:
        assert journal.check() == []
        return [entry.itch for entry in journal.entries()]


def _die_while_backing_up(diary: Path, step: int) -> bool:
    def work() -> None:
        with closing(open_journal(diary, create=False)) as journal:
            Shelf(diary).back_up(journal, NOW + timedelta(minutes=step), always=True)

    is_through = _runs(step, work)
    shelf = Shelf(diary)
    assert all(check(copy) for copy in shelf.copies()), "no half copy under a good name"
    assert all(one.is_good for one in shelf.drill())
    assert _itch(diary) == [5.0, 6.0]
    return is_through


def _die_while_going_back(diary: Path, step: int) -> bool:
    shelf = Shelf(diary)
    copy = shelf.copies()[-1]
    is_through = _runs(step, lambda: shelf.restore(copy, NOW))
    found = _itch(diary)
    assert found in ([1.0], [5.0, 6.0]), found
    aside = list((diary.parent / "set aside").glob("*/my.diary"))
    if found == [1.0]:
        assert [_itch(one) for one in aside] == [[5.0, 6.0]]
    return is_through


def main() -> None:
    """Print at how many steps it died."""
    what, diary, stride = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    attempt = {"back_up": _die_while_backing_up, "restore": _die_while_going_back}[what]
    kept, spare = [diary.parent, data_folder()], diary.parent.with_name("spare")
    for number, folder in enumerate(kept):
        shutil.copytree(folder, spare / str(number))
    step = deaths = 0
    while not attempt(diary, step):
        deaths, step = deaths + 1, step + stride
        for number, folder in enumerate(kept):
            shutil.rmtree(folder)
            shutil.copytree(spare / str(number), folder)
    sys.stdout.write(f"{deaths}\n")


if __name__ == "__main__":
    main()
