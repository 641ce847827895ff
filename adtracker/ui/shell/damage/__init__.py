"""A diary that was found damaged: who watches for it, what is shown, and the newest good copy."""
