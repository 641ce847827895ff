"""Tests of `adtracker.domain.statistics`, room for room."""
