"""What `adtracker import` says: which rows were refused and why, or what became of each kind of record.

However long the file is, what is said of it is short.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from adtracker.commands.ahead import tell_ahead
from adtracker.commands.context import CommandContext
from adtracker.commands.in_part import say_in_part, say_more
from adtracker.domain.common.problem import Problem
from adtracker.domain.edits.edit import Part
from adtracker.domain.edits.kinds import kind_of
from adtracker.domain.intake.column import Becomes, Column
from adtracker.domain.intake.found import Found
from adtracker.exchange.codec import RecordCodec
from adtracker.exchange.codecs.all_codecs import CODECS
from adtracker.exchange.codecs.days import DAYS
from adtracker.exchange.codecs.person import PROFILE
from adtracker.exchange.import_result import ImportResult, Place
from adtracker.exchange.intake.opening import OpenTable
from adtracker.exchange.merge import MergePlan, MergeResult, Met
from adtracker.exchange.values import shown
from adtracker.language import digits

_FIELD_LETTERS = 100


def tell_refused(desk: CommandContext, parsed: ImportResult) -> None:
    """Say what is wrong, a line for each problem, of the first rows that were refused."""
    for row in parsed.refused:
        for problem in row.problems:
            desk.complain(_placed(desk, row.place, problem))
        say_more(desk, desk.complain, row.more)
    say_more(desk, desk.complain, parsed.refused_count - len(parsed.refused))
    desk.complain(desk.text("import.refused", count=parsed.refused_count))


def tell_table(desk: CommandContext, table: OpenTable) -> None:
    """Say what was found in a table that is not ours, and what each column becomes: nothing is taken silently."""
    grid = table.grid
    if table.recipe.name:
        desk.say("import.recipe", name=table.recipe.name)
    facts = {
        "rows": digits(table.findings.rows, ","),
        "encoding": desk.texts.table("intake")["encodings"].get(grid.encoding, ""),
        "separator": desk.texts.table("intake")["separators"].get(grid.separator, grid.separator),
        "decimals": desk.texts.table("intake")["decimals"][table.decimals.value],
        "dates": "" if table.order is None else desk.texts.table("intake")["orders"][table.order.value],
    }
    for name, fact in facts.items():
        if fact:
            desk.say(f"import.found_{name}", fact=fact)
    for column in table.recipe.columns:
        desk.say("import.column", column=shown(column.name), becomes=_becomes(desk, column))


def tell_found(desk: CommandContext, found: Found) -> None:
    """Say how much of some lines is clear, and of each of the others why it is not taken: none is dropped silently."""
    clear = len({told.seen.line for told in found.told})
    desk.say("import.lines", count=clear, clear=clear)
    left = [(one.seen.line, one.seen.text, one.why) for one in found.open]
    left = sorted([*left, *((one.seen.line, one.seen.text, one.why) for one in found.left)])
    say_in_part(desk, desk.show, (_left_line(desk, *one) for one in left), len(left))


def _left_line(desk: CommandContext, line: int, text: str, why: str) -> str:
    """Why a line is not taken, with the line itself."""
    said = desk.texts.say(f"intake.open.{why}")
    return desk.text("import.line_left", line=line, why=said, text=shown(text.strip(), _FIELD_LETTERS))


def _becomes(desk: CommandContext, column: Column) -> str:
    words = desk.texts.table("intake")
    said = str(words["becomes"][column.becomes.value])
    if column.becomes is Becomes.QUESTION and column.question is not None:
        said = f"{said}: {shown(column.question.text)}"
    if column.is_number:
        said = f"{said}, {words['scales'][column.scale.value]}"
    return f"{said}, {words['turned']}" if column.turned and column.is_number else said


def _placed(desk: CommandContext, place: Place, problem: Problem) -> str:
    said = desk.texts.problem(problem)
    if problem.field:
        said = desk.text("import.field", field=shown(problem.field, _FIELD_LETTERS), problem=said)
    if place.line is None:
        return desk.text("import.place_path", path=place.path, problem=said)
    key = "import.place_table" if place.table else "import.place_line"
    return desk.text(key, table=shown(place.table, _FIELD_LETTERS), line=place.line, problem=said)


def tell(desk: CommandContext, found: MergePlan) -> None:
    """Say how much is new, completed, the same and different, what differs (days first), and which days lie ahead."""
    _tell_kind(desk, DAYS, found, always=True)
    for section in CODECS:
        if section not in (DAYS, PROFILE):
            _tell_kind(desk, section, found)
    fate = found.of(PROFILE.kind)
    for name, count in _counts(fate).items():
        if count:
            desk.say(f"import.profile_{_done(found) if name == 'different' else name}")
    changed = (change.record for change in found.edit.changes)
    tell_ahead(desk, {day for record in changed for day in kind_of(record).days(record) if day > desk.today()})
    if not found.overwrite and any(fate.different for fate in found.fates.values()):
        desk.say("import.how_to_replace")


def _tell_kind(desk: CommandContext, section: RecordCodec[Any], found: MergePlan, *, always: bool = False) -> None:
    fate = found.of(section.kind)
    counts = _counts(fate)
    if always or any(counts.values()):
        desk.say("import.counts", kind=desk.texts.say(f"records.{section.name}.many"), **counts)
    named = _named(desk, section, fate.different)
    done = f"import.{_done(found)}"
    lines = (desk.text(done, what=what, parts=", ".join(parts)) for what, parts in named.items())
    say_in_part(desk, desk.show, lines, len(named))


def _done(found: MergePlan) -> str:
    """What was done with what differs."""
    return "replaced" if found.overwrite else "kept"


def _named(desk: CommandContext, section: RecordCodec[Any], different: Iterable[Met]) -> dict[str, Sequence[str]]:
    """What is said of those that differ, with the parts that do; doses of one day may be of several treatments."""
    found: dict[str, set[str]] = defaultdict(set)
    for met in different:
        found[_name(desk, section, met.change.before)].update(map(_part, met.differs))
    return {name: sorted(found[name]) for name in sorted(found)}


def _name(desk: CommandContext, section: RecordCodec[Any], record: Any) -> str:
    name, kind = (section.named or section.of.called)(record), section.of
    day = "" if kind.day is None else kind.day(record).isoformat()
    return desk.texts.record(kind.name, shown(name), day, "taken")


def _part(part: Part) -> str:
    return shown(": ".join(filter(None, part)))


def _counts(fate: MergeResult) -> dict[str, int]:
    return {
        "new": len(fate.new),
        "completed": len(fate.completed),
        "same": len(fate.same),
        "different": len(fate.different),
    }
