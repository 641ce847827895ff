"""Today: one day, answered in two keys, with all its optional cards.

It knows no other page.
"""
