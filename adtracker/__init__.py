"""A desktop diary for people who live with atopic dermatitis: kept on their own computer, shown to their doctor."""

import builtins

__version__ = "0.1.0"

# As it was before PySide6; `adtracker.ui` says what for.
python_import = builtins.__import__
