"""What is read for a view: the days it needs, and no others."""
