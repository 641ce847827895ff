"""Fields to fill in: text, numbers, days, choices, and how what stands in them is kept while it is typed.

They are guarded: only a person who means to changes them.
"""
