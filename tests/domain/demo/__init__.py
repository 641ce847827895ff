"""Tests of `adtracker.domain.demo`, room for room."""
