"""Averages, counts, changes from baseline, trends and associations, each with its source.

It knows records and treatments, and no page or chart.
"""
