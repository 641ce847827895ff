"""Tests of `adtracker.domain.scores`, room for room."""
