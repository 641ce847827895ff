"""Tests of `adtracker.exchange.questionnaires`, room for room."""
