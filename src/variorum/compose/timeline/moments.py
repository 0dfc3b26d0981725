"""How closely a moment is known, and in which order moments come."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from ...model import When
from ...model.dossier import Precision
from ...model.moment import parsed

WIDE = 45
"""Days up to which an interval still tells when: those of a report known to a month, and of words such as "last week" counted
from it. A wider one that was worked out only tells between which days."""


def precision(when: When | None) -> Precision:
    """A day, some days, a month, a longer stretch that the text names, only bounds, or nothing."""
    if when is None or not (when.earliest or when.latest):
        return "none"
    first, last = parsed(when.earliest), parsed(when.latest)
    if first is None or last is None:
        return "between"
    if first == last:
        return "day"
    if first.day == 1 and last == _end(first):
        return "month"
    if (last - first).days <= WIDE:
        return "days"
    return "between" if when.basis == "inferred" else "period"


def order(when: When | None, *, over: bool = False) -> tuple[str, str, str]:
    """By the first day, the last, and the hour; what has neither is last. A day without an hour comes before its hours, or
    after them where it is `over`: a count of the day takes in what was counted in the course of it."""
    first, last = (when.earliest or when.latest, when.latest or when.earliest) if when else (None, None)
    return (first or "~")[:10], (last or "~")[:10], f"{first or ''}~" if over else first or "~"


def span(when: When | None) -> tuple[str, str]:
    """The first and last day, without the hour; empty where unknown."""
    return ((when.earliest or "")[:10], (when.latest or "")[:10]) if when else ("", "")


def width(when: When | None) -> int:
    """Days from the first to the last; a large number where an end is open."""
    first, last = (parsed(when.earliest), parsed(when.latest)) if when else (None, None)
    return (last - first).days if first and last else 10**6


def clear(when: When | None) -> bool:
    """Whether the moment is known to a month or less."""
    return precision(when) in ("day", "days", "month")


def _end(first: date) -> date:
    return first.replace(day=monthrange(first.year, first.month)[1])
