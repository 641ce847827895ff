"""The sheet of paper that is filled in by hand: what stands where on it, and what a reader makes of it."""
