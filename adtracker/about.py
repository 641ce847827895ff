"""What the program says of itself: its version, how old that is, and whose work it is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from adtracker import __released__, __version__
from adtracker.domain.common.period import whole_years
from adtracker.resources import Texts, read_toml


@dataclass(frozen=True, slots=True)
class Part:
    """Something that is shipped: its name, its version where it has one of its own, its licence as SPDX writes it."""

    name: str
    version: str
    licence: str


def released_on() -> date:
    """The day of this version."""
    return date.fromisoformat(__released__)


def version_line(texts: Texts, day: str) -> str:
    """The version and its day, in whatever way a day is written there."""
    return texts.say("about.version", version=__version__, day=day)


def age_line(texts: Texts, today: date) -> str:
    """That this version is a year old, or several; empty before that. Nobody else is asked: the diary's day says it."""
    years = whole_years(released_on(), today)
    if years < 1:
        return ""
    return texts.say("about.year") if years == 1 else texts.say("about.years", years=years)


def parts(texts: Texts) -> tuple[Part, ...]:
    """All that is shipped, by name, each with its licence."""
    packages: Mapping[str, Mapping[str, str]] = read_toml("about", "packages.toml")
    found = [Part(name, one["version"], one["licence"]) for name, one in packages.items()]
    found += [Part(_name(one, texts), "", one["licence"]) for one in read_toml("about", "parts.toml")["parts"]]
    return tuple(sorted(found, key=lambda part: part.name.casefold()))


def _name(part: Mapping[str, str], texts: Texts) -> str:
    name, package = part["name"], part["within"]
    return texts.say("about.within", name=name, package=package) if package else name
