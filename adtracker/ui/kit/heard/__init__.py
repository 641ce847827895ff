"""What a screen reader is told beyond what Qt tells by itself."""
