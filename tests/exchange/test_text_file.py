"""Reading a file from elsewhere: UTF-8 or a sentence, and never a file too large to be a diary."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adtracker.errors import ExchangeError
from adtracker.exchange.text_file import LIMIT_MEGABYTES, lines_in, lines_of, read_text_file
from adtracker.resources import Texts


def _refusal(file: Path, megabytes: int = LIMIT_MEGABYTES) -> ExchangeError:
    """The error that reading it must give, whole and line by line alike."""
    with pytest.raises(ExchangeError) as caught:
        read_text_file(file, megabytes)
    with pytest.raises(ExchangeError) as by_lines:
        list(lines_of(file, megabytes)())
    assert (by_lines.value.key, by_lines.value.values) == (caught.value.key, caught.value.values)
    assert Texts().error(caught.value)
    return caught.value


def test_line_ends_stay_and_a_byte_order_mark_goes(tmp_path: Path) -> None:
    file = tmp_path / "days.csv"
    file.write_bytes("\ufeffdate\r\n\ufeffsore".encode())
    assert read_text_file(file) == "date\r\n\ufeffsore"
    lines = lines_of(file)
    assert list(lines()) == list(lines()) == ["date\r\n", "\ufeffsore"]


@pytest.mark.skipif(os.name != "posix", reason="needs a pipe with a name")
def test_what_can_be_read_only_once_is_kept(tmp_path: Path) -> None:
    read, write = os.pipe()
    os.write(write, b"date,itch\n2026-11-01,3\n")
    os.close(write)
    lines = lines_of(Path(f"/dev/fd/{read}"))
    assert list(lines()) == list(lines()) == ["date,itch\n", "2026-11-01,3\n"]
    os.close(read)


@given(st.text(st.sampled_from('ab,\r\n"ä'), max_size=30))
def test_the_lines_of_a_file_are_those_of_its_text(text: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "days.csv"
        file.write_bytes(text.encode())
        assert list(lines_of(file)()) == list(lines_in(text)())


@pytest.mark.parametrize(
    ("data", "line"),
    [(b"date\n2026\nh\xe4nde\n", 3), ("date".encode("utf-16"), 1), (b"\xef\xbb\xbfone\ntwo\xff", 2)],
)
def test_what_is_not_utf8_is_refused_by_its_line(tmp_path: Path, data: bytes, line: int) -> None:
    file = tmp_path / "days.csv"
    file.write_bytes(data)
    error = _refusal(file)
    assert (error.key, error.values["line"]) == ("exchange.not_utf8", line)


def test_a_file_of_200_megabytes_is_refused_without_reading_it(tmp_path: Path) -> None:
    file = tmp_path / "days.csv"
    with file.open("wb") as out:
        out.truncate(200 * 1024 * 1024)
    assert _refusal(file).key == "exchange.too_large"


def test_a_file_that_grows_past_the_limit_while_it_is_read_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "days.csv"
    file.write_text("date\n", encoding="utf-8")
    lines = lines_of(file, megabytes=1)()
    with file.open("a", encoding="utf-8") as out:
        assert next(lines) == "date\n"
        out.write("2026-11-29\n" * 100_000)
    with pytest.raises(ExchangeError) as caught:
        list(lines)
    assert caught.value.key == "exchange.too_large"


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs a file without an end")
def test_a_file_without_an_end_is_not_read_for_ever() -> None:
    assert _refusal(Path("/dev/zero"), megabytes=1).key == "exchange.too_large"


@pytest.mark.parametrize("name", ["missing.csv", ".", "a\0b"])
def test_what_cannot_be_read_is_said_with_the_systems_reason(tmp_path: Path, name: str) -> None:
    error = _refusal(tmp_path / name)
    assert error.key == "exchange.cannot_read"
    assert error.values["reason"]
    assert os.fspath(tmp_path) not in str(error.values["reason"])
