"""Tests of the sheets of paper: what is filled in by hand, what a clinic hands out, and the words of recovery."""
