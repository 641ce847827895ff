"""Seven days as they were remembered: an Observation of all of them, which says that nobody wrote them day by day."""

from __future__ import annotations

from datetime import date

from adtracker.domain.common.measure import EXTENT
from adtracker.domain.common.period import Period
from adtracker.domain.records.recall import ASKED, BESIDE, RECALL_DAYS
from adtracker.exchange.codec import Data
from adtracker.exchange.fhir.about import About
from adtracker.exchange.fhir.elements import SCORE_UNIT, Element, code_of, concept, own, quantity
from adtracker.exchange.import_result import DATE

# Not the list of what days have: no program is to take one for the other.
_RECALLED = own("recalled")


def write_recall(data: Data, about: About) -> Element:
    """The answers, each a component; what was not answered has none."""
    period = Period.ending(date.fromisoformat(data[DATE]), RECALL_DAYS)
    return {
        "resourceType": "Observation",
        "status": "final",
        "code": concept(about.say("recalled.week"), own("observation"), "recalled_week"),
        "subject": about.subject,
        "effectivePeriod": {"start": period.first.isoformat(), "end": period.last.isoformat()},
        "performer": [about.subject],
        "note": [{"text": about.say("recalled.note")}],
        "method": concept(about.say("recalled.method"), own("method"), "recalled"),
        "component": [_part(name, data[name], about) for name in ASKED if data[name] is not None],
    }


def _part(name: str, value: float, about: About) -> Element:
    unit, code = ("%", "%") if BESIDE[name] == EXTENT else ("", SCORE_UNIT)
    return {
        "code": concept(about.words.say(f"measures.{ASKED[name].key}.label"), _RECALLED, name),
        "valueQuantity": quantity(value, unit, code),
    }


def read_recall(resource: Element) -> Data:
    """The opposite."""
    parts = ((code_of(one.get("code", {}), _RECALLED), one) for one in resource.get("component", ()))
    found = {code: one.get("valueQuantity", {}).get("value") for code, one in parts}
    return {DATE: resource.get("effectivePeriod", {}).get("end"), **{name: found.get(name) for name in ASKED}}
