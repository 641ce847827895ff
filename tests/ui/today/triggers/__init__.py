"""Tests of triggers on Today."""
