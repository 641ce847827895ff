"""The developer's door from outside: words go where they belong, and what is wrong is said in one sentence."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import adtracker
import dev
from environment import Level

DEV = dev.ROOT / "packaging" / "dev.py"


def call(*words: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, DEV, *words], check=False, capture_output=True, text=True, cwd=cwd)


@pytest.fixture
def ready() -> None:
    """Leave out what would start an installation: these tests need no network."""
    if not dev.HERE.is_ready(Level.RUNTIME):
        pytest.skip("the checkout is not set up")


@pytest.mark.parametrize(
    ("system", "environment", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
    ],
)
def test_knows_where_a_window_can_open(system: str, environment: dict[str, str], expected: bool) -> None:
    assert dev.has_screen(system, environment) is expected


def test_an_unknown_word_is_refused_with_the_words_there_are() -> None:
    done = call("fly")
    assert done.returncode == 2
    assert all(f"dev.py {word} " in done.stderr for word in dev.WORDS)


def test_help_is_no_failure() -> None:
    done = call("--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert "dev.py run" in done.stdout


def test_pictures_need_a_folder() -> None:
    done = call("screens")
    assert done.returncode == 1
    assert done.stderr == "Say where the pictures go: python3 packaging/dev.py screens DIR\n"


@pytest.mark.usefixtures("ready")
def test_words_after_run_reach_the_app(tmp_path: Path) -> None:
    done = call("run", "--version", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert adtracker.__version__ in done.stdout


@pytest.mark.usefixtures("ready")
def test_what_the_app_says_and_its_exit_code_are_passed_on() -> None:
    words = ("summary", "--no-such-option", "with a space")
    direct = subprocess.run(
        [str(dev.HERE.python), "-m", "adtracker", *words], check=False, capture_output=True, text=True
    )
    done = call("run", *words)
    assert (done.returncode, done.stdout, done.stderr) == (direct.returncode, direct.stdout, direct.stderr)
    assert direct.returncode != 0


def test_an_old_python_can_still_read_as_far_as_the_sentence() -> None:
    tree = ast.parse(DEV.read_text(encoding="utf-8"), feature_version=(3, 7))
    guard = next(i for i, node in enumerate(tree.body) if isinstance(node, ast.If))
    before = [alias.name for node in tree.body[:guard] if isinstance(node, ast.Import) for alias in node.names]
    assert before == ["os", "subprocess", "sys"]
