"""Puts pictures of pages on paper: asks for a printer, and draws."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget


def ask_for_printer(parent: QWidget, use: Callable[[QPrinter], None], printer: QPrinter | None = None) -> None:
    """Ask which printer, and use that one: without a file of ours. `printer` is what the dialog begins with."""
    dialog = QPrintDialog(parent) if printer is None else QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintToFile, on=False)
    dialog.accepted.connect(lambda: use(dialog.printer()))
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()


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
