"""Reminders, and what arrives of them at a desktop."""
