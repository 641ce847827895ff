"""Puts the parts together: the one place that builds the window, opens diaries in it and reads the clock."""
