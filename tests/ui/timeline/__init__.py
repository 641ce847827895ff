"""Tests of `adtracker.ui.timeline`, room for room."""
