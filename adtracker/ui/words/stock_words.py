"""What is left of a treatment, in words: numbers and days, the person's own day to order, and no advice."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from adtracker.domain.treatments.stock import Stock
from adtracker.ui.words.day_words import short_day_words

translate = QCoreApplication.translate


def doses(count: int) -> str:
    """1 dose, 2 doses."""
    if count == 1:
        return translate("stock_words", "1 dose")
    return translate("stock_words", "{} doses").format(count)


def stock_words(stock: Stock, today: date) -> str:
    """How many are left and how long that is: "3 doses are left. The last is used on Sun 10 Jan.", with what is not
    known for certain."""
    said = [_left(stock)]
    if stock.last_day is not None:
        said.append(translate("stock_words", "The last is used on {}.").format(short_day_words(stock.last_day, today)))
    if stock.order_day is not None:
        order = translate("stock_words", "Your day to order is {}.")
        said.append(order.format(short_day_words(stock.order_day, today)))
    if stock.unrecorded:
        words = translate("stock_words", "Planned without a record since you counted, and taken off: {}.")
        said.append(words.format(doses(stock.unrecorded)))
    return " ".join(said)


def _left(stock: Stock) -> str:
    if stock.left == 0:
        return translate("stock_words", "No dose is left.")
    if stock.left == 1:
        return translate("stock_words", "1 dose is left.")
    return translate("stock_words", "{} doses are left.").format(stock.left)
