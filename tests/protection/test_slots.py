"""Passwords, slots and the file of keys: what opens, and that everything else is refused with a sentence."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.errors import ProtectionError
from adtracker.protection.cost import CEILING_KIB, CEILING_PASSES, FLOOR_KIB, FLOOR_PASSES, Cost, calibrated
from adtracker.protection.key_file import KeyFile, read_key_file
from adtracker.protection.labels import backups_key, new_key, photos_key
from adtracker.protection.passwords import check_password, password_bytes
from adtracker.protection.slots import Slot, wrap

KEY = bytes(range(32))
DIARY = "0123456789abcdef"
PASSWORD = "four quiet grey herons"


@pytest.fixture(scope="module")
def slot() -> Slot:
    return wrap(KEY, PASSWORD, DIARY, Cost())


def _key_of(error: pytest.ExceptionInfo[ProtectionError]) -> str:
    return error.value.key


@pytest.mark.parametrize("password", ["", "short", "          ", "a        b", "九文字のパスワード"])
def test_a_short_password_is_not_taken(password: str) -> None:
    with pytest.raises(ProtectionError) as caught:
        check_password(password)
    assert _key_of(caught) == "protection.password_short"


@pytest.mark.parametrize("password", ["ten letter", "🧴" * 10, "ab cd ef gh", "x" * 1_000_000, "e\u0301" * 10])
def test_any_longer_one_is(password: str) -> None:
    check_password(password)


def test_composed_and_decomposed_letters_are_one_password() -> None:
    assert password_bytes("caf\u00e9") == password_bytes("cafe\u0301")
    assert password_bytes("\ud800") != password_bytes("\ud801")


@pytest.mark.slow
@pytest.mark.parametrize("password", ["x" * 1_000_000, "🧴" * 12, "cafe\u0301 au lait"])
def test_a_slot_opens_with_its_password_alone(password: str) -> None:
    keys = KeyFile(DIARY, (wrap(KEY, password, DIARY, Cost()),))
    assert keys.keys(password) == (KEY,)
    assert keys.keys(password + " ") == ()
    assert keys.keys("") == ()


def test_two_slots_never_look_alike(slot: Slot) -> None:
    other = wrap(KEY, PASSWORD, DIARY, Cost())
    assert (slot.salt, slot.nonce, slot.wrapped) != (other.salt, other.nonce, other.wrapped)
    assert slot.salt != other.salt
    assert KEY not in slot.wrapped


def test_a_slot_opens_nothing_in_another_diarys_file(slot: Slot) -> None:
    assert KeyFile("fedcba9876543210", (slot,)).keys(PASSWORD) == ()


def test_the_file_of_keys_comes_back_as_it_was(slot: Slot) -> None:
    keys = KeyFile(DIARY, (slot, slot))
    assert read_key_file(keys.to_bytes()) == keys


FIRST = b"""{"format": "adtracker keys",
"version": 1,
"diary": "0123456789abcdef", "slots": [{"memory_kib": 65536,
"passes": 3,
"lanes": 4,
"salt": "lxvHQ+w+FulWxm9XlqvKIg==",
"nonce": "XGJdtcqV6rWadKrb",
"wrapped": "pG9KqKLIyTtdTG7nyqqf4LENI4AvTcaOBEL7RPlkKMGEswteuSCuh8VRrKIZ8VfK"}]}"""


def test_a_file_of_the_first_version_opens_for_ever() -> None:
    assert read_key_file(FIRST).keys(PASSWORD) == (KEY,)


@given(st.data())
def test_a_file_that_is_cut_or_changed_never_gives_another_key(data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(FIRST) - 1))
    with pytest.raises(ProtectionError) as caught:
        read_key_file(FIRST[:cut])
    assert _key_of(caught) == "protection.keys_damaged"


@given(st.binary(max_size=200))
def test_any_other_bytes_are_no_file_of_keys(content: bytes) -> None:
    with pytest.raises(ProtectionError):
        read_key_file(content)


def _slot(data: dict[str, Any], **values: object) -> None:
    data["slots"][0] |= values


WRONG: list[Callable[[dict[str, Any]], object]] = [
    lambda data: data.update(format="keys"),
    lambda data: data.update(version=0),
    lambda data: data.update(version=True),
    lambda data: data.update(diary=7),
    lambda data: data.update(diary="../up"),
    lambda data: data.update(diary="x" * 65),
    lambda data: data.update(slots=[]),
    lambda data: data.update(slots={}),
    lambda data: data.update(slots=data["slots"] * 9),
    lambda data: data.update(more=1),
    lambda data: _slot(data, memory_kib=FLOOR_KIB - 1),
    lambda data: _slot(data, memory_kib=CEILING_KIB + 1),
    lambda data: _slot(data, memory_kib=10**30),
    lambda data: _slot(data, passes=2),
    lambda data: _slot(data, passes=CEILING_PASSES + 1),
    lambda data: _slot(data, lanes=0),
    lambda data: _slot(data, lanes=4.0),
    lambda data: _slot(data, salt=""),
    lambda data: _slot(data, nonce="?"),
    lambda data: _slot(data, wrapped="AAAA"),
    lambda data: _slot(data, wrapped=None),
    lambda data: _slot(data, hint="my cat"),
]


@pytest.mark.parametrize("spoil", WRONG)
def test_what_is_not_of_the_form_is_damaged(spoil: Callable[[dict[str, Any]], object]) -> None:
    data = json.loads(FIRST)
    spoil(data)
    with pytest.raises(ProtectionError) as caught:
        read_key_file(json.dumps(data).encode())
    assert _key_of(caught) == "protection.keys_damaged"


def test_a_file_of_a_later_version_says_so() -> None:
    with pytest.raises(ProtectionError) as caught:
        read_key_file(json.dumps(json.loads(FIRST) | {"version": 2, "slots": "otherwise"}).encode())
    assert _key_of(caught) == "protection.keys_newer"


def test_nesting_without_end_is_refused() -> None:
    with pytest.raises(ProtectionError):
        read_key_file(b"[" * 60_000)


def _on_a_computer(seconds_a_mib_and_pass: float) -> Callable[[Cost], float]:
    return lambda cost: cost.memory_kib / 1024 * cost.passes * seconds_a_mib_and_pass


@given(st.floats(1e-7, 1))
def test_the_cost_fits_the_computer_within_the_bounds(speed: float) -> None:
    seconds_of = _on_a_computer(speed)
    cost = calibrated(seconds_of)
    assert cost.is_fair
    if cost != Cost() and cost.passes < CEILING_PASSES:
        assert 0.5 <= seconds_of(cost) <= 1.0


def test_no_computer_does_less_than_the_floor() -> None:
    assert calibrated(_on_a_computer(9.0)) == Cost(FLOOR_KIB, FLOOR_PASSES, 4)


def test_each_use_has_a_key_of_its_own() -> None:
    keys = {KEY, photos_key(KEY), backups_key(KEY), photos_key(bytes(32))}
    assert len(keys) == 4
    assert photos_key(KEY).hex() == "99edb22d57f659e4836307e3c0aff3aad18908ec57caa6fa1e731bb752c5a854"
    assert backups_key(KEY).hex() == "a13799a3b47c5e2577df8ff7ce3658470b065029cc1e7934018dcbcf667c7c2d"


def test_no_key_comes_twice() -> None:
    assert len({new_key() for _ in range(50)}) == 50
