"""Tests of `adtracker.ui.trends`, room for room."""
