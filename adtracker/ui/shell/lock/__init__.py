"""A locked window: when it locks by itself, what it shows then, and how it opens again."""
