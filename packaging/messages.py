"""How dev.py speaks: short lines on the terminal, and one kind of failure with a sentence in it."""


class SetupError(Exception):
    """The machine cannot do what was asked; the text says what is missing and what to do next."""


def say(text: str) -> None:
    """Print a line now, ahead of whatever a child process prints next."""
    print(text, flush=True)
