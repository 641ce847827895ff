"""A small window that asks for the two numbers of the day and closes itself: at log-in, or from the tray."""
