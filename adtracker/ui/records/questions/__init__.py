"""A person's own questions: asked on Today, added, reworded, hidden."""
