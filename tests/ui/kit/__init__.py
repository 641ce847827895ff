"""Tests of `adtracker.ui.kit`, room for room."""
