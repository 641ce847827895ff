"""What every test stands on: no screen, one Qt binding, and a home folder of its own, never the person's."""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests import suite

# Read while Qt and pyqtgraph are imported, so set before any test module is.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYQTGRAPH_QT_LIB"] = "PySide6"

HOME_VARIABLES = {
    "HOME": "",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "XDG_CONFIG_HOME": ".config",
    "XDG_DATA_HOME": ".local/share",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": "run",
}
suite.keep_files_in_memory()
suite.keep_memory_in_one_piece()

# The same examples each time, however slow the machine: a red run then means that the change broke something.
# `pytest --hypothesis-profile search` looks for new ones.
settings.register_profile("search", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("same", settings.get_profile("search"), derandomize=True)
settings.register_profile("fast", settings.get_profile("same"), max_examples=10)
settings.load_profile("same")

PATIENCE_SECONDS = 30
NOBODY = 65534


def pytest_addoption(pluginmanager: pytest.PytestPluginManager) -> None:
    """Take in how the suite is run, before the words of the command line are read."""
    pluginmanager.register(suite, "suite")


@pytest.fixture(scope="session", autouse=True)
def languages() -> None:
    """As in a checkout that `packaging/dev.py` prepared: a test of a language reads what its catalogue says now."""
    import catalogues  # noqa: PLC0415 -- Babel is not for the processes that tests begin

    catalogues.make(catalogues.ROOT)


@pytest.fixture
def qtbot(qtbot: Any) -> Any:
    """pytest-qt's own, with more patience, as a busy machine may stand still for seconds, and a quicker eye.

    It keeps what it closes at the end: a page that nobody holds any more could go while its charts are being drawn.
    """
    kept: list[Any] = []
    close_later = qtbot.addWidget

    def add_widget(widget: Any, **options: Any) -> None:
        kept.append(widget)
        close_later(widget, **options)

    def wait_until(is_so: Callable[[], bool], *, timeout: int = PATIENCE_SECONDS * 1000) -> None:
        end = time.monotonic() + timeout / 1000
        while not is_so():
            assert time.monotonic() < end, f"not so within {timeout} ms"
            qtbot.wait(1)

    qtbot.addWidget = add_widget
    qtbot.waitUntil = wait_until
    qtbot.waitSignal = partial(qtbot.waitSignal, timeout=PATIENCE_SECONDS * 1000)
    return qtbot


@pytest.fixture(scope="session")
def empty_diary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new diary, made once by all migrations, which takes ten times as long as to copy it; never open this one."""
    from adtracker.storage.journal import Journal  # noqa: PLC0415 -- the storage is nothing that every test needs

    path = tmp_path_factory.mktemp("empty") / "empty.diary"
    with closing(Journal.open(path, lambda: date(2026, 11, 29))):
        return path


@pytest.fixture(autouse=True)
def home(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty home folder that paths, settings and child processes of this test see as the person's own."""
    folder = tmp_path / "home"
    for variable, below in HOME_VARIABLES.items():
        place = folder / below
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
        monkeypatch.setenv(variable, str(place))
    # One cache for the whole run: fontconfig's index is slow to build and holds nothing personal.
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))
    return folder


@pytest.fixture
def quick_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new password costs the least that is fair, however fast this computer is."""
    from adtracker.protection import cost  # noqa: PLC0415 -- the ciphers are nothing that every test needs

    monkeypatch.setattr(cost, "SHORTEST_SECONDS", 0)


@pytest.fixture
def persons_folder() -> Iterator[Path]:
    """A folder of somebody who is not the administrator, for whom no rights would hold."""
    if sys.platform == "win32":
        pytest.skip("rights are POSIX's")
    folder = Path(tempfile.mkdtemp())
    if os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def as_person() -> AbstractContextManager[None]:
    """Acts with the rights of an ordinary account, also where the tests run as administrator."""
    return rights_of_a_person()


def rights_of_a_person() -> AbstractContextManager[None]:
    """What `as_person` gives."""
    return _as_nobody() if sys.platform != "win32" and os.geteuid() == 0 else nullcontext()


@contextmanager
def _as_nobody() -> Iterator[None]:
    assert sys.platform != "win32"
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)
