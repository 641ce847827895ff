"""Tests of `adtracker.exchange.intake`, room for room."""
