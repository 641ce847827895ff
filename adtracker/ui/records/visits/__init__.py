"""Visits and side effects: the card, the list, the two forms."""
