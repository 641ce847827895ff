"""`adtracker --version`: which version this is, how old it is, and the licence of each part that comes with it."""

from __future__ import annotations

from adtracker import about
from adtracker.commands.context import FINE, CommandContext


def run(desk: CommandContext) -> int:
    """Print it; the first line is the version alone."""
    texts = desk.texts
    desk.show(about.version_line(texts, about.released_on().isoformat()))
    if age := about.age_line(texts, desk.today()):
        desk.show(age)
    desk.show(f"{texts.say('about.licence')} {texts.say('about.parts')}")
    found = about.parts(texts)
    width = max(len(part.name) for part in found)
    for part in found:
        desk.show(f"  {part.name:{width}}  {part.licence}")
    return FINE
