"""The made-up diary of the demonstration: a walk of itch, a life around it.

Nothing but the demonstration and tests needs it.
"""
