"""How diary files came to their present form, one step a file. A step that was shipped is not edited any more."""
