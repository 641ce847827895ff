"""A program that was built prints a sheet of paper, and reads a filled-in one in every kind of file it comes in."""

import json
import os
import pickle
import shutil
import subprocess
from pathlib import Path
from typing import Any

from proof.walk import Findings, Walk

ROOT = Path(__file__).resolve().parents[2]
_SCAN = "1-crosses-scanned"
_SHEET = ROOT / "docs" / "sheets" / f"{_SCAN}.jpg"
_MARKED = ROOT / "tests" / "sheets" / "examples.json"
# A grey picture: that it is opened is what is asked of it, for only an encoder could make a sheet of this kind.
_HEIC = Path(__file__).with_name("grey.heic")
_TELLER = Path(__file__).with_name("telling.py")
# What the reader says of a picture that it opened, and that has no sheet on it.
_NO_SHEET = "sheet.none"


def prove_paper(walk: Walk, python: Path, findings: Findings) -> None:
    """An empty sheet of its own (PDF), and one that is filled in, in every kind of file: what was marked is read.

    `python` has the packages of the program, to tell what its reader answers.
    """
    folder = walk.place.home / "paper"
    folder.mkdir()
    subprocess.run([python, _TELLER, "kinds", _SHEET, folder], check=True)
    shutil.copyfile(_HEIC, folder / _HEIC.name)
    home = walk.place.home.stat()
    for path in (folder, *folder.iterdir()):
        os.chown(path, home.st_uid, home.st_gid)

    def read(name: str) -> list[dict[str, Any]]:
        return _read(walk, python, folder / name)

    printed = walk.run("sheet", "-o", walk.place.inside(folder / "printed.pdf"))
    is_empty = printed.returncode == 0 and read("printed.pdf") == [{"said": {}, "asked": 0, "problem": ""}]
    findings.add("sheet printed, read back empty", printed.stderr or "1 page", is_empty)
    marked = json.loads(_MARKED.read_text(encoding="utf-8"))[_SCAN]
    for kind in ("jpg", "png", "webp", "pdf"):
        found = read(f"sheet.{kind}")
        said = [page["said"] for page in found]
        findings.add(f"filled-in sheet as {kind}", f"{len(marked)} of {len(marked)} answers right", said == [marked])
    opened = read(_HEIC.name)
    findings.add("picture as heic", "opened", [page["problem"] for page in opened] == [_NO_SHEET])
    shutil.rmtree(folder)


def _read(walk: Walk, python: Path, file: Path) -> list[dict[str, Any]]:
    """What the reader of the program says of a file, page by page; as the window starts it, in a second process."""
    trace = walk.records / f"{walk.place.name}-read-{file.name}.trace"
    command = walk.place.command(walk.reader, trace)
    asked = pickle.dumps(walk.place.inside(file))
    answer = subprocess.run(command, check=False, capture_output=True, input=asked).stdout
    told = subprocess.run([python, _TELLER, "answers"], check=True, capture_output=True, input=answer)
    found: list[dict[str, Any]] = json.loads(told.stdout)
    return found
