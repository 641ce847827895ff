"""What a diary lives through: killed programs, power cuts, flipped bits, empty sectors. `dev.py endure` prints it."""
