"""Courses of treatment, and the person they are for: the form, the list."""
