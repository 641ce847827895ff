"""Tests of `adtracker.ui.report`, room for room."""
