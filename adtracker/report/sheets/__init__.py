"""Single pages that are handed out: the words of recovery, and what a clinic wants written down."""
