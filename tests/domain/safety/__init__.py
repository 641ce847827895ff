"""What keeps a diary for ten years."""
