"""What is wrong with a form: whatever file it came from, it has to be one that can be asked, answered and scored.

The field of a problem says where: "title", "items[7]" (the eighth item in reading order, see `instrument.nested`),
"scoring" or "bands[0]". Who read the file knows the place in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from adtracker.domain.common.measure import rounded
from adtracker.domain.common.problem import Problem, bounds, check_number, check_text
from adtracker.domain.scores.answering import ORDERED, check_answer
from adtracker.domain.scores.band import check_band_sets
from adtracker.domain.scores.band_reader import NUMBER_LIMIT
from adtracker.domain.scores.questionnaire import (
    Condition,
    Fill,
    Group,
    Item,
    Number,
    OnDay,
    OneOf,
    Operator,
    Question,
    Questionnaire,
    Remark,
    Scoring,
    Words,
    nested,
)
from adtracker.domain.scores.score_range import MOST_DECIMALS, points_range, score_range

ITEMS_LIMIT = 500
DEPTH_LIMIT = 8
CHOICES_LIMIT = 100
NAME_LIMIT = 255
TITLE_LIMIT = 500
TEXT_LIMIT = 5_000
UNIT_LIMIT = 40
WORDS_LIMIT = 10_000
CONDITIONS_LIMIT = 20
_TEXTS = {"id": NAME_LIMIT, "version": NAME_LIMIT, "title": TITLE_LIMIT}
_MORE_TEXTS = {"licence": TEXT_LIMIT, "source": TEXT_LIMIT, "language": UNIT_LIMIT}


def check_instrument(instrument: Questionnaire) -> list[Problem]:
    """All that is wrong; empty if the form may be used and stored."""
    problems = list(_check_head(instrument))
    items = list(nested(instrument.items))
    if not instrument.questions:
        problems.append(Problem("items", "form_empty"))
    if len(items) > ITEMS_LIMIT:
        return [*problems, Problem("items", "too_many", {"most": ITEMS_LIMIT})]
    earlier: dict[str, Question] = {}
    for index, (depth, item) in enumerate(items):
        found = [*_check_item(item, earlier), *_check_depth(depth)]
        problems += [Problem(f"items[{index}]", problem.rule, problem.values) for problem in found]
        if isinstance(item, Question):
            earlier[item.link] = item
    if not problems and instrument.scoring is not None:
        problems += _check_scoring(instrument.items, instrument.scoring)
    return problems + _check_bands(instrument)


def _check_head(instrument: Questionnaire) -> Iterator[Problem]:
    for name, limit in (_TEXTS | _MORE_TEXTS).items():
        text = getattr(instrument, name)
        yield from check_text(name, text, limit)
        if name in _TEXTS and not text.strip():
            yield Problem(name, "missing")


def _check_depth(depth: int) -> list[Problem]:
    return [Problem("", "too_deep", {"most": DEPTH_LIMIT})] if depth == DEPTH_LIMIT else []


def _check_item(item: Item, earlier: Mapping[str, Question]) -> Iterator[Problem]:
    yield from check_text("", item.title if isinstance(item, Group) else item.text, TEXT_LIMIT)
    if isinstance(item, Remark | Question) and not item.text.strip():
        yield Problem("", "missing")
    if item.when is not None:
        if not 1 <= len(item.when.conditions) <= CONDITIONS_LIMIT:
            yield Problem("", "count_range", {"most": CONDITIONS_LIMIT})
        for condition in item.when.conditions[:CONDITIONS_LIMIT]:
            yield from _check_condition(condition, earlier)
    if isinstance(item, Question):
        yield from _check_name(item.link, earlier)
        yield from _check_question(item)


def _check_name(name: str, taken: Mapping[str, object]) -> Iterator[Problem]:
    yield from check_text("", name, NAME_LIMIT)
    if not name.strip():
        yield Problem("", "missing")
    elif name in taken:
        yield Problem("", "name_taken", {"text": name[:UNIT_LIMIT]})


def _check_question(question: Question) -> Iterator[Problem]:
    kind = question.kind
    if isinstance(kind, OneOf):
        yield from _check_choices(kind)
    elif isinstance(kind, Number):
        yield from _check_bounds(kind)
    elif isinstance(kind, Words) and not 1 <= kind.limit <= WORDS_LIMIT:
        yield from check_number("", kind.limit, 1, WORDS_LIMIT)
    if question.weight is not None:
        if not 0 < question.weight <= NUMBER_LIMIT:
            yield Problem("", "weight_range")
        if points_range(question) is None:
            yield Problem("", "no_points")


def _check_choices(kind: OneOf) -> Iterator[Problem]:
    if not 1 <= len(kind.choices) <= CHOICES_LIMIT:
        yield Problem("", "count_range", {"most": CHOICES_LIMIT})
        return
    taken: dict[str, object] = {}
    for choice in kind.choices:
        yield from _check_name(choice.key, taken)
        yield from check_text("", choice.text, TEXT_LIMIT)
        if not choice.text.strip():
            yield Problem("", "missing")
        yield from check_number("", choice.score, -NUMBER_LIMIT, NUMBER_LIMIT)
        taken[choice.key] = choice


def _check_bounds(kind: Number) -> Iterator[Problem]:
    yield from check_text("", kind.unit, UNIT_LIMIT)
    for bound in (kind.low, kind.high):
        yield from check_number("", bound, -NUMBER_LIMIT, NUMBER_LIMIT)
    if kind.low is not None and kind.high is not None and not kind.low < kind.high:
        yield Problem("", "bounds_crossed")


def _check_condition(condition: Condition, earlier: Mapping[str, Question]) -> Iterator[Problem]:
    asked = earlier.get(condition.link)
    if asked is None:
        yield Problem("", "condition_unknown", {"text": condition.link[:UNIT_LIMIT]})
    elif condition.comparison is Operator.EXISTS:
        if not isinstance(condition.value, bool):
            yield Problem("", "condition_unfit", {"text": condition.link[:UNIT_LIMIT]})
    elif _is_unfit(condition, asked):
        yield Problem("", "condition_unfit", {"text": condition.link[:UNIT_LIMIT]})


def _is_unfit(condition: Condition, asked: Question) -> bool:
    """Whether a comparison makes no sense; a number to compare with may lie beyond what can be answered."""
    if isinstance(asked.kind, OneOf) and len(asked.kind.choices) > CHOICES_LIMIT:
        return False  # refused for that already
    if isinstance(asked.kind, OneOf) and asked.kind.several:
        asked = replace(asked, kind=replace(asked.kind, several=False))
    if isinstance(asked.kind, Number):
        asked = Question(asked.link, asked.text, Number())
    elif condition.comparison in ORDERED and not isinstance(asked.kind, OnDay):
        return True
    return bool(check_answer(asked, condition.value))


def _check_scoring(items: tuple[Item, ...], scoring: Scoring) -> list[Problem]:
    scored = [item for _, item in nested(items) if isinstance(item, Question) and item.weight is not None]
    if not scored:
        return [Problem("scoring", "nothing_scored")]
    if not 0 <= scoring.most_missing < len(scored):
        return [Problem("scoring.most_missing", "number_range", {"low": 0, "high": len(scored) - 1})]
    if not 0 <= scoring.decimals <= MOST_DECIMALS:
        return [Problem("scoring.decimals", "number_range", {"low": 0, "high": MOST_DECIMALS})]
    if scoring.most_missing and scoring.fill is Fill.SCALED and len({points_range(item) for item in scored}) > 1:
        return [Problem("scoring.most_missing", "scaled_unequal")]
    low, high = _shown_reach(items, scoring)
    if not -NUMBER_LIMIT <= scoring.minimum <= low <= high <= scoring.maximum <= NUMBER_LIMIT:
        return [Problem("scoring.range", "range_too_small", bounds(low, high))]
    return []


def _shown_reach(items: tuple[Item, ...], scoring: Scoring) -> tuple[float, float]:
    """What scores can reach, before and after they are rounded."""
    low, high = score_range(items, scoring.method, scoring.most_missing, scoring.fill)
    return min(low, rounded(low, scoring.decimals)), max(high, rounded(high, scoring.decimals))


def _check_bands(instrument: Questionnaire) -> list[Problem]:
    if instrument.scoring is None:
        return [Problem("bands", "bands_without_score")] if instrument.bands else []
    return check_band_sets(instrument.bands, instrument.scoring.minimum, instrument.scoring.maximum)
