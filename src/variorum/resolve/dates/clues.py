"""What one article's own text says of the day it was published on: clues, each a bound with its words and its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from ...model import Expression, Record, Span
from .days import covers

STAMPED, SPOKEN, COUNTED, PRINTED, NAMED, SHOWN, YEARLY, COPYRIGHT, AHEAD, FILED = 9, 7, 6, 4, 5, 5, 4, 2, 2, 1
"""Weights: the lightest of clues that exclude each other is dropped first. A stamp is meant as the answer; a copyright line may
be newer than the report, seldom older; a day said to lie ahead rests on tense, one spoken of as past on the calendar alone."""
FOOTER = 92
"""Days by which the year at the foot of a page may run ahead: it is often that of the visit, not that of the report."""
LATE = 2
"""Days by which an update may follow the first publication."""


class Clue(NamedTuple):
    """The article is not of before `low` nor of after `high`; None where a clue says nothing of that end."""

    low: date | None
    high: date | None
    weight: int
    why: str
    evidence: tuple[Span, ...]


FILE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)[^/:#]*$")
"""A day in the name of an article's own file; a file of many articles is named with a number or a name behind it."""
OPEN = re.compile(r"\s*[-–—,]")
"""What follows the first of two years of a copyright line, the second of which may be left out."""
POST = re.compile(r"\(@\w+\)\W*$")
WEEKDAY = re.compile(r"XXXX-WXX-(\d)")


def own(record: Record) -> Iterator[Clue]:
    """Clues that need no other article."""
    yield from _insets([one for one in record.expressions if one.stamp == "inset"])
    named = {found[1] for one in record.expressions if one.side == "past" and (found := WEEKDAY.match(one.value))}
    updates = [d[0] for one in record.expressions if one.stamp == "updated" and (d := covers(one.value))]
    for one in record.expressions:
        days = covers(one.value, one.mod)
        if one.stamp == "updated" and days and days[0] > min(updates):
            continue  # the first version is older than the first update
        if days is None or one.type not in ("DATE", "TIME"):
            continue
        if one.stamp == "copyright" and OPEN.match(record.article.text, one.span.end):
            continue
        if one.stamp and one.stamp not in ("inset", "archive"):
            yield from _stamped(one, days[0], days[1])
        elif one.side == "future" and not one.stamp and str(days[0].isoweekday()) not in named:
            if days[0] == days[1]:
                yield Clue(None, days[1], AHEAD, f"it speaks of {one.span.text!r} as still to come", (one.span,))
        elif one.stamp != "inset" and days[1] - days[0] < timedelta(400):
            weight = SPOKEN if days[1] - days[0] < timedelta(100) else COPYRIGHT + 1
            early = timedelta(_slack(record, one) if weight == SPOKEN else 0 if one.side == "past" else FOOTER)
            yield Clue(days[0] - early, None, weight, f"it speaks of {one.span.text!r}", (one.span,))


def filed(record: Record) -> Iterator[Clue]:
    """A day in the name of the article's file, the lightest clue: it may be that of the saving, or of nothing."""
    found = FILE.search(record.article.source)
    if found and "://" not in record.article.source and (days := covers("-".join(found.groups()))):
        why = f"its file is named {days[0].isoformat()}, which may be the day on which it was saved"
        yield Clue(days[0], days[0], FILED, why, ())


def _slack(record: Record, one: Expression) -> int:
    """Days by which a day told may be off: a post set into a text has the date of another time zone, and where a weekday does
    not belong to its date, either is wrong."""
    return int(
        posted(record, one)
        or (one.weekday is not None and (d := covers(one.value)) is not None and d[0].isoweekday() != one.weekday)
    )


def posted(record: Record, one: Expression) -> bool:
    """Whether a date is that of a post set into the text: "Name (@account) May 3, 2017"."""
    return bool(POST.search(record.article.text[max(0, one.span.start - 48) : one.span.start]))


def _insets(marks: Sequence[Expression]) -> Iterator[Clue]:
    """Films and pictures set into a text are of its day, the day before or the day after."""
    found = sorted((days[0], one.span) for one in marks if (days := covers(one.value)) and days[0] == days[1])
    if found:
        day = timedelta(1)
        why = f"the first film or picture in it is marked {found[0][1].text!r}, and such are of a report's day or the next"
        yield Clue(found[0][0] - day, found[0][0] + day, STAMPED - 2, why, (found[0][1],))


def _stamped(one: Expression, first: date, last: date) -> Iterator[Clue]:
    text, spans = one.span.text, (one.span,)
    if one.stamp == "updated":
        yield Clue(last - timedelta(LATE), last, STAMPED - 1, f"its text is marked as updated {text!r}", spans)
    elif one.stamp == "copyright":
        why = f"its copyright line names {text}, which may be newer than the report by some months"
        yield Clue(first - timedelta(FOOTER), None, COPYRIGHT, why, spans)
        yield Clue(None, last, PRINTED, why, spans)
    else:
        name = "dateline" if one.stamp == "dateline" else "date line"
        yield Clue(first, last, STAMPED, f"its {name} says {text!r}", spans)


def meet(clues: Sequence[Clue]) -> tuple[date | None, date | None, tuple[Clue, ...], tuple[Clue, ...]]:
    """The interval that the clues leave, those that bound it, and those dropped since heavier ones exclude them."""
    low: date | None = None
    high: date | None = None
    kept: list[Clue] = []
    dropped: list[Clue] = []
    ordered = sorted(
        clues, key=lambda c: (-c.weight, -(c.low or date.min).toordinal(), (c.high or date.max).toordinal(), c.evidence)
    )
    for clue in ordered:
        new_low, new_high = max(low or date.min, clue.low or date.min), min(high or date.max, clue.high or date.max)
        if new_low > new_high:
            dropped.append(clue)
            continue
        if (clue.low and new_low != (low or date.min)) or (clue.high and new_high != (high or date.max)):
            kept.append(clue)
        low, high = (None if new_low == date.min else new_low), (None if new_high == date.max else new_high)
    return low, high, tuple(_needed(kept, low, high)), tuple(dropped)


def _needed(kept: Sequence[Clue], low: date | None, high: date | None) -> list[Clue]:
    """The clues that make the ends what they are; of those for the same first day, the one that says the last day too."""
    bounds = [c for c in kept if (c.low and c.low == low) or (c.high and c.high == high)]
    both = [c for c in bounds if c.low == low and c.high == high]
    said = [set(c.evidence) for c in bounds]
    single = [
        c for i, c in enumerate(bounds) if not any(said[i] < other or said[i] == other for other in said[i + 1 :])
    ]
    return both[:1] or single
