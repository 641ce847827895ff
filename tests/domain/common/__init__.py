"""Tests of `adtracker.domain.common`, room for room."""
