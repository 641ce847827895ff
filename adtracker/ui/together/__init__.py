"""What happened together: the dialog, the work behind it, the words.

It is opened from Trends and Timeline and knows neither.
"""
