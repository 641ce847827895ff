"""Report: what goes on it, a preview of its pages, saving.

What the pages say is worked out in `adtracker.report`.
"""
