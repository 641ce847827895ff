"""A desktop diary for people who live with atopic dermatitis: kept on their own computer, shown to their doctor."""

import builtins

__version__ = "0.2.0"
# The day of this version, which goes with its number; ISO form, for a start of the program needs no dates yet.
__released__ = "2026-11-29"

# As it was before PySide6; `adtracker.ui` says what for.
python_import = builtins.__import__
