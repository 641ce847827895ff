"""History: a calendar by month and a list of all days, with a search in notes.

It knows no other page.
"""
