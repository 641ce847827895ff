"""Tests of `adtracker.ui.learn`, room for room."""
