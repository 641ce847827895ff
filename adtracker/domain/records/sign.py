"""What a person sees on their skin on a day: chips, any number of them, or none of them."""

from __future__ import annotations

from enum import Enum


class Sign(Enum):
    """One sign of the skin, in the words that patient questionnaires use for it (`resources/text`, `signs`)."""

    DRY = "dry"
    FLAKING = "flaking"
    CRACKED = "cracked"
    WEEPING = "weeping"
    BLEEDING = "bleeding"
