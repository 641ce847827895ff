"""What the desktop shows above the window and in its lists: whose diary is open, and the program."""

from __future__ import annotations

from adtracker.language import tr

_LETTERS = 80
_PLACE_FOR_A_STAR = "[*]"  # Qt takes it for the place of its mark for changed documents; twice it is a text


def window_title(diary: str) -> str:
    """The words about the diary and the name of the program; the name alone where there are no words."""
    if not diary:
        return "adtracker"
    from adtracker.domain.common.field_reader import shown  # noqa: PLC0415 -- the first title is set before the first paint

    plain = shown(diary, _LETTERS).replace(_PLACE_FOR_A_STAR, 2 * _PLACE_FOR_A_STAR)
    return tr("{diary} - adtracker", diary=plain)
