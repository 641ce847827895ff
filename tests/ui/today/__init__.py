"""Tests of `adtracker.ui.today`, room for room."""
