"""Triggers of a day: the card with its chips, adding and renaming."""
