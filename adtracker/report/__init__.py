"""The report for the visit: what it says (a value) and how it is printed (Typst)."""
