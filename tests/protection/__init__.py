"""Tests of the room `protection`."""
