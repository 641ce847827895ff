"""Tests of `adtracker.ui.settings`, room for room."""
