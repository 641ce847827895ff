"""Trends: charts of what was recorded, numbers beside them, two periods compared.

It knows no other page.
"""
