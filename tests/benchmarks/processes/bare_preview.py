"""The baseline of the preview: a process that only imports typst and draws the same pages as pictures."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

import typst

PPI = 110  # about what the preview has in the window that is measured

files, fonts, made, options, *_ = pickle.loads(Path(sys.argv[1]).read_bytes())
alone = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(fonts))
typst.compile(files, timestamp=made, font_paths=alone, ignore_system_fonts=True, format="png", ppi=PPI)
