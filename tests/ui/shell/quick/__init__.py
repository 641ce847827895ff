"""The small window, by itself and with the diary behind it."""
