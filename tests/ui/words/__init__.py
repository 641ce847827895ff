"""Tests of `adtracker.ui.words`, room for room."""
