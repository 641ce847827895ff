"""Tests of the inbox: real folders that the world changes under it."""
