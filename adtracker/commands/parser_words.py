"""What argparse says by itself, in the language that is spoken.

It looks its sentences up by a name of its own, which is put in the place of that of the gettext of the system: that one
has no words for them in most languages, and knows nothing of ours.
"""

from __future__ import annotations

import argparse

from adtracker import language, resources
from adtracker.resources import Texts


def speak(texts: Texts) -> None:
    """Have argparse say the sentences of `parser.toml` in the words of a language, and all others in English."""
    words: dict[str, str] = {}
    if language.spoken() != language.ENGLISH:
        english, said = resources.read_toml("text", language.ENGLISH, "parser.toml"), texts.table("parser")
        words = {sentence: said[key] for key, sentence in english.items()}
    vars(argparse)["_"] = lambda sentence: words.get(sentence, sentence)
