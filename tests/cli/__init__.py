"""Tests of the command line: what is printed, what is written, and with which code it ends."""
