"""Tests of `adtracker.ui.kit.fields`, room for room."""
