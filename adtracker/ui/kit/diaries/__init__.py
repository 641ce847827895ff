"""Which diary is open, whose it is, and the others of this computer."""
