"""Bringing in a file in the window: what was found, what its columns become, what would change; then one button."""
