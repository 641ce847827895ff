"""Tests of `adtracker.workers`, room for room."""
