"""What keeps a diary for ten years: which copies of it stay."""
