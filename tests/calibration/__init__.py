"""Calibration: how often the app's answers are right on diaries whose truth is known. `dev.py calibrate` prints it."""
