"""The environment is made once, follows its locks, and recovers from whatever cut it short. Real pip, no network."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from environment import Environment, Level, only_one_at_a_time
from messages import SetupError

pytestmark = pytest.mark.slow

PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["packaging"]
"""

# The least that pip calls a build backend: an editable wheel of one line, the checkout on the path.
BACKEND = """
import pathlib, zipfile

def build_editable(folder, config_settings=None, metadata_directory=None):
    name = "thing-1-py3-none-any.whl"
    with zipfile.ZipFile(pathlib.Path(folder, name), "w") as wheel:
        wheel.writestr("thing.pth", str(pathlib.Path.cwd()))
        info = "thing-1.dist-info/"
        wheel.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: thing\\nVersion: 1\\n")
        wheel.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(info + "RECORD", "")
    return name
"""


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Environment:
    """A checkout without dependencies, in a folder with a space, set up once for this module."""
    root = tmp_path_factory.mktemp("a checkout")
    (root / "packaging").mkdir()
    (root / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (root / "packaging" / "backend.py").write_text(BACKEND, encoding="utf-8")
    (root / "thing.py").write_text("HERE = __file__\n", encoding="utf-8")
    for level in Level:
        (root / "packaging" / level).write_text("# nothing\n", encoding="utf-8")
    environment = Environment(root)
    environment.prepare(Level.RUNTIME)
    return environment


def mark(environment: Environment) -> Path:
    """A file that is gone if the environment is made anew."""
    file = environment.folder / "mark"
    file.touch()
    return file


def test_the_project_is_imported_from_the_checkout(prepared: Environment, tmp_path: Path) -> None:
    command = [str(prepared.python), "-c", "import thing; print(thing.HERE)"]
    said = subprocess.run(command, check=True, capture_output=True, text=True, cwd=tmp_path).stdout
    assert Path(said.strip()) == prepared.root / "thing.py"


def test_a_second_call_changes_nothing(prepared: Environment, capfd: pytest.CaptureFixture[str]) -> None:
    before = (prepared.folder / "stamp.json").stat().st_mtime_ns
    prepared.prepare(Level.RUNTIME)
    assert (prepared.folder / "stamp.json").stat().st_mtime_ns == before
    assert capfd.readouterr() == ("", "")


def test_tools_are_installed_on_top_and_hold_the_rest(prepared: Environment) -> None:
    assert not prepared.is_ready(Level.DEV)
    kept = mark(prepared)
    prepared.prepare(Level.DEV)
    assert prepared.is_ready(Level.DEV)
    assert prepared.is_ready(Level.RUNTIME)
    assert kept.exists()


def test_what_changed_is_followed_in_place(prepared: Environment) -> None:
    kept = mark(prepared)
    for changed in (prepared.root / "pyproject.toml", prepared.lock_file(Level.RUNTIME)):
        good = changed.read_text(encoding="utf-8")
        changed.write_text(good + "# more\n", encoding="utf-8")
        assert not prepared.is_ready(Level.RUNTIME)
        changed.write_text(good, encoding="utf-8")
        assert prepared.is_ready(Level.RUNTIME)
    changed.write_text(good + "# more\n", encoding="utf-8")
    prepared.prepare(Level.RUNTIME)
    assert prepared.is_ready(Level.RUNTIME)
    assert kept.exists()


def test_an_install_cut_short_is_made_anew(prepared: Environment) -> None:
    kept = mark(prepared)
    lock = prepared.lock_file(Level.RUNTIME)
    good = lock.read_text(encoding="utf-8")
    lock.write_text("adtracker-has-no-such-package==1\n", encoding="utf-8")  # no hash: refused before any network
    with pytest.raises(SetupError, match="run the same command again"):
        prepared.prepare(Level.RUNTIME)
    lock.write_text(good, encoding="utf-8")
    assert not prepared.is_ready(Level.RUNTIME)
    prepared.prepare(Level.RUNTIME)
    assert prepared.is_ready(Level.RUNTIME)
    assert not kept.exists()


def test_a_moved_checkout_is_not_ready(prepared: Environment, tmp_path: Path) -> None:
    shutil.copytree(prepared.root, tmp_path / "moved", symlinks=True)
    assert not Environment(tmp_path / "moved").is_ready(Level.RUNTIME)


def test_an_environment_whose_python_is_gone_is_not_ready(prepared: Environment) -> None:
    aside = prepared.python.rename(prepared.python.with_name("aside"))
    assert not prepared.is_ready(Level.RUNTIME)
    aside.rename(prepared.python)
    assert prepared.is_ready(Level.RUNTIME)


@pytest.mark.parametrize("text", ["", "[]", "{", "null", '{"root": 3}'])
def test_a_damaged_stamp_is_no_stamp(prepared: Environment, text: str) -> None:
    stamp = prepared.folder / "stamp.json"
    good = stamp.read_text(encoding="utf-8")
    stamp.write_text(text, encoding="utf-8")
    assert not prepared.is_ready(Level.RUNTIME)
    stamp.write_text(good, encoding="utf-8")


def test_two_calls_at_once_take_turns(tmp_path: Path) -> None:
    place = str(Path(sys.modules[only_one_at_a_time.__module__].__file__ or "").parent)
    code = (
        "import sys, pathlib; sys.path.insert(0, sys.argv[1]); import environment\n"
        "with environment.only_one_at_a_time(pathlib.Path(sys.argv[2])): print('my turn')"
    )
    command = [sys.executable, "-c", code, place, str(tmp_path / "lock")]
    with only_one_at_a_time(tmp_path / "lock"):
        other = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert other.stdout is not None
        assert "waiting" in other.stdout.readline()
        assert other.poll() is None
    assert other.communicate(timeout=20)[0] == "my turn\n"
