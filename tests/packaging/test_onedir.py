"""What the packed folder gets on top: an order of its own where the packer has none."""

import zipfile
from pathlib import Path

from onedir import size_of, sort_zip


def _zip(file: Path, names: str) -> bytes:
    with zipfile.ZipFile(file, "w") as made:
        for name in names:
            made.writestr(zipfile.ZipInfo(name, (2026, 11, 29, 10, 0, 0)), name * 100, zipfile.ZIP_DEFLATED)
    return file.read_bytes()


def test_two_zips_of_the_same_in_another_order_become_equal(tmp_path: Path) -> None:
    one, two = tmp_path / "one.zip", tmp_path / "two.zip"
    assert _zip(one, "abc") != _zip(two, "cab")
    for file in (one, two):
        sort_zip(file)
    assert one.read_bytes() == two.read_bytes()
    with zipfile.ZipFile(one) as sorted_one:
        assert sorted_one.namelist() == ["a", "b", "c"]
        assert sorted_one.read("b") == b"b" * 100
        assert sorted_one.infolist()[0].compress_type == zipfile.ZIP_DEFLATED


def test_a_link_has_no_size_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "library").write_bytes(b"12345")
    (tmp_path / "link").symlink_to("library")
    assert size_of(tmp_path) == 5
