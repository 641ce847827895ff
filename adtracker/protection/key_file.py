"""The file of keys, as bytes: JSON with the slots of one diary. What is not exactly of its form is refused."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from adtracker.errors import ProtectionError
from adtracker.protection.cost import Cost
from adtracker.protection.slots import NONCE_BYTES, SALT_BYTES, VERSION, WRAPPED_BYTES, Slot, unwrap

FORMAT = "adtracker keys"
MOST_SLOTS = 8
LARGEST = 64 * 1024
_LONGEST_IDENTITY = 64


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The slots of the diary of an identity."""

    diary: str
    slots: tuple[Slot, ...]

    def keys(self, password: str) -> tuple[bytes, ...]:
        """The keys that a password opens: none if it is wrong; two while a diary gets a new key."""
        found = (unwrap(slot, password, self.diary) for slot in self.slots)
        return tuple(key for key in found if key is not None)

    def and_slots(self, slots: Sequence[Slot]) -> KeyFile:
        """With more slots, as far as there is room; each once."""
        return KeyFile(self.diary, tuple(dict.fromkeys((*self.slots, *slots)))[:MOST_SLOTS])

    def to_bytes(self) -> bytes:
        """The content of the file."""
        data = {"format": FORMAT, "version": VERSION, "diary": self.diary, "slots": [_data(one) for one in self.slots]}
        return (json.dumps(data, indent=1) + "\n").encode()


def read_key_file(content: bytes) -> KeyFile:
    """What a file of keys says. Raises ProtectionError: not one, damaged, or of a later version."""
    try:
        data = json.loads(content[: LARGEST + 1])
        if data["format"] != FORMAT or type(data["version"]) is not int:
            raise ValueError
        if data["version"] > VERSION:
            raise ProtectionError("protection.keys_newer")
        return _key_file(data)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise ProtectionError("protection.keys_damaged") from None


def _key_file(data: dict[str, Any]) -> KeyFile:
    diary, slots = data["diary"], data["slots"]
    is_named = isinstance(diary, str) and diary.isalnum() and diary.isascii() and len(diary) <= _LONGEST_IDENTITY
    if set(data) != {"format", "version", "diary", "slots"} or data["version"] != VERSION or not is_named:
        raise ValueError
    if not isinstance(slots, list) or not 1 <= len(slots) <= MOST_SLOTS:
        raise ValueError
    return KeyFile(diary, tuple(_slot(one) for one in slots))


def _data(slot: Slot) -> dict[str, Any]:
    return {
        "memory_kib": slot.cost.memory_kib,
        "passes": slot.cost.passes,
        "lanes": slot.cost.lanes,
        **{name: b64encode(getattr(slot, name)).decode() for name in ("salt", "nonce", "wrapped")},
    }


def _slot(data: dict[str, Any]) -> Slot:
    if set(data) != {"memory_kib", "passes", "lanes", "salt", "nonce", "wrapped"}:
        raise ValueError
    numbers = [data[name] for name in ("memory_kib", "passes", "lanes")]
    if any(type(number) is not int for number in numbers) or not Cost(*numbers).is_fair:
        raise ValueError
    salt, nonce, wrapped = (b64decode(data[name], validate=True) for name in ("salt", "nonce", "wrapped"))
    if (len(salt), len(nonce), len(wrapped)) != (SALT_BYTES, NONCE_BYTES, WRAPPED_BYTES):
        raise ValueError
    return Slot(Cost(*numbers), salt, nonce, wrapped)
