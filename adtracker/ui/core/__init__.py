"""What every page works with: context, events, tasks, theme, preferences, the gates for writes and for a new day.

It knows no page and no control.
"""
