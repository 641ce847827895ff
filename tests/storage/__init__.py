"""Tests of the diary file, on real files."""
