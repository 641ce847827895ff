"""Treatments with their plans and doses, and which dose answers which planned day.

It knows no score and no view.
"""
