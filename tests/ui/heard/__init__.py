"""What a screen reader is told, page by page and key by key."""
