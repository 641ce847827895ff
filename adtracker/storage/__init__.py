"""The diary file: the only room that knows SQL."""
