"""Every number that the window shows: for programs, or as lines that a terminal holds."""
