"""Moments as the contract writes them: ISO 8601 dates or datetimes, compared to the day."""

from __future__ import annotations

from datetime import date

from .value import When


def parsed(text: str | None) -> date | None:
    """The day of an ISO date or datetime; None for anything else, so for a year or month alone."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def ordinal(text: str | None) -> int | None:
    """The same as a number of days."""
    found = parsed(text)
    return found.toordinal() if found else None


def before(left: When | None, right: When | None) -> bool:
    """Whether the one is surely of an earlier day than the other."""
    return bool(left and right and left.latest and right.earliest and left.latest[:10] < right.earliest[:10])


def disjoint(left: When | None, right: When | None) -> bool:
    """Whether the two cannot hold one moment."""
    return before(left, right) or before(right, left)
