"""Reads photos for the screens, and says in a sentence why one cannot be shown."""

from __future__ import annotations

from adtracker.domain.records.photo import Photo
from adtracker.errors import AdtrackerError
from adtracker.language import tr
from adtracker.ui.core.context import Context


class PhotoReader:
    """Gives a photo's JPEG, or None and the sentence to show in its place."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def __call__(self, photo: Photo) -> tuple[bytes | None, str]:
        """The picture and "", or None and a sentence."""
        try:
            jpeg = self._context.journal.picture(photo)
        except AdtrackerError as error:
            return None, self._context.texts.error(error)
        return jpeg, "" if jpeg else self.missing()

    def missing(self) -> str:
        """What is said of a picture that is not there."""
        file = self._context.journal.photo_file
        if file.exists():
            return tr("This picture is not in {file}, where pictures are kept.", file=file)
        return tr(
            "Pictures are kept in the file {file}, which is not there. Put it back beside the diary to see them.",
            file=file,
        )
