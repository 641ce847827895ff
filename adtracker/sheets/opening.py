"""Opens what sheets come in: pictures, and PDF files of many pages as scanners and phones make them.

PDF is drawn by PDFium: scanners store pages in strips, in layers and in kinds of compression that nothing else here
knows, and what was written on a page with a pen on glass is no part of its picture at all.
"""

from __future__ import annotations

import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from adtracker.domain.sheet.reading import ReadSheet
from adtracker.errors import AdtrackerError, SheetError
from adtracker.photos.pixels import Light, light_of
from adtracker.sheets.page import read_page

LARGEST_MEGABYTES = 80
MOST_PAGES = 60
# A page is read as well at these points as at more.
_LONGEST_SIDE, _LONGEST_PDF_SIDE = 4032, 2400
# A page of a PDF may call itself as long as it likes.
_LONGEST_SHAPE = 4.0
_PDF = b"%PDF-"
_HEAD = 1024


@dataclass(frozen=True, slots=True)
class PageRead:
    """What became of one page, from 1: its sheet, or the key and values of the sentence that says why there is none."""

    page: int
    sheet: ReadSheet | None = None
    problem: tuple[str, dict[str, Any]] = field(default=("", {}))


def read_sheets(file: Path) -> list[PageRead]:
    """The sheets in a file, page by page. Raises SheetError or PhotoError where it is no file of pages at all."""
    data = _content(file)
    if _PDF not in data[:_HEAD]:
        return [_read(1, light_of(data, _LONGEST_SIDE))]
    return [_read(number, light) for number, light in enumerate(_pdf_pages(data), 1)]


def _read(number: int, light: Light) -> PageRead:
    try:
        return PageRead(number, read_page(light))
    except SheetError as error:
        return PageRead(number, problem=(error.key, error.values))


def _content(file: Path) -> bytes:
    try:
        state = file.stat()
        if not stat.S_ISREG(state.st_mode):  # a pipe would be waited for
            raise SheetError("sheet.no_file", file=file.name)
        if state.st_size > LARGEST_MEGABYTES * 1024 * 1024:
            raise SheetError("sheet.too_large", megabytes=LARGEST_MEGABYTES)
        return file.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte
        reason = getattr(error, "strerror", None) or str(error)
    raise SheetError("sheet.cannot_read", file=file.name, reason=reason)


def _pdf_pages(data: bytes) -> Iterator[Light]:
    import pypdfium2  # noqa: PLC0415 -- 8 MB, only for who reads one

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        raise SheetError("sheet.pdf") from None
    with document:
        if len(document) > MOST_PAGES:
            raise SheetError("sheet.pages", pages=len(document), most=MOST_PAGES)
        if not len(document):
            raise SheetError("sheet.pdf")
        for number in range(len(document)):
            yield _drawn(document, number)


def _drawn(document: Any, number: int) -> Light:
    import pypdfium2  # noqa: PLC0415 -- as above

    try:
        page = document[number]
        width, height = page.get_size()
        if not 0 < max(width, height) <= _LONGEST_SHAPE * max(min(width, height), 1):
            return np.full((8, 8), 255, np.uint8)
        bitmap = page.render(scale=_LONGEST_PDF_SIDE / max(width, height), grayscale=True, may_draw_forms=True)
        light: Light = bitmap.to_numpy().copy()
    except pypdfium2.PdfiumError:
        return np.full((8, 8), 255, np.uint8)
    return np.ascontiguousarray(light.reshape(light.shape[0], light.shape[1]))


def said_of(page: PageRead) -> AdtrackerError | None:
    """Why a page has no sheet, to be said in a sentence; None if it has one."""
    key, values = page.problem
    return SheetError(key, **values) if key else None
