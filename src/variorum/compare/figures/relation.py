"""How one reading of a figure stands to the current one."""

from __future__ import annotations

from typing import Literal

from ...model import Figure, Reading
from .grows import grows
from .values import before, clash, close, day, meets, value

Values = dict[float | None, list[Reading]]
"""The readings of a figure by their value."""
Relation = Literal["same", "agreement", "update", "revision", "conflict", "scope"]

TOLLS = frozenset({"killed", "injured", "missing", "held", "shot", "casualties"})
"""Measures whose counts are of one and the same event; those of arrests or releases mostly cover different days."""
FAR = 10
"""How many times a value another of the same count may be; a slip by one digit is ten times, and told apart before."""
LARGE = 50
"""Smaller counts are those of one incident: they settle soon, and late reports tell of other incidents as well."""


def by_value(figure: Figure) -> Values:
    """Made once a figure: every reading is set against the others with its value."""
    out: Values = {}
    for reading in figure.readings:
        out.setdefault(value(reading), []).append(reading)
    return out


def relation(figure: Figure, reading: Reading, best: Reading, values: Values) -> Relation:
    """The kind of difference between a reading and the current one; `values` as `by_value` gives them.

    Passing time explains a difference before anything else does; a conflict needs one moment (the same days, or a figure whose
    window is fixed) and values further apart than their hedges allow.
    """
    if value(reading) == value(best):
        return "same"
    if meets(reading, best):
        return "agreement"
    first, last = order(told(values, reading), told(values, best))
    ordered = before(first.as_of, last.as_of)
    rises = (value(first) or 0) < (value(last) or 0)
    if ordered and (rises or not grows(figure.measure)):
        return "update"
    firm = clash(reading, best) and (figure.measure in TOLLS or not grows(figure.measure))
    if firm and (apart(reading, best) or beside(values, reading, best)):
        return "scope"
    if ordered:
        return _later(first, last) if firm else "scope"
    same = day(first.as_of) is not None and day(first.as_of) == day(last.as_of)
    if firm and (same or (figure.window is not None and grows(figure.measure))):
        return "conflict"
    return "update" if grows(figure.measure) else "scope"


def _later(first: Reading, last: Reading) -> Relation:
    """A toll that falls: corrected, in conflict, or of another incident."""
    if close(first.as_of, last.as_of):
        return "revision" if same_voice(first, last) else "conflict"
    return "revision" if min(value(first) or 0, value(last) or 0) >= LARGE else "scope"


def apart(left: Reading, right: Reading) -> bool:
    """Whether the two are so far apart that they hardly count the same: one incident, and a war."""
    low, high = sorted((value(left) or 0, value(right) or 0))
    return low > 0 and high > FAR * low


def beside(values: Values, left: Reading, right: Reading) -> bool:
    """Whether half or more of the reports that give the lower value give the higher one too: to their writers the two count
    different things."""
    low, high = sorted((value(left) or 0, value(right) or 0))
    lower = {s.article for r in values.get(low, ()) for s in r.spans}
    higher = {s.article for r in values.get(high, ()) for s in r.spans}
    return bool(lower) and 2 * len(lower & higher) >= len(lower)


def told(values: Values, reading: Reading) -> Reading:
    """The first reading with this value: a value is as old as its first report, however late another copies it."""
    same = [r for r in values.get(value(reading), ()) if r.as_of and r.as_of.latest]
    return min(same, key=lambda r: (r.as_of.latest if r.as_of else "", r.id)) if same else reading


def order(left: Reading, right: Reading) -> tuple[Reading, Reading]:
    """The surely earlier one first; else the lower one."""
    if before(left.as_of, right.as_of):
        return left, right
    if before(right.as_of, left.as_of):
        return right, left
    return (left, right) if (value(left) or 0) <= (value(right) or 0) else (right, left)


def same_voice(left: Reading, right: Reading) -> bool:
    """Whether both readings cite the same last source."""
    a = left.attribution.chain[-1] if left.attribution and left.attribution.chain else None
    b = right.attribution.chain[-1] if right.attribution and right.attribution.chain else None
    return a is not None and b is not None and (a.actor or a.text.lower()) == (b.actor or b.text.lower())
