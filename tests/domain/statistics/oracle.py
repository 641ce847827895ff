"""scipy's statistics, asked in a process of their own: they bring 90 MB along, which no worker should keep."""

import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from operator import attrgetter
from typing import Any


def scipy_says(name: str, *data: object, **options: object) -> Any:
    """What a function of `scipy.stats` gives, such as `t.sf`, as plain numbers."""
    return _process().submit(_ask, name, data, options).result()


@cache
def _process() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))


def _ask(name: str, data: tuple[object, ...], options: dict[str, object]) -> Any:
    import numpy as np  # noqa: PLC0415 -- with scipy, in the other process
    from scipy import stats  # noqa: PLC0415

    return np.asarray(attrgetter(name)(stats)(*data, **options)).tolist()
