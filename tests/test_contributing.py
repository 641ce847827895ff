"""What CONTRIBUTING.md says of adding to the program is where it says."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
_PATH = re.compile(r"`((?:[a-z_]+/)+(?:[a-z_0-9]+\.[a-z]+)?[a-z_0-9]*)`")


def test_every_path_that_is_named_is_there() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    paths = _PATH.findall(text.split("## How to add")[1].split("\n## ")[0])
    assert len(paths) > 20
    assert [path for path in paths if not any((root / path).exists() for root in (ROOT, ROOT / "adtracker"))] == []
