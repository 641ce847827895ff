"""Taking back, doing again, and what others wrote meanwhile."""
