"""Tests of `adtracker.domain.treatments`, room for room."""
