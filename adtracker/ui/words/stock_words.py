"""What is left of a treatment, in words: numbers and days, the person's own day to order, and no advice."""

from __future__ import annotations

from datetime import date

from adtracker.domain.treatments.stock import Stock
from adtracker.language import tr, tr_count
from adtracker.ui.words.day_words import short_day_words


def doses(count: int) -> str:
    """1 dose, 2 doses."""
    return tr_count("1 dose", "{count} doses", count)


def stock_words(stock: Stock, today: date) -> str:
    """How many are left and how long that is: "3 doses are left. The last is used on Sun 10 Jan.", with what is not
    known for certain."""
    said = [_left(stock)]
    if stock.last_day is not None:
        said.append(tr("The last is used on {short_day}.", short_day=short_day_words(stock.last_day, today)))
    if stock.order_day is not None:
        said.append(tr("Your day to order is {short_day}.", short_day=short_day_words(stock.order_day, today)))
    if stock.unrecorded:
        said.append(
            tr("Planned without a record since you counted, and taken off: {doses}.", doses=doses(stock.unrecorded))
        )
    return " ".join(said)


def _left(stock: Stock) -> str:
    if stock.left == 0:
        return tr("No dose is left.")
    return tr_count("1 dose is left.", "{count} doses are left.", stock.left)
