"""What a password may be, and the bytes that it stands for.

Length is all that is asked for: rules about digits and signs make passwords that people forget (NIST SP 800-63B,
5.1.1.2). Whole sentences, emoji and a million letters are fine.
"""

from __future__ import annotations

import unicodedata

from adtracker.errors import ProtectionError

SHORTEST = 10


def check_password(password: str) -> None:
    """Refuse a new password that is too short. Blanks at its ends and more than one in a row do not count.

    Four words always have ten characters, with the blanks between them. Raises ProtectionError.
    """
    if len(" ".join(_composed(password).split())) < SHORTEST:
        raise ProtectionError("protection.password_short", shortest=SHORTEST)


def password_bytes(password: str) -> bytes:
    """A password as bytes: the same for an é that a keyboard gives in one piece or in two (Unicode's form NFC)."""
    return _composed(password).encode("utf-8", "surrogatepass")


def _composed(password: str) -> str:
    return unicodedata.normalize("NFC", password)
