"""Run by the packed program before anything else: has pyqtgraph do without OpenGL, which draws none of our charts.

pyqtgraph imports Qt's classes for it whether they are used or not. They are 10 MB, so two empty modules stand for them;
the one class that pyqtgraph derives another from is a plain one.
"""

import sys
from types import ModuleType

for name in ("QtOpenGL", "QtOpenGLWidgets"):
    module = ModuleType(f"PySide6.{name}")
    module.QOpenGLWidget = object  # type: ignore[attr-defined]
    sys.modules[module.__name__] = module
