"""Pictures of every kind, honest and hostile."""
