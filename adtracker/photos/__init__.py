"""Pictures in: whatever a person adds becomes an upright JPEG of modest size that tells nothing but what it shows."""
