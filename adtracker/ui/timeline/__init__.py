"""Timeline: the course week by week, what it says, what is coming up.

It knows no other page.
"""
