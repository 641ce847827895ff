"""What the command line can do, a module a command; each is loaded only when it is asked for."""
