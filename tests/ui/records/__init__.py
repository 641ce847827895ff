"""Tests of `adtracker.ui.records`, room for room."""
