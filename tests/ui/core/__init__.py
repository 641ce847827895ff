"""Tests of `adtracker.ui.core`, room for room."""
