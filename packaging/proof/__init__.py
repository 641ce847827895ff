"""Proves what was built: each thing is installed as a person would, used, killed, reopened and taken away again."""
