"""What the system is told about starting at log-in: the file, the quoting, and that switching it off takes it away."""

from __future__ import annotations

import configparser
import plistlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker import autostart

WORDS = ["/opt/my programs/adtracker", "quick"]


def _words_of(entry: str) -> list[str]:
    """The words of Exec, read as the specification says: a string of the file, then quoted arguments, then codes."""
    parser = configparser.RawConfigParser()
    parser.read_string(entry)
    said = parser["Desktop Entry"]["exec"].replace("\\\\", "\\")
    quoted = re.findall(r'"((?:[^"\\]|\\.)*)"', said)
    return [re.sub(r"\\(.)", r"\1", word).replace("%%", "%") for word in quoted]


@given(st.lists(st.text(st.characters(codec="ascii", categories=("L", "N", "P", "S", "Zs")), min_size=1), min_size=1))
def test_whatever_is_in_a_path_comes_through_the_file(words: list[str]) -> None:
    assert _words_of(autostart.desktop_entry(words)) == words


@pytest.mark.skipif(shutil.which("desktop-file-validate") is None, reason="checks with a tool that is not here")
def test_the_file_is_one_that_desktops_accept(tmp_path: Path) -> None:
    file = tmp_path / "adtracker.desktop"
    file.write_text(autostart.desktop_entry(WORDS), encoding="utf-8")
    done = subprocess.run(["desktop-file-validate", str(file)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.skipif(sys.platform != "linux", reason="the file is where Linux desktops look")
def test_it_is_switched_on_and_off(home: Path) -> None:
    assert not autostart.is_on()
    autostart.turn(on=True)
    assert autostart.is_on()
    file = autostart.entry_file()
    assert file.parent.name == "autostart"
    assert home in file.parents
    assert _words_of(file.read_text(encoding="utf-8")) == list(autostart.command())
    autostart.turn(on=False)
    assert not file.exists()
    autostart.turn(on=False)
    assert not autostart.is_on()


@pytest.mark.skipif(sys.platform != "linux", reason="the file is where Linux desktops look")
@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_what_the_desktop_has_switched_off_is_off(home: Path, line: str) -> None:
    autostart.turn(on=True)
    file = autostart.entry_file()
    file.write_text(f"{file.read_text(encoding='utf-8')}{line}\n", encoding="utf-8")
    assert not autostart.is_on()


def test_the_command_starts_this_program() -> None:
    done = subprocess.run([*autostart.command(), "--help"], capture_output=True, text=True, check=False)
    assert "adtracker quick" in done.stdout


def test_what_the_others_get() -> None:
    agent = plistlib.loads(autostart.launch_agent(WORDS))
    assert agent == {"Label": "org.adtracker.quick", "ProgramArguments": WORDS, "RunAtLoad": True}
    assert autostart.command_line(WORDS) == '"/opt/my programs/adtracker" quick'
