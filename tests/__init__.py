"""The tests: real files, real windows, real documents; a folder for each room of the package."""
