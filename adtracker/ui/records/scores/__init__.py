"""Scores from the clinic and questionnaires: the card, the list, the forms."""
