"""Run with the packages of the program, which the proofs have not: makes kinds of pictures, and tells what was read.

telling.py kinds SHEET.jpg FOLDER    lays the picture into the folder as sheet.jpg, .png, .webp and .pdf
telling.py answers                   what a reader of sheets answered, from its bytes to JSON
"""

import json
import pickle
import shutil
import sys
from pathlib import Path
from typing import Any

from PIL import Image

ROOT = Path(__file__).resolve().parents[2]


def kinds(sheet: Path, folder: Path) -> None:
    """The same picture in every kind of file."""
    shutil.copyfile(sheet, folder / f"sheet{sheet.suffix}")
    with Image.open(sheet) as picture:
        for kind in ("png", "webp", "pdf"):
            picture.save(folder / f"sheet.{kind}", resolution=110.0)


def answers(answer: bytes) -> list[dict[str, Any]]:
    """What was marked on each page, how much of it is asked about, and why there is no sheet."""
    from tests.sheets.examples import said  # noqa: PLC0415 -- the checkout is on the path now

    found = pickle.loads(answer) if answer else ("", "no answer", {})
    if isinstance(found, tuple):
        return [{"said": {}, "asked": 0, "problem": found[1]}]
    pages = []
    for page in found:
        clear = () if page.sheet is None else page.sheet.clear
        marked = said({(one.day, one.part): one.value for one in clear})
        asked = 0 if page.sheet is None else len(page.sheet.asked)
        pages.append({"said": marked, "asked": asked, "problem": page.problem[0]})
    return pages


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    if sys.argv[1] == "kinds":
        kinds(Path(sys.argv[2]), Path(sys.argv[3]))
    else:
        json.dump(answers(sys.stdin.buffer.read()), sys.stdout)
