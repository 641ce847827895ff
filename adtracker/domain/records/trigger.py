"""What may set the skin off, or was there on a day: a name a person ticks. Nothing is concluded from it here.

Some come with the program, others a person adds. A day names them by `key`, which is what a trigger was first called:
so a new name shows on old days too, and a diary that is read elsewhere says the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from adtracker.domain.common.problem import Problem, check_text
from adtracker.domain.common.record_field import Flag, Text
from adtracker.domain.common.record_kind import RecordKind

NAME_LIMIT = 60
MOST_TRIGGERS = 100


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger as the person calls it now; a hidden one is offered no more, and stays on the days it was ticked."""

    key: str
    name: str
    hidden: bool = False


def check_trigger(trigger: Trigger) -> list[Problem]:
    """What is wrong with a trigger; empty if it may be stored."""
    problems = check_text("name", trigger.name, NAME_LIMIT) + check_text("key", trigger.key, NAME_LIMIT)
    if not trigger.name.strip() or not trigger.key:
        problems.append(Problem("name", "name_missing"))
    return problems


def check_together(triggers: Iterable[Trigger]) -> list[Problem]:
    """What is wrong with all triggers of a diary together: more than `MOST_TRIGGERS` are offered."""
    if sum(not trigger.hidden for trigger in triggers) > MOST_TRIGGERS:
        return [Problem("name", "too_many_triggers", {"most": MOST_TRIGGERS})]
    return []


def all_triggers(usual: Mapping[str, str], own: Iterable[Trigger]) -> tuple[Trigger, ...]:
    """The usual triggers (name by key) in their order, changed as the diary says, then the person's own by name."""
    stored = {trigger.key: trigger for trigger in own}
    first = [stored.pop(key, Trigger(key, name)) for key, name in usual.items()]
    return (*first, *sorted(stored.values(), key=_by_name))


def _by_name(trigger: Trigger) -> tuple[str, str]:
    return trigger.name.casefold(), trigger.key


def new_key(name: str, taken: Iterable[str]) -> str:
    """A key for something that is called `name`: the name itself, or with a number if another one had it first."""
    used, wanted, number = set(taken), name.strip(), 1
    key = wanted
    while key in used:
        number += 1
        key = f"{wanted} {number}"
    return key


TRIGGER = RecordKind(
    of=Trigger,
    name="triggers",
    table="own_trigger",
    fields=(
        Text(name="key", limit=NAME_LIMIT, needed=True),
        Text(name="name", limit=NAME_LIMIT),
        Flag(name="hidden"),
    ),
    own_check=lambda trigger, _named: check_trigger(trigger),
    check_all=check_together,
    completed=lambda trigger: trigger if trigger.name else replace(trigger, name=trigger.key),
    identity=lambda trigger: trigger.key,
    called=lambda trigger: trigger.name,
)
