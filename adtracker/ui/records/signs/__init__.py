"""Skin signs of a day: the card with its chips."""
