"""Tests of the lock: when, what is left, and the way back in."""
