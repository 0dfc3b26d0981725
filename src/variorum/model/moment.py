"""Moments as the contract writes them: ISO 8601 dates or datetimes, compared to the day; to the minute only within one article,
since clocks of different places tell different times."""

from __future__ import annotations

from datetime import date

from .value import When

DAY = 10
"""Characters of a date; a datetime goes on with its clock."""


def parsed(text: str | None) -> date | None:
    """The day of an ISO date or datetime; None for anything else, so for a year or month alone."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def single(when: When | None) -> date | None:
    """The day of a moment that lies within one day; None where it may be of several, or an end is open."""
    if when is None or not when.earliest or not when.latest or when.earliest[:10] != when.latest[:10]:
        return None
    return parsed(when.earliest)


def ordinal(text: str | None) -> int | None:
    """The same as a number of days."""
    found = parsed(text)
    return found.toordinal() if found else None


def before(left: When | None, right: When | None) -> bool:
    """Whether the one is surely earlier than the other: of an earlier day, or of an earlier entry of the same live blog."""
    if not (left and right and left.latest and right.earliest):
        return False
    if clocked(left, right):
        return left.latest < right.earliest
    return left.latest[:10] < right.earliest[:10]


def clocked(left: When | None, right: When | None) -> bool:
    """Whether both tell the time of day, and in the same article."""
    if left is None or right is None:
        return False
    sources = [{span.article for span in one.evidence} for one in (left, right)]
    hours = all(len(text or "") > DAY for one in (left, right) for text in (one.earliest, one.latest))
    return hours and len(sources[0]) == 1 and sources[0] == sources[1]


def disjoint(left: When | None, right: When | None) -> bool:
    """Whether the two cannot hold one moment."""
    return before(left, right) or before(right, left)
