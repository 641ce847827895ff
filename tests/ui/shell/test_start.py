"""What a start on a plain diary loads until its first page is usable, in a process of its own."""

import subprocess
import sys
from pathlib import Path

from adtracker.storage.journal import Journal
from tests.ui.conftest import TODAY

# PySide makes a class when it is first asked for, with its enumerations. Nothing here uses QMovie and QWizard: they are
# made where it looks for the class of an object that Qt made, such as a child that was asked for.
_START = """
import enum, sys
made = set()
create = enum.EnumType._create_
def told(cls, class_name, names, **more):
    made.add(class_name)
    return create(cls, class_name, names, **more)
enum.EnumType._create_ = told

from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from adtracker.app import run_window
from adtracker.settings import Settings

def tell(state):
    if state == "usable":
        print(*sorted({name.partition(".")[0] for name in sys.modules}))
        print(*sorted(made))
        QTimer.singleShot(0, QApplication.quit)

run_window(Path(sys.argv[1]), Settings(), on_ready=tell)
"""


def test_a_plain_diary_is_opened_without_ciphers_and_what_only_other_pages_need(tmp_path: Path) -> None:
    Journal.open(tmp_path / "my.diary", lambda: TODAY, create=True).close()
    command = (sys.executable, "-c", _START, str(tmp_path / "my.diary"))
    told = subprocess.run(command, check=True, capture_output=True, text=True, timeout=120).stdout
    modules, enumerations = (set(line.split()) for line in told.splitlines())
    assert {"PySide6", "sqlalchemy"} <= modules
    assert not modules & {"PIL", "alembic", "argon2", "babel", "cryptography", "numpy", "pyqtgraph", "typst"}
    assert "Shape" in enumerations
    assert not enumerations & {"MovieState", "WizardStyle"}
