"""A diary with a password: encrypted to the last byte, opened by password or words, plain again, whatever breaks."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from adtracker.domain.records.day import DayEntry
from adtracker.errors import AdtrackerError, DiaryError, ProtectionError
from adtracker.protection.cost import Cost
from adtracker.protection.labels import new_key
from adtracker.resources import Texts, recovery_words
from adtracker.storage.encryption import converting
from adtracker.storage.encryption.key_files import KeyPlaces
from adtracker.storage.encryption.protecting import Protection
from adtracker.storage.journal import Journal
from tests.storage.samples import NOW, TODAY, long_diary, open_journal, snapshot
from tests.storage.test_photos import pixels

PASSWORD = "four quiet grey herons"
CANARY = "canary-7f3a-marmalade"
KEY = bytes(range(32))


def _open(path: Path, key: bytes | None = None) -> Journal:
    return Journal.open(path, lambda: TODAY, create=False, now=lambda: NOW, key=key)


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    return tmp_path / "settings"


@pytest.fixture
def protection(path: Path, settings: Path) -> Protection:
    """A diary of 30 days with a photo, each with a canary, without a password yet."""
    journal = open_journal(path)
    journal.save_all(long_diary(30))
    journal.save(DayEntry(TODAY, itch=7, note=CANARY))
    journal.add_photo(pixels(), TODAY, note=CANARY)
    journal.close()
    return Protection(path, settings)


@pytest.fixture
def sealed(protection: Protection) -> Protection:
    """The same, with a password."""
    protection.switch_on(KEY, PASSWORD, Cost())
    return protection


def _said(journal: Journal) -> tuple[object, ...]:
    photos = journal.photos()
    said = (journal.entries(), photos, [journal.picture(photo) for photo in photos], journal.check())
    journal.close()
    return said


def _refused(error: type[AdtrackerError], key: str, caught: pytest.ExceptionInfo[AdtrackerError]) -> None:
    assert isinstance(caught.value, error)
    assert caught.value.key == key
    assert "{" not in Texts().error(caught.value)


@pytest.mark.slow
def test_the_same_is_in_it_with_and_without_a_password(path: Path, protection: Protection) -> None:
    before = _said(_open(path))
    protection.switch_on(KEY, PASSWORD, Cost())
    assert protection.is_on
    assert _said(_open(path, protection.key_of(PASSWORD))) == before
    protection.switch_off(KEY)
    assert not protection.is_on
    assert _said(_open(path)) == before
    assert not KeyPlaces(path, path.parent).beside.exists()


def test_writing_goes_on_under_a_password(path: Path, sealed: Protection) -> None:
    journal = _open(path, KEY)
    for back in range(120):
        journal.save(DayEntry(TODAY - timedelta(days=back), itch=back % 11, note=f"{CANARY} {back}"))
    journal.close()
    assert len(_open(path, KEY).entries()) == 120


def test_without_the_key_it_is_protected_and_left_as_it_was(path: Path, sealed: Protection) -> None:
    before = snapshot(path.parent)
    for key, kind in ((None, "diary.protected"), (new_key(), "diary.key_wrong")):
        with pytest.raises(DiaryError) as caught:
            _open(path, key)
        _refused(DiaryError, kind, caught)
    assert snapshot(path.parent) == before


@pytest.mark.parametrize("password", ["", " ", PASSWORD + " ", PASSWORD.upper(), "🧴" * 20, "x" * 1_000_000])
def test_a_wrong_password_opens_nothing(sealed: Protection, password: str) -> None:
    with pytest.raises(ProtectionError) as caught:
        sealed.key_of(password)
    _refused(ProtectionError, "protection.password_wrong", caught)


@pytest.mark.slow
def test_the_words_open_it_when_keys_and_settings_are_gone(path: Path, settings: Path, sealed: Protection) -> None:
    sheet = " ".join(recovery_words().words(KEY))
    KeyPlaces(path, settings).beside.unlink()
    shutil.rmtree(settings)
    with pytest.raises(ProtectionError) as caught:
        sealed.key_of(PASSWORD)
    _refused(ProtectionError, "protection.keys_missing", caught)
    key = recovery_words().key(sheet)
    sealed.check(key)
    assert len(_open(path, key).entries()) == 30
    sealed.change_password(key, "another four words", Cost())
    assert sealed.key_of("another four words") == KEY


def test_the_words_of_another_diary_are_told(sealed: Protection) -> None:
    with pytest.raises(ProtectionError) as caught:
        sealed.check(new_key())
    _refused(ProtectionError, "protection.words_wrong", caught)


@pytest.mark.parametrize("spoiled", [b"", b"{}", b"\xff" * 70_000])
def test_spare_keys_help_where_those_beside_it_are_damaged(
    path: Path, settings: Path, sealed: Protection, spoiled: bytes
) -> None:
    places = KeyPlaces(path, settings)
    places.beside.write_bytes(spoiled)
    assert sealed.key_of(PASSWORD) == KEY
    places.spare.write_bytes(spoiled)
    with pytest.raises(ProtectionError) as caught:
        sealed.key_of(PASSWORD)
    _refused(ProtectionError, "protection.keys_damaged", caught)


@pytest.mark.slow
def test_keys_of_another_diary_are_told(path: Path, settings: Path, sealed: Protection) -> None:
    other = Protection(path.with_name("other.diary"), settings)
    open_journal(other.path).close()
    other.switch_on(new_key(), PASSWORD, Cost())
    shutil.copy(KeyPlaces(other.path, settings).beside, KeyPlaces(path, settings).beside)
    with pytest.raises(ProtectionError) as caught:
        sealed.key_of(PASSWORD)
    _refused(ProtectionError, "protection.keys_foreign", caught)


@pytest.mark.slow
def test_a_new_password_replaces_the_old_one_and_leaves_the_diary(path: Path, sealed: Protection) -> None:
    before = path.read_bytes()
    sealed.change_password(KEY, "another four words", Cost())
    assert path.read_bytes() == before
    assert sealed.key_of("another four words") == KEY
    with pytest.raises(ProtectionError):
        sealed.key_of(PASSWORD)


@pytest.mark.slow
def test_what_was_replaced_goes_with_the_next_start(path: Path, sealed: Protection) -> None:
    kept = sorted(path.parent.glob("*.replaced-*"))
    assert {item.name.split(".replaced")[0] for item in kept} == {"my.diary", "my.diary.photos"}
    _open(path, KEY).close()
    assert sorted(path.parent.glob("*.replaced-*")) == kept
    subprocess.run([sys.executable, "-c", START, path], input=KEY, check=True)
    assert not list(path.parent.glob("*.replaced-*"))


START = """
import sys
from contextlib import closing
from datetime import date
from pathlib import Path
from adtracker.storage.journal import Journal
Journal.open(Path(sys.argv[1]), lambda: date(2026, 11, 22), create=False, key=sys.stdin.buffer.read(32)).close()
"""


def test_no_word_of_it_is_in_any_file(tmp_path: Path, path: Path, sealed: Protection) -> None:
    for kept in path.parent.glob("*.replaced-*"):
        kept.unlink()
    journal = _open(path, KEY)
    journal.save(DayEntry(TODAY, itch=3, note=f"{CANARY} again"))
    journal.keep_draft("visit", {"note": CANARY})
    journal.add_photo(pixels(1), TODAY, note=CANARY)
    journal.copy_to(path.with_name("copy.diary"))
    found = {file: file.read_bytes() for file in tmp_path.rglob("*") if file.is_file()}  # with the journals, still open
    journal.close()
    assert len(found) >= 5
    for file, content in found.items():
        for canary in (CANARY.encode(), b"SQLite format", b"JPEG 0 ", KEY, KEY.hex().encode(), PASSWORD.encode()):
            assert canary not in content, file.name


def test_a_copy_opens_with_the_same_key(path: Path, sealed: Protection) -> None:
    journal = _open(path, KEY)
    copy = path.with_name("copy.diary")
    journal.copy_to(copy)
    assert _said(_open(copy, KEY)) == _said(journal)


def test_a_changed_byte_of_an_encrypted_diary_is_found(path: Path, sealed: Protection) -> None:
    whole = path.read_bytes()
    for at in range(5, len(whole), len(whole) // 40):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert _is_found(path), at


def _is_found(path: Path) -> bool:
    try:
        with closing(_open(path, KEY)) as journal:
            return bool(journal.check())
    except DiaryError as error:
        return error.key in ("diary.damaged", "diary.key_wrong")


# It ends itself at the so-and-so-many-th place of `converting` that it comes to, the photos' way through it included.
STOPPED = """
import os, signal, sys
from pathlib import Path
from adtracker.storage.encryption import converting

key, path, step = sys.stdin.buffer.read(32), Path(sys.argv[1]), int(sys.argv[3])
seen, swapped = set(), 0

def stop(frame, event, what):
    global swapped
    if frame.f_code.co_filename != converting.__file__:
        return
    place = (swapped, frame.f_lineno, event)
    if place not in seen:
        seen.add(place)
        if len(seen) == step:
            os.kill(os.getpid(), signal.SIGKILL)
    swapped += event == "return" and frame.f_code.co_name == "_swap"

sys.setprofile(stop)
getattr(converting, sys.argv[2])(path, key)
print("done", flush=True)
"""


STRIDE = 11  # of some 250 places


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="POSIX kills in this way")
@pytest.mark.parametrize("way", ["encrypt", "decrypt"])
def test_killed_at_any_step_it_is_old_or_new_and_opens(path: Path, protection: Protection, way: str) -> None:
    if way == "decrypt":
        converting.encrypt(path, KEY)
    for kept in path.parent.glob("*.replaced-*"):
        kept.unlink()
    begun = snapshot(path.parent)
    wanted = None
    for step in range(1, 1000, STRIDE):
        for item in path.parent.iterdir():
            item.unlink()
        for name, content in begun.items():
            (path.parent / name).write_bytes(content)
        if wanted is None:
            wanted = _said(_open(path, KEY))
        command = [sys.executable, "-c", STOPPED, str(path), way, str(step)]
        done = subprocess.run(command, input=KEY, capture_output=True, check=False)
        assert _said(_open(path, KEY)) == wanted, step
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL, done.stderr
    assert step > 100
    assert os.path.lexists(path)
