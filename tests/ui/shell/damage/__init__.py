"""Tests of a damaged diary in the window."""
