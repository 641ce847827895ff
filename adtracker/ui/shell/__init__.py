"""The window itself: its frame, navigation, opening and closing diaries, the first start.

It knows every page; nothing below knows it.
"""
