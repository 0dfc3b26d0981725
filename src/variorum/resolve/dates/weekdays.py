"""From a day that the story is about and the weekdays that an article names to the day of the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ...model import Expression, Record, Span
from .clues import NAMED, Clue

if TYPE_CHECKING:
    from .story import Day

NAMED_DAY = re.compile(r"XXXX-WXX-\d|[\dX]{4}-\d\d-\d\d")
WEEKDAY = re.compile(r"XXXX-WXX-(\d)")
AFTER, WEEK, LEAD = 2, 6, 300
"""A report that names its day within the first 300 characters is of that day or of the two after it (130 of 133 reports tried);
one that names it further on may be of any day of the week after (in 16 of 103 more than two days)."""
WITHIN = 1
"""Days after a day told within which a weekday is looked for; one further off is thought to lie before it. Two or three days
put 1 in 100 reports more outside their interval: "the Saturday shooting" is mostly the last one."""


def past(record: Record) -> tuple[tuple[Expression, int], ...]:
    """Weekdays of running text that are not said to lie ahead, Monday 1."""
    return tuple(
        (e, int(m[1]))
        for e in record.expressions
        if e.side != "future"
        and e.shift in (None, -1)
        and e.unit is None
        and (m := WEEKDAY.match(e.value))
        and e.type != "SET"
    )


def ahead(record: Record) -> tuple[tuple[Expression, int], ...]:
    """Weekdays said to lie ahead."""
    return tuple(
        (e, int(m[1]))
        for e in record.expressions
        if e.side == "future"
        and e.unit is None
        and e.shift in (None, 0, 1)
        and (m := WEEKDAY.match(e.value))
        and e.type != "SET"
    )


def offset(day: date, weekday: int) -> int:
    """Days from a day to such a weekday near it, from five before it to one after it."""
    further = (weekday - day.isoweekday()) % 7
    return further if further <= WITHIN else further - 7


def firm(record: Record) -> bool:
    """Whether the report says early which day it tells of: news of that day, and not a look back."""
    return any(
        e.span.start < LEAD and e.side != "future" and NAMED_DAY.match(e.value)
        for e in record.expressions
        if e.stamp is None
    )


def placed(record: Record, day: date, reason: str, evidence: tuple[Span, ...]) -> Iterator[Clue]:
    """The clue that the article's weekdays make with a day that it tells of: its last past weekday, and some days more."""
    found = [(day + timedelta(offset(day, number)), e) for e, number in past(record)]
    last, said = max(found, key=lambda f: (f[0], -f[1].span.start), default=(day, None))
    if said is None or last <= day:
        yield _until(record, day, reason, evidence)
    else:
        yield _until(
            record, last, f"{reason}, and its {said.span.text!r} is {last.isoformat()}", (said.span, *evidence)
        )


def set_beside(record: Record, days: Sequence[Day]) -> Iterator[Clue]:
    """The same for an article that gives no date: each of its weekdays is the best supported such day of the story."""
    first: dict[int, Day] = {}
    for day in days:
        if abs((day.day - days[0].day).days) < 7:
            first.setdefault(day.day.isoweekday(), day)
    found = [(first[number].day, one, first[number]) for one, number in past(record) if number in first]
    if not found:
        return
    last, said, other = max(found, key=lambda f: (f[0], -f[1].span.start))
    reason = f"its {said.span.text!r} is {last.isoformat()}, by another report of the story that tells of {other.span.text!r}"
    yield from placed(record, last, reason, (said.span, other.span))


def _until(record: Record, low: date, reason: str, evidence: tuple[Span, ...]) -> Clue:
    """From the last day told of to some days later, or to the first weekday that lies ahead."""
    high = low + timedelta(AFTER if firm(record) else WEEK)
    coming = [(low + timedelta((number - low.isoweekday()) % 7 or 7), e) for e, number in ahead(record)]
    first = min(coming, key=lambda c: (c[0], c[1].span.start), default=None)
    if first and first[0] < high:
        return Clue(
            low, first[0], NAMED, f"{reason}, with {first[1].span.text!r} still ahead", (*evidence, first[1].span)
        )
    return Clue(low, high, NAMED, reason, evidence)


def within(record: Record, low: date, high: date) -> tuple[date, date, Clue] | None:
    """The part of an interval of about a week that the weekday of the report's first lines leaves."""
    early = [(e, number) for e, number in past(record) if e.span.start < LEAD]
    if not early or not AFTER + 1 <= (high - low).days <= 12:
        return None
    days = [low + timedelta(n) for n in range((high - low).days + 1)]
    hits = [(d, e) for e, number in early for d in days if d.isoweekday() == number]
    if not hits or len({d for d, _ in hits}) != len({number for _, number in early}):
        return None
    day, one = max(hits, key=lambda h: (h[0], -h[1].span.start))
    last = min(high, day + timedelta(AFTER))
    clue = Clue(
        day,
        last,
        NAMED,
        f"in that time {one.span.text!r}, of which it tells in its first lines, is {day.isoformat()}",
        (one.span,),
    )
    return day, last, clue
