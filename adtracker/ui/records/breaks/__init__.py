"""Breaks from the diary: the list, the form."""
