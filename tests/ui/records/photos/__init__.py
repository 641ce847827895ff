"""Tests of `adtracker.ui.records.photos`, room for room."""
