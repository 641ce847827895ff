"""What a write did, as a value: it can be undone, done again, and put beside what others wrote since.

It knows every kind of record, and nothing of how they are stored.
"""
