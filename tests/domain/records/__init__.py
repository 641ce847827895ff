"""Tests of `adtracker.domain.records`, room for room."""
