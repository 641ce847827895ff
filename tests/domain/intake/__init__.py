"""Tests of `adtracker.domain.intake`, room for room."""
