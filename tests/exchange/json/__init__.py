"""Tests of `adtracker.exchange.json`, room for room."""
