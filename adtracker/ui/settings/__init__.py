"""Settings: look, diary, course, and the ways to what is seldom needed.

It knows no other page.
"""
