"""Tests of `adtracker.ui.shell`, room for room."""
