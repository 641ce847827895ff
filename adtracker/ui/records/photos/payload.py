"""What a person dropped, pasted or chose: files, bytes of a picture, or a picture that another program holds."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt
from PySide6.QtGui import QImage, QImageWriter

from adtracker.domain.records.photo import LONGEST_SIDE
from adtracker.ui.core.dropped import dropped_file

Payload = Path | bytes | QImage
MOST_AT_ONCE = 20
# The bytes as they are come before what Qt makes of them: then only one place decodes what comes from elsewhere.
_FORMATS = ("image/heic", "image/jpeg", "image/webp", "image/png")


def has_payload(mime: QMimeData) -> bool:
    """Whether there may be a picture in it."""
    return (mime.hasUrls() and dropped_file(mime) is None) or mime.hasImage() or any(map(mime.hasFormat, _FORMATS))


def payloads(mime: QMimeData) -> list[Payload]:
    """The pictures, or files that may be some."""
    if files := [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]:
        return list(files)
    for name in _FORMATS:
        if mime.hasFormat(name):
            return [bytes(mime.data(name).data())]
    image = mime.imageData()
    return [image] if isinstance(image, QImage) and not image.isNull() else []


def as_bytes(image: QImage) -> bytes:
    """The picture as a PNG, no larger than is kept anyway. Takes a while for a large one."""
    if max(image.width(), image.height()) > LONGEST_SIDE:
        keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(LONGEST_SIDE, LONGEST_SIDE, keep, smooth)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())
