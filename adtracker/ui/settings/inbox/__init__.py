"""The inbox in the window: its folder in the settings, the files in it, and photos that ask for place and day."""
