"""Reads sheets that were filled in by hand off scans and photos. Run in a second process (`apart`)."""
