"""Everything drawn over an axis of days or weeks: panels, lanes, strips.

It draws what `domain.views` worked out, and works out nothing.
"""
