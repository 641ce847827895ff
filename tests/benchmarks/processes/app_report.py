"""`adtracker report`, as a person calls it."""

from __future__ import annotations

import sys

from adtracker.__main__ import main

sys.argv = ["adtracker", "report", "--diary", sys.argv[1], "-o", sys.argv[2]]
sys.exit(main())
