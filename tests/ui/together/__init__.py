"""Tests of `adtracker.ui.together`, room for room."""
