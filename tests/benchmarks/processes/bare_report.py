"""The baseline of the report: a process that only imports typst and compiles the same page, with its data and fonts."""

from __future__ import annotations

import pickle
import sys
from pathlib import Path

import typst

files, fonts, made, options, *_ = pickle.loads(Path(sys.argv[1]).read_bytes())
alone = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=list(fonts))
pdf = typst.compile(files, timestamp=made, font_paths=alone, ignore_system_fonts=True, **options)
Path(sys.argv[2]).write_bytes(pdf)
