"""Tests of `adtracker.domain.views`, room for room."""
