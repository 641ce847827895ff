"""Takes out of a packed file what can be read: an archive or an export of ours, or the one table in it."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from adtracker.errors import ExchangeError
from adtracker.exchange.csv.table_folder import table_folder
from adtracker.exchange.picture_folder import picture_folder
from adtracker.exchange.text_file import LIMIT_MEGABYTES, reason

# What it may become: twenty years with thousands of photos.
_LARGEST = 40 * LIMIT_MEGABYTES * 1024 * 1024
_MOST_FILES = 50_000
_READ = (".json", ".csv", ".tsv", ".txt", ".xlsx", ".xml")
# What is wanted of the exports of Loop Habit Tracker and Withings, which have tables of other things beside it.
_WANTED = ("checkmarks.csv", "sleep.csv")
_HEAD = 4096


def health_in(file: Path) -> zipfile.ZipInfo | None:
    """The export of Apple Health in a packed file, if that is what it is: far too large to be taken out. It is called
    "export" in the language of the phone."""
    with _opened(file) as packed:
        xml = (one for one in packed.infolist() if one.filename.casefold().endswith(".xml"))
        return next((one for one in xml if _is_health(packed, one)), None)


def _is_health(packed: zipfile.ZipFile, one: zipfile.ZipInfo) -> bool:
    try:
        with packed.open(one) as source:
            return b"<!DOCTYPE HealthData" in (head := source.read(_HEAD)) or b"<HealthData" in head
    except (RuntimeError, NotImplementedError, zipfile.BadZipFile, OSError):  # a password, a way of packing, damage
        return False


def unpacked(file: Path, folder: Path) -> Path:
    """Take out what is to be read, with what belongs to it, into a folder; where it is. Raises ExchangeError."""
    with _opened(file) as packed:
        listed = _listed(file, packed)
        main = _main(file, [PurePosixPath(one.filename) for one in listed])
        beside = {main.parent / made(Path(main)).name for made in (table_folder, picture_folder)}
        wanted = [one for one in listed if _belongs(PurePosixPath(one.filename), main, beside)]
        try:
            for one in wanted:
                packed.extract(one, folder)  # which lets no name lead out of the folder
        except (OSError, ValueError) as error:
            raise ExchangeError("exchange.cannot_read", file=file.name, reason=reason(error)) from None
        except (RuntimeError, NotImplementedError, zipfile.BadZipFile):  # a password, a way of packing, damage
            raise ExchangeError("exchange.zip_damaged", file=file.name) from None
    return folder.joinpath(*main.parts)


def _opened(file: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except (OSError, zipfile.BadZipFile, NotImplementedError):
        raise ExchangeError("exchange.zip_damaged", file=file.name) from None


def _listed(file: Path, packed: zipfile.ZipFile) -> Sequence[zipfile.ZipInfo]:
    """All files in it but those that systems leave there. Raises ExchangeError for far too many or too much."""
    found = [one for one in packed.infolist() if not one.is_dir() and not one.filename.startswith("__MACOSX/")]
    if len(found) > _MOST_FILES or sum(one.file_size for one in found) > _LARGEST:
        raise ExchangeError("exchange.too_large", file=file.name, megabytes=40 * LIMIT_MEGABYTES)
    return [one for one in found if ".." not in PurePosixPath(one.filename).parts]


def _belongs(name: PurePosixPath, main: PurePosixPath, beside: set[PurePosixPath]) -> bool:
    return name == main or name.parent in beside


def _main(file: Path, names: Sequence[PurePosixPath]) -> PurePosixPath:
    """The file that is read: everything as JSON, a table of days with its other tables, or the only one there is."""
    can_be = [one for one in names if one.suffix.casefold() in _READ and not one.name.startswith(".")]
    folders = {one.parent for one in names}
    with_tables = [one for one in can_be if one.parent / table_folder(Path(one)).name in folders]
    everything = [one for one in can_be if one.with_suffix(".json") == one and len(one.parts) <= 2]
    csv_twins = [one for one in everything if one.with_suffix(".csv") in can_be]
    outermost = _outermost(can_be)
    for found in (csv_twins, with_tables, outermost, [one for one in outermost if one.name.casefold() in _WANTED]):
        if len(found) == 1:
            return found[0]
    if not can_be:
        raise ExchangeError("exchange.zip_without_table", file=file.name)
    raise ExchangeError("exchange.zip_many", file=file.name, names=", ".join(sorted(one.name for one in can_be)[:5]))


def _outermost(names: Sequence[PurePosixPath]) -> Sequence[PurePosixPath]:
    """Those that lie least deep, but for what only describes them."""
    plain = [one for one in names if one.name != "datapackage.json" and not one.stem.endswith("-datapackage")]
    least = min((len(one.parts) for one in plain), default=0)
    return [one for one in plain if len(one.parts) == least]
