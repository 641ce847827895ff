"""Photos as a person uses them: added, named, removed and brought back, compared."""
