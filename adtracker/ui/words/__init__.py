"""Sentences that several rooms say: days, numbers, what was saved, what undo brought back.

They know the domain alone.
"""
