"""Reminds of a day that is not written yet: by the desktop's notification, or in the window where there is none."""
