"""Sheets that are printed, filled in by generated pens, scanned or photographed, and read."""
