"""Tests of `adtracker.ui.charts`, room for room."""
