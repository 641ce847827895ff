"""Tests of `adtracker.exchange.csv`, room for room."""
