"""Puts pictures of pages on paper: asks for a printer, and draws."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget


def ask_for_printer(parent: QWidget, use: Callable[[QPrinter], None], size: QPageSize | None = None) -> None:
    """Ask which printer, and use that one: without a file of ours. The dialog begins with `size`, if one is given."""
    printer = QPrinter()  # ours, not the dialog's: what is printed goes on when the dialog is gone
    if size is not None:
        printer.setPageSize(size)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, on=False)
    dialog.accepted.connect(partial(use, printer))
    dialog.destroyed.connect(partial(_let_go, printer))
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()


def _let_go(_printer: QPrinter) -> None:
    """A printer is to live as long as the dialog that looks at it: this is the last that the dialog does with it."""


def draw_pages(printer: QPrinter, pictures: Iterable[QImage]) -> bool:
    """Put the picture of each page on a sheet of its own, as large as it will be; whether the printer took them."""
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        return False
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    taken = True
    for number, picture in enumerate(pictures):
        taken = taken and (number == 0 or printer.newPage())
        paper = painter.viewport()
        size = picture.size().scaled(paper.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRect(paper.topLeft(), size), picture)
    return painter.end() and taken
