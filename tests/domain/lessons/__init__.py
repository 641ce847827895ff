"""Tests of `adtracker.domain.lessons`, room for room."""
