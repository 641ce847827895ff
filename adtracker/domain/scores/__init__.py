"""Scores that clinics give, and questionnaires: what they ask, what was answered, what it adds up to.

It knows no file: readers of other people's formats are in `exchange`.
"""
