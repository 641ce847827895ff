"""Controls that know nothing of the diary: buttons, cards, chips, scales, calendars, messages, layouts.

A control here is told everything, and reads no file.
"""
