"""Counts over stretches of different lengths: those freed in "a four-day pause" and those freed in "a weeklong truce".

Only lengths that belong to a noun are compared ("the four-day pause"), and only for measures whose table says that a stretch
bounds the count: what has passed so far ("in 49 days of war") grows from one report to the next, and the count with it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ...model import Expression
from ...rules.measures import bounded
from .item import Item

_BOUND = re.compile(r"\w+(?:-\w+)+|\w+long")
"""How a length stands before its noun: "four-day", "weeklong"."""
_VALUE = re.compile(r"P(\d+)([DWMY])")
_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}


def spelled(members: Sequence[Item]) -> list[list[Item]]:
    """The items of one cluster, parted by the stretch that they count over; those without one go with the nearest value."""
    groups: dict[int, list[Item]] = {}
    for item in members:
        groups.setdefault(_days(item), []).append(item)
    loose = groups.pop(0, [])
    if len(groups) < 2:
        return [list(members)]
    for item in loose:
        groups[min(groups, key=lambda days: (_apart(item, groups[days]), days))].append(item)
    return [sorted(groups[d], key=lambda i: (i.claim.article, i.claim.spans[0].start)) for d in sorted(groups)]


def over(members: Sequence[Item]) -> str | None:
    """The stretch that most of the items name, in the words of the reports."""
    said = Counter(found.span.text for i in members if (found := _length(i)))
    return min(said, key=lambda w: (-said[w], w)) if said else None


def _length(item: Item) -> Expression | None:
    if not bounded(item.claim.measure):
        return None
    return next((e for e in item.claim.times if e.type == "DURATION" and _BOUND.fullmatch(e.span.text.lower())), None)


def _days(item: Item) -> int:
    """The length in days; 0 where none is named."""
    found = _length(item)
    value = _VALUE.fullmatch(found.value) if found else None
    return int(value[1]) * _DAYS[value[2]] if value else 0


def _apart(item: Item, group: Sequence[Item]) -> float:
    """How far a value lies from the nearest of a group, as a ratio."""
    own = _value(item)
    return min(max(own, _value(i)) / min(own, _value(i)) for i in group)


def _value(item: Item) -> float:
    low, high = item.claim.low, item.claim.high
    return max((low if low is not None else high) or 0.0, 0.5)
