"""The proofs notice what they are there for: a network, a variable that leaks in, a window that never comes."""

import os
import re
import shutil
import sys
from pathlib import Path

import pytest

import dev
from messages import SetupError
from proof import languages, screen
from proof.paper import prove_paper
from proof.place import Place
from proof.walk import Findings, Walk

is_possible = sys.platform == "linux" and os.geteuid() == 0 and shutil.which("strace") and shutil.which("unshare")
pytestmark = pytest.mark.skipif(not is_possible, reason="needs Linux, its root, strace and unshare")

ASKS = "import socket; socket.socket(socket.AF_INET, socket.SOCK_STREAM)"
SPEAKS_TO_ITSELF = "import socket; socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)"
# Says the help in English whatever it is asked for in.
KNOWS_ENGLISH = """
import sys, tomllib
print(*tomllib.load(open(sys.argv[1], "rb"))["help"].values(), sep="\\n")
"""


@pytest.fixture
def place(tmp_path: Path) -> Place:
    home = tmp_path / "somebody"
    home.mkdir()
    return Place("here", home)


def test_nothing_is_known_there_but_a_home(place: Place) -> None:
    os.environ["LEAKS_IN"] = "1"
    try:
        done = place.run(["/usr/bin/env"])
    finally:
        del os.environ["LEAKS_IN"]
    assert (done.stdout, done.stderr) == (f"HOME={place.home}\n", "")


def test_there_is_no_way_to_a_network(place: Place) -> None:
    devices = place.run(["/bin/cat", "/proc/self/net/dev"]).stdout.splitlines()[2:]  # below two lines of heading
    assert [line.split(":")[0].strip() for line in devices] == ["lo"]


@pytest.mark.parametrize(("code", "is_so"), [(SPEAKS_TO_ITSELF, True), (ASKS, False)])
def test_a_network_that_is_asked_for_is_noticed(place: Place, tmp_path: Path, code: str, is_so: bool) -> None:
    trace = tmp_path / "here-only.trace"
    command = place.command([sys.executable, "-I", "-c", code], trace)
    assert Place.finish(command).returncode in (0, 1)
    walk, findings = Walk(place, ["program"], ":0", tmp_path), Findings()
    if is_so:
        walk.network(findings)
        assert re.fullmatch(r"0 of [1-9]\d* calls", findings.said["sockets of a network"])
    else:
        with pytest.raises(SetupError, match="AF_INET"):
            walk.network(findings)


def test_a_proof_without_a_trace_is_none(place: Place, tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="0 of 0 calls"):
        Walk(place, ["program"], ":0", tmp_path).network(Findings())


def test_what_never_comes_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(screen, "PATIENCE_SECONDS", 0.0)
    with pytest.raises(SetupError, match="There never was a window"):
        screen.until(lambda: None, "a window")


def test_a_program_that_knows_only_english_is_noticed(place: Place, tmp_path: Path) -> None:
    texts = dev.ROOT / "resources" / "text" / "en" / "cli.toml"
    walk = Walk(place, [sys.executable, "-I", "-c", KNOWS_ENGLISH, texts], ":0", tmp_path)
    with pytest.raises(SetupError, match=r"LANGUAGE=de \(0 of [1-9]\d+ sentences"):
        languages.prove_languages(walk, Findings())


@pytest.mark.slow
def test_a_reader_that_says_nothing_of_paper_is_noticed(place: Place, tmp_path: Path) -> None:
    reads_nothing = Walk(place, ["/bin/true"], ":0", tmp_path, ["/bin/true"])
    with pytest.raises(SetupError, match="sheet printed"):
        prove_paper(reads_nothing, Path(sys.executable), Findings())
