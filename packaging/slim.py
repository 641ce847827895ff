"""What the packed program leaves out: parts of Qt that it does not use, and libraries that every desktop has.

Nothing of numpy is taken out or stripped: its library of linear algebra breaks when it is.
"""

import fnmatch
from collections.abc import Iterable, Iterator
from pathlib import PurePath

import debian

# Needed to build the project and never to run it, though locked beside the rest.
BUILD_ONLY = frozenset(
    {"babel", "colorama", "hatchling", "packaging", "pathspec", "pluggy", "tomlkit", "trove-classifiers"}
)

# Asked for by name at run time, where no analysis sees it.
HIDDEN_IMPORTS = ["sqlalchemy.dialects.sqlite.pysqlcipher", "logging.config"]

_NOT_QT = ("QtNetwork", "QtQml", "QtQuick", "QtQuickWidgets", "QtTest", "QtOpenGL", "QtOpenGLWidgets")
EXCLUDED_MODULES = [
    *(f"PySide6.{part}" for part in _NOT_QT),
    *("IPython", "matplotlib", "scipy", "pandas", "cupy", "numba", "jupyter_rfb", "OpenGL", "pyqtgraph.opengl"),
    *("numpy.f2py", "numpy.distutils", "setuptools", "pkg_resources", "pip", "hatchling"),
    *("PIL._avif", "PIL._imagingft", "PIL._imagingtk"),  # pictures are read here, and none has letters drawn into it
    *("tkinter", "curses", "readline", "pdb", "pydoc_data", "lib2to3", "ensurepip", "test"),
    *("sqlalchemy.orm", "fontTools.feaLib", "fontTools.otlLib", "fontTools.designspaceLib"),
    *("sqlite3", "_sqlite3", "ftplib", "smtplib", "xmlrpc", "ssl", "_ssl", "_uuid"),
]

# Paths in the packed folder, as PyInstaller lays them; first those of Qt's libraries, wherever they lie.
_UNUSED_PARTS = ("*Network*", "Qml*", "Quick*", "VirtualKeyboard*", "Egl*", "Pdf*", "Test*", "OpenGLWidgets*")
_UNUSED_SCREENS = ("eglfs", "linuxfb", "minimalegl", "vkkhrdisplay", "vnc")
UNUSED_PLUGINS = ("egldeviceintegrations", "generic", "networkinformation", "tls", "xcbglintegrations")
_UNUSED = (
    *(f"*libQt6{part}" for part in _UNUSED_PARTS),
    "PySide6/Qt/translations/*",
    "PySide6/Qt/qml/*",
    *(f"PySide6/Qt/plugins/{kind}/*" for kind in UNUSED_PLUGINS),
    "PySide6/Qt/plugins/platforminputcontexts/*virtualkeyboard*",
    "PySide6/Qt/plugins/platformthemes/*gtk3*",
    *(f"PySide6/Qt/plugins/imageformats/*q{name}.so" for name in ("pdf", "icns", "tga", "wbmp", "tiff")),
    *(f"PySide6/Qt/plugins/platforms/*q{name}.so" for name in _UNUSED_SCREENS),
    *(f"*libavif{rest}" for rest in ("-*", ".so*")),
    *(f"PIL/{name}.*" for name in ("_avif", "_imagingft", "_imagingtk")),
    *(f"pillow.libs/lib{name}*" for name in ("brotli", "freetype-", "harfbuzz-", "png16-")),
    "pyqtgraph/icons/peegee/*",
    # What an installation says of itself, with paths of the machine it was made on.
    *(f"*.dist-info/{name}" for name in ("RECORD", "INSTALLER", "REQUESTED", "direct_url.json")),
)

# Libraries of the build machine that go along, each with its package: Python's own, and small ones that Qt wants and
# that desktops often lack. All others come from the system, whose updates then reach them.
_OF_QT = frozenset(f"libxcb-{name}" for name in ("cursor", "icccm", "image", "keysyms", "render-util", "util"))
_TAKEN_ALONG = {
    **{name.split(".so")[0]: package for name, package in debian.LIBRARIES.items() if name.split(".so")[0] in _OF_QT},
    "libffi": "libffi8",
    "libz": "zlib1g",
    "libbz2": "libbz2-1.0",
    "liblzma": "liblzma5",
    "libcrypto": "libssl3",
}

# Written anew with less in it; Windows and macOS have an ICU of their own.
DATA_OF_ICU = "PySide6/Qt/lib/libicudata.so.*"
# Written anew without the fonts in it; on Windows and macOS it stays as it is.
COMPILER_OF_REPORTS = "typst/_typst*.so"

# Strip breaks numpy's library of linear algebra, and finds nothing in what comes stripped already.
_NOT_STRIPPED = (
    "_internal/numpy*",
    *(f"_internal/PySide6/{part}" for part in ("*.abi3.so*", "Qt/lib/libQt6*", "Qt/plugins/*")),
)


def shipped(names: Iterable[str]) -> Iterator[str]:
    """Those of the locked packages that stand in the packed program, each once."""
    return (name for name in dict.fromkeys(names) if name not in BUILD_ONLY)


def packages_taken_along() -> list[str]:
    """The packages of the build machine from which libraries go along."""
    return sorted(set(_TAKEN_ALONG.values()))


def is_kept(target: str, source: str) -> bool:
    """Whether a file goes into the packed folder: at `target` there, from `source` on this machine."""
    path = PurePath(target).as_posix()
    if any(fnmatch.fnmatchcase(path, pattern) for pattern in _UNUSED):
        return False
    return not is_of_the_system(PurePath(source))


def is_of_the_system(source: PurePath) -> bool:
    """Whether this is a library that the system gives."""
    if not source.is_relative_to("/usr/lib") and not source.is_relative_to("/lib"):
        return False
    return source.name.split(".so")[0] not in _TAKEN_ALONG


def may_be_stripped(path: str) -> bool:
    """Whether a file of the packed folder stands it to lose the names for debuggers."""
    return not any(fnmatch.fnmatchcase(path, pattern) for pattern in _NOT_STRIPPED)
