"""Tests of the page of all treatments tried."""
