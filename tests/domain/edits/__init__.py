"""Tests of `adtracker.domain.edits`, room for room."""
