"""Which reading of a figure is current, and how the others stand to it.

The current reading is chosen by these rules, never averaged: what a later report says became of those counted stands; suspects
and readings added up from single persons yield to stated ones; of a series that goes on (three or more values, some large) the
latest stands; of any other figure the value that the most articles give first, then the latest, the more exact, the higher.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import msgspec

from ...model import Figure, Reading
from ...model.figure import Status
from ...model.moment import before
from ...rules.measures import grows
from .cases import Slip
from .relation import LARGE, Relation, Values, by_value, relation
from .say import moment, reasons
from .tale import Tale
from .values import day, vague

_STEPS = 3
"""Values that make a series of one."""


def settled(figure: Figure, slips: Mapping[str, Slip], story: Tale) -> Figure:
    """The figure with each reading's status and its reason."""
    able = [r for r in figure.readings if r.id not in slips and r.number is not None]
    able = [r for r in able if not vague(r)] or able
    best = current(able, rising=grows(figure.measure)) if able else None
    values = by_value(figure, story)
    readings = tuple(_with(r, best, slips.get(r.id), figure, values) for r in figure.readings)
    return msgspec.structs.replace(figure, readings=readings)


def current(readings: list[Reading], *, rising: bool) -> Reading:
    """The reading that stands. `rising` is whether such a count can only rise."""
    fates = [
        r for r in readings if r.fate and not any(before(r.as_of, o.as_of) and _key(o) > _key(r) for o in readings)
    ]
    if fates:
        return max(fates, key=_last)
    last = _chain(readings, rising=rising)
    if last is not None:
        return max((r for r in readings if r.number == last and not r.inferred), key=_last)
    if _moving(readings):
        return max(readings, key=_last)
    votes = _votes(readings)
    top = max(votes.values())
    shortlist = [r for r in readings if votes[_key(r)] == top]
    return max(shortlist, key=_rank)


def _moving(readings: list[Reading]) -> bool:
    """Whether the figure is a series that goes on through the story: three or more stated values, some of them large."""
    stated = {v for r in readings if not r.inferred and (v := r.number) is not None}
    return len(stated) >= 3 and max(stated) >= LARGE


def _chain(readings: list[Reading], *, rising: bool) -> float | None:
    """The last value of a count that goes one way from report to report: three values or more, each first told on a later day
    than the one before. A late copy of an early report changes nothing in that."""
    first: dict[float, str] = {}
    for reading in readings:
        number, told = reading.number, day(reading.as_of)
        if number is not None and told and not reading.inferred:
            first[number] = min(told, first.get(number, told))
    if len(first) < _STEPS or len(set(first.values())) < len(first):
        return None
    values = [v for v, _ in sorted(first.items(), key=lambda f: f[1])]
    if values == sorted(values) or (not rising and values == sorted(values, reverse=True)):
        return values[-1]
    return None


def _last(reading: Reading) -> tuple[object, ...]:
    """Latest by the first day that it can be of: a wide interval proves nothing late."""
    earliest = (reading.as_of.earliest or "") if reading.as_of else ""
    return (not reading.inferred, earliest, reading.number or 0.0, len(reading.spans), reading.id)


def _rank(reading: Reading) -> tuple[object, ...]:
    when = reading.as_of
    latest = (when.latest or "") if when else ""
    return (
        not reading.inferred,
        latest,
        reading.hedge == "exact",
        reading.number or 0.0,
        len(reading.spans),
        reading.id,
    )


def _key(reading: Reading) -> float:
    return reading.number or 0.0


def _votes(readings: list[Reading]) -> Counter[float]:
    """Value -> articles that give it first; a live blog's is that of its latest post."""
    first: dict[str, tuple[bool, int, float]] = {}
    for reading in readings:
        if any(_overtaken(reading, other) for other in readings):
            continue
        for span in reading.spans:
            mine = (reading.inferred, span.start, _key(reading))
            first[span.article] = min(first.get(span.article, mine), mine)
    votes = Counter(v for _, _, v in first.values())
    return votes if votes else Counter(_key(r) for r in readings)


def _overtaken(reading: Reading, other: Reading) -> bool:
    """Whether the same article has the other as a later count, as live blogs and embedded posts do."""
    same = {s.article for s in reading.spans} & {s.article for s in other.spans}
    return bool(same) and before(reading.as_of, other.as_of)


def _with(reading: Reading, best: Reading | None, slip: Slip | None, figure: Figure, values: Values) -> Reading:
    put = msgspec.structs.replace
    if slip is not None:
        return put(reading, status="suspect", why=slip.finding.why)
    if best is None or reading.id == best.id:
        return put(reading, status="current", why=reasons().status["current"])
    kind = relation(figure, reading, best, values)
    return put(
        reading,
        status=_STATUS[kind],
        apart=kind == "scope",
        why=reasons().status[kind].format(best=moment(best, figure)),
    )


_STATUS: dict[Relation, Status] = {
    "same": "repeated",
    "agreement": "repeated",
    "update": "superseded",
    "revision": "superseded",
    "conflict": "conflicting",
    "scope": "superseded",
}
