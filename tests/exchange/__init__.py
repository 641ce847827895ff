"""Tests of files from elsewhere and for elsewhere."""
