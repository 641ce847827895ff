"""That a checkout sets itself up on a bare machine, once, from locked packages only."""
