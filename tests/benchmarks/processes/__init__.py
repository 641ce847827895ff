"""Scripts that are timed as whole processes."""
