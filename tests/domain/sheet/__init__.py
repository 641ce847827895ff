"""The sheet of paper: what is pure about it."""
