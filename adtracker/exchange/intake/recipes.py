"""All recipes: those that come along with the program, and the person's own, a file each in a folder of the data."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from adtracker.errors import ExchangeError
from adtracker.exchange.intake.recipe import Recipe
from adtracker.exchange.intake.recipe_text import read_recipe, write_recipe
from adtracker.exchange.screen_words import folded
from adtracker.exchange.text_file import read_text_file, reason
from adtracker.files import write_whole
from adtracker.paths import private_folder
from adtracker.resources import path, texts

FOLDER = "recipes"
_SUFFIX = ".toml"
_LARGEST_MEGABYTES = 1
_MOST = 200


@cache
def recipes_that_come_along() -> tuple[Recipe, ...]:
    """Those of the program, by name."""
    files = sorted(path("intake", "recipes").glob(f"*{_SUFFIX}"))
    found = (read_recipe(file.read_text(encoding="utf-8"), file.name) for file in files)
    return tuple(sorted((replace(one, comes_along=True) for one in found), key=lambda one: folded(one.name)))


class Recipes:
    """The recipes in a folder of the person's own, before those that come along."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def all(self) -> tuple[Recipe, ...]:
        """All of them; a file that is no recipe is passed over, for another hand may have left it there."""
        return (*self.own(), *recipes_that_come_along())

    def own(self) -> tuple[Recipe, ...]:
        """The person's own, by name."""
        found = []
        for file in sorted(self.folder.glob(f"*{_SUFFIX}"))[:_MOST] if self.folder.is_dir() else ():
            try:
                found.append(read_recipe(read_text_file(file, _LARGEST_MEGABYTES), file.name))
            except ExchangeError:
                continue
        return tuple(sorted(found, key=lambda one: folded(one.name)))

    def called(self, name: str) -> Recipe:
        """The one of a name, in any case; the person's own before another. Raises ExchangeError if there is none."""
        for recipe in self.all():
            if folded(recipe.name) == folded(name):
                return recipe
        known = ", ".join(texts().say("intake.recipe", name=one.name) for one in self.all())
        raise ExchangeError("exchange.no_recipe", name=name, known=known)

    def keep(self, recipe: Recipe) -> Path:
        """Write one, over the earlier one of its name. Raises ExchangeError."""
        file = self.folder / f"{_file_name(recipe.name)}{_SUFFIX}"
        try:
            private_folder(self.folder)
            write_whole(file, write_recipe(recipe).encode())
        except (OSError, ValueError) as error:
            raise ExchangeError("exchange.cannot_write", file=file, reason=reason(error)) from None
        return file


def _file_name(name: str) -> str:
    """A name for a file that every system takes, told apart also where only other signs are in it."""
    plain = re.sub(r"[^a-z0-9]+", "-", folded(name)).strip("-")[:40]
    mark = hashlib.blake2b(folded(name).encode("utf-8", "replace"), digest_size=4).hexdigest()
    return f"{plain or 'recipe'}-{mark}"
