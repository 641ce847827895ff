"""The folder of pictures beside an exported diary, as far as tests have one."""

from collections.abc import Mapping

from adtracker.domain.records.photo import CleanPhoto
from adtracker.errors import PhotoError
from adtracker.exchange.references import Load


def folder_of(pictures: Mapping[str, CleanPhoto]) -> Load:
    """A folder with these pictures, by file name."""

    def load(name: str) -> CleanPhoto:
        if name not in pictures:
            raise PhotoError("photo.cannot_read", file=name, reason="it is not there")
        return pictures[name]

    return load
