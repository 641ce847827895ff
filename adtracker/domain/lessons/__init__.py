"""Lessons: their text, blocks, sources, and the values that they share with the program.

They know no diary.
"""
