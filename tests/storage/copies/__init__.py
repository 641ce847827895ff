"""Tests of the copies that are made of a diary."""
