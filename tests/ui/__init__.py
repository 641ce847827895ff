"""The window, used as a person uses it: with keys and clicks."""
