"""Treatments: doses of a day, plans, their history, adding and stopping."""
