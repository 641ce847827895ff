"""What every subject of the domain needs: periods of days, problems, measures, reading fields, what is deleted.

It knows no record.
"""
