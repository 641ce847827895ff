"""What the packed program leaves out is what nobody needs: the rules, and that they name what there is."""

from pathlib import Path

import PySide6
import pytest

import dev
import slim
from environment import Level
from sbom import read_lock

QT = Path(PySide6.__path__[0]) / "Qt"
LOCKED = {pin.name for pin in read_lock(dev.HERE.lock_file(Level.RUNTIME).read_text(encoding="utf-8"))}


@pytest.mark.parametrize(
    "target",
    [
        "libQt6Network.so.6",
        "PySide6/Qt/lib/libQt6Qml.so.6",
        "PySide6/Qt/plugins/tls/libqopensslbackend.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/plugins/platforms/libqvnc.so",
        "numpy-2.4.6.dist-info/RECORD",
        "PIL/_imagingft.cpython-311-x86_64-linux-gnu.so",
        "pillow.libs/libharfbuzz-fb49c9fc.so.0.61450.0",
    ],
)
def test_leaves_out_what_has_no_use_here(target: str) -> None:
    assert not slim.is_kept(target, f"/somewhere/site-packages/{target}")


@pytest.mark.parametrize(
    "target",
    [
        "PySide6/Qt/lib/libQt6Core.so.6",
        "PySide6/Qt/lib/libQt6DBus.so.6",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "numpy-2.4.6.dist-info/licenses/LICENSE.txt",
        "numpy.libs/libscipy_openblas64_-32a4b2a6.so",
        "pillow.libs/libwebp-51b0b3f7.so.7.2.0",
        "PIL/_imagingcms.cpython-311-x86_64-linux-gnu.so",
        "adtracker/_resources/icons/app.svg",
    ],
)
def test_keeps_what_the_window_stands_on(target: str) -> None:
    assert slim.is_kept(target, f"/somewhere/site-packages/{target}")


def test_takes_only_libraries_along_that_desktops_lack() -> None:
    folder = "/usr/lib/x86_64-linux-gnu"
    assert slim.is_kept("libxcb-cursor.so.0", f"{folder}/libxcb-cursor.so.0")
    assert slim.is_kept("libffi.so.8", f"{folder}/libffi.so.8.1.2")
    assert not slim.is_kept("libX11.so.6", f"{folder}/libX11.so.6")
    assert not slim.is_kept("libxcb.so.1", "/lib/x86_64-linux-gnu/libxcb.so.1")


@pytest.mark.parametrize("path", ["_internal/numpy/_core/_multiarray_umath.so", "_internal/numpy.libs/libgfortran.so"])
def test_numpy_is_never_stripped(path: str) -> None:
    assert not slim.may_be_stripped(path)


@pytest.mark.parametrize("path", ["typst/_typst.abi3.so", "PIL/_imaging.so", "PySide6/Qt/lib/libicuuc.so.73"])
def test_what_comes_with_names_for_debuggers_is_stripped(path: str) -> None:
    assert slim.may_be_stripped(f"_internal/{path}")


def test_ships_every_package_but_those_that_build_the_project() -> None:
    assert slim.BUILD_ONLY < LOCKED
    assert set(slim.shipped(LOCKED)) == LOCKED - slim.BUILD_ONLY
    assert list(slim.shipped(["numpy", "hatchling", "numpy"])) == ["numpy"]


@pytest.mark.skipif(not (QT / "plugins" / "platforms" / "libqxcb.so").exists(), reason="Qt of Linux")
def test_the_plugins_it_names_are_those_of_this_qt() -> None:
    kinds = {folder.name for folder in (QT / "plugins").iterdir()}
    assert set(slim.UNUSED_PLUGINS) <= kinds
