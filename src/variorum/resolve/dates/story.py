"""The days that a story is about, read from all of its articles: what an article without a date of its own is set beside."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ...model import Expression, Record, Span, When
from ...model.moment import parsed
from .days import covers
from .lay import lay
from .marks import past

MONTHDAY = re.compile(r"XXXX-(\d\d)-(\d\d)")
FULLDAY = re.compile(r"\d{4}-\d\d-\d\d")
YEAR = re.compile(r"((?:19|20)\d\d)(?:-|$)")
WORD = re.compile(r"[^\W\d_]{4,}")
NEAR = 160
"""Characters on each side of a time in which stands what it is the time of."""
NEWS = 14
"""Days before a report within which what it tells of is news."""
OLDEST = 120
"""Days back to which reports name a day of the year before without that year."""
LEADING, LEAD = 600, 2
"""A day told in the first characters of a report counts more: there stands what is new."""


class Day(NamedTuple):
    """A day that the story's dated articles tell of: its weight, the first words that say so, and the articles that do."""

    day: date
    support: float
    span: Span
    tellers: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    """Words that stand near the day, in small letters."""


def timeline(records: Sequence[Record], dated: Mapping[str, When]) -> tuple[Day, ...]:
    """Days told in articles whose own day is known or found, the best supported first, then the earliest."""
    found: dict[date, dict[str, Span]] = defaultdict(dict)
    weight: dict[date, int] = defaultdict(int)
    words: dict[date, set[str]] = defaultdict(set)
    for record in records:
        when = dated.get(record.article.id)
        for day, one in _days(record, when) if when else ():
            if record.article.id not in found[day]:
                weight[day] += 3 + (LEAD if one.span.start < LEADING else 0)
            found[day].setdefault(record.article.id, one.span)
            words[day] |= around(record, one)
    for record in records:
        if record.article.id not in dated:
            for day, fit in _speaks(record, found):
                weight[day] += fit
    rows = [
        Day(day, weight[day], spans[min(spans)], tuple(sorted(spans)), frozenset(words[day]))
        for day, spans in found.items()
    ]
    return tuple(sorted(rows, key=lambda d: (-d.support, d.day)))


def _days(record: Record, when: When) -> Iterator[tuple[date, Expression]]:
    """Days that a dated article tells of as its news, in text order; what lies further back is the story's past."""
    own = parsed(when.earliest)
    for one, time in zip(record.expressions, lay(record, when), strict=True):
        if one.side != "future" and one.stamp is None and FULLDAY.match(time.value) and not feast(one):
            days = covers(time.value)
            if days and (own is None or (own - days[0]).days <= NEWS):
                yield days[0], one


def around(record: Record, one: Expression) -> frozenset[str]:
    """The longer words near an expression, in small letters: what it is the time of."""
    text = record.article.text
    near = text[max(0, one.span.start - NEAR) : one.span.start] + text[one.span.end : one.span.end + NEAR]
    return frozenset(WORD.findall(near.lower()))


def feast(one: Expression) -> bool:
    """A holiday is named for many reasons, and seldom to date the story."""
    return one.formula is not None or (bool(MONTHDAY.match(one.value)) and not any(c.isdigit() for c in one.span.text))


def _speaks(record: Record, days: Iterable[date]) -> Iterator[tuple[date, int]]:
    """How well an undated article's weekdays and days without a year fit each of these days."""
    monthdays = {(month, number) for _, month, number in yearless(record)}
    weekdays = {number for _, number in past(record)}
    for day in days:
        yield day, 4 * ((day.month, day.day) in monthdays) + 2 * (day.isoweekday() in weekdays)


def told(record: Record) -> Iterator[tuple[Expression, date, bool]]:
    """Full days of running text, and whether a weekday beside it or elsewhere in the article fits it."""
    named = {number for _, number in past(record)}
    for one in record.expressions:
        found = covers(one.value)
        if found and found[0] == found[1] and not one.stamp:
            own = found[0].isoweekday()
            yield one, found[0], one.weekday == own or (one.weekday is None and own in named)


def yearless(record: Record) -> Iterator[tuple[Expression, int, int]]:
    """Days of running text without a year, that do not lie ahead."""
    for one in record.expressions:
        if one.shift is None and not feast(one) and one.side != "future" and (found := MONTHDAY.match(one.value)):
            yield one, int(found[1]), int(found[2])


def fits(record: Record, day: date) -> bool:
    """Whether a report of about this day would name its past days without a year: they are of that year, or months before."""
    for one, month, number in yearless(record):
        if one.side == "past" and (month, number) > (day.month, day.day):
            days = covers(f"{day.year - 1}-{month:02}-{number:02}")
            if days and OLDEST < (day - days[0]).days < 366 - NEWS:
                return False
    return True


def years(records: Sequence[Record]) -> tuple[tuple[int, Expression], ...]:
    """Years that the articles name as past or present, the latest first, each with its first words."""
    found: dict[int, Expression] = {}
    for record in records:
        for one in record.expressions:
            if one.side != "future" and one.type in ("DATE", "TIME") and (m := YEAR.match(one.value)):
                found.setdefault(int(m[1]), one)
    return tuple(sorted(found.items(), reverse=True))
