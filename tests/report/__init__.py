"""Tests of the report: what it says, and what Typst makes of it."""
