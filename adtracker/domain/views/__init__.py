"""What a chart, a timeline, a list shows, worked out once for the screen and for paper.

It knows no widget and no page of paper.
"""
