"""Pages load while the first one is looked at: each in a process of its own, for a module loads once."""

import subprocess
import sys

_BEGIN = """
import sys
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from adtracker.ui.shell.page_classes import PAGE_KEYS, page_class
from adtracker.ui.shell.page_loading import PageLoading

def loaded():
    return {key for key in PAGE_KEYS if f"adtracker.ui.{key}.page" in sys.modules}

def wait_for(is_there):
    while not is_there():  # for ever, until the test that runs this gives up
        rest(1)

def rest(milliseconds):
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()

app = QApplication([])
loading = PageLoading()
loading.begin()
assert not loaded()
"""


def _run(script: str) -> None:
    subprocess.run([sys.executable, "-c", _BEGIN + script], check=True, capture_output=True, text=True, timeout=120)


def test_every_page_is_loaded_a_moment_later_and_nothing_twice() -> None:
    _run("""
wait_for(lambda: loaded() == set(PAGE_KEYS))
loading.stop()
before = dict(sys.modules)
loading.begin()
rest(400)
assert dict(sys.modules) == before
""")


def test_the_words_of_a_report_are_read_by_then() -> None:
    _run("""
wait_for(lambda: loaded() == set(PAGE_KEYS))
loading.stop()
from adtracker import resources
read = resources.english.cache_info().misses
for name in ("report", "trend", "published"):
    resources.english(name)
assert resources.english.cache_info().misses == read
""")


def test_a_page_that_is_wanted_meanwhile_is_whole() -> None:
    _run("""
wait_for(lambda: "pyqtgraph" in sys.modules)
from adtracker.ui.core.page import Page
for key in reversed(PAGE_KEYS):
    assert issubclass(page_class(key), Page)
loading.stop()
""")


def test_nothing_more_is_loaded_once_the_program_ends() -> None:
    _run("""
wait_for(lambda: "numpy" in sys.modules)
loading.stop()
assert loaded() < set(PAGE_KEYS)
""")
