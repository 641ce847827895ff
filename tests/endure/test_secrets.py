"""No word of an encrypted diary is ever written to a disk, not even to a file that is gone a moment later."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.endure import preload
from tests.endure.sealed import FIRST, NEW, OLD, SECOND
from tests.endure.secrets import CANARIES

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not preload.can_build(), reason=preload.WHY_NOT)]
# The last two begin every plain diary and every plain picture.
SECRETS = [text.encode() for text in (*CANARIES, FIRST, SECOND, OLD.hex(), NEW.hex(), "SQLite format 3", "JFIF\0")]
SECRETS += [OLD, NEW]
SECOND_PROCESSES = 2  # one sets the report (and another one what is ticked meanwhile), one looks for what went together


def _written(folder: Path, *more: str) -> tuple[bytes, dict[str, bytes]]:
    """All that was written on the way, also by second processes, and what is in each file in the end."""
    root, record = (folder / "root").resolve(), folder / "record"
    root.mkdir()
    preload.run(preload.build(folder), "tests.endure.secrets", root, record, *more)
    files = {str(file.relative_to(root)): file.read_bytes() for file in root.rglob("*") if file.is_file()}
    assert len(list(folder.glob("record.[0-9]*"))) >= SECOND_PROCESSES
    return b"".join(part.read_bytes() for part in folder.glob("record*")), files


def test_no_word_password_or_key_is_written_anywhere(tmp_path: Path) -> None:
    written, files = _written(tmp_path)
    assert len(written) > 1_000_000
    assert [secret for secret in SECRETS if secret in written] == []
    assert [(name, secret) for name, content in files.items() for secret in SECRETS if secret in content] == []
    endings = {Path(name).suffix for name in files}
    assert {".diary", ".photos", ".keys", ".json"} <= endings, endings


def test_without_a_password_they_are_found(tmp_path: Path) -> None:
    written, files = _written(tmp_path, "plain")
    assert all(canary.encode() in written for canary in CANARIES[:48])
    assert any(CANARIES[5].encode() in content for content in files.values())


def test_what_a_second_process_writes_is_seen(tmp_path: Path) -> None:
    record, left = tmp_path / "record", tmp_path / "gone"
    writes = f"import os; open({str(left)!r}, 'w').write('canary'); os.unlink({str(left)!r})"
    starts = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {writes!r}], check=True)"
    environment = {**os.environ, "LD_PRELOAD": str(preload.build(tmp_path))}
    environment |= {"WATCH_FOLDER": str(Path("/")), "WATCH_RECORD": str(record)}
    subprocess.run([sys.executable, "-c", starts], env=environment, check=True)
    assert sum(b"canary" in part.read_bytes() for part in tmp_path.glob("record.*")) == 1
