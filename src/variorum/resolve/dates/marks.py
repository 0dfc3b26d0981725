"""The days that an article names without a date: weekdays, those of its first lines, days by number, "yesterday"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ...model import Expression, Record
from .days import covers

LEAD = 300
"""Characters of a report's first lines."""
FIRM = 350
"""Characters in which a report of the news has named its day: with 300 one in 60 more has an interval wider than need be,
with 400 one in 100 more lies outside its interval."""
NAMED_DAY = re.compile(r"XXXX-WXX-\d|[\dX]{4}-\d\d-\d\d")
WEEKDAY = re.compile(r"XXXX-WXX-(\d)")
MONTHDAY = re.compile(r"XXXX-(\d\d)-(\d\d)")
MONTH = 31
TRIED = 20
"""Words of a report that are looked at for one out of quotes."""


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


def firm(record: Record) -> bool:
    """Whether the report says early which day it tells of: news of that day, and not a look back."""
    return any(
        e.span.start < FIRM and e.side != "future" and NAMED_DAY.match(e.value)
        for e in record.expressions
        if e.stamp is None
    )


def numbered(record: Record, day: date) -> Iterator[tuple[date, Expression]]:
    """Past days without a year that lie within a month after this day."""
    for one in record.expressions:
        found = MONTHDAY.match(one.value) if one.side == "past" and one.shift is None and not one.formula else None
        for year in (day.year, day.year + 1) if found and any(c.isdigit() for c in one.span.text) else ():
            days = covers(f"{year}-{found[1]}-{found[2]}") if found else None
            if days and 0 < (days[0] - day).days <= MONTH:
                yield days[0], one


def beside(record: Record) -> Expression | None:
    """A "yesterday" of the report's own words that tells what has happened; one in a quote may be another day's."""
    text = record.article.text
    found = [
        e
        for e in record.expressions
        if e.value.startswith("XXXX-XX-XX")
        and e.unit == "day"
        and e.shift == -1
        and e.anchor == "article"
        and e.side == "past"
    ]
    return next((e for e in found[:TRIED] if not quoted(text, e.span.start)), None)


def quoted(text: str, at: int) -> bool:
    """Whether a place lies within quotation marks of its line."""
    begin = text.rfind("\n", 0, at) + 1
    line = text[begin:at]
    return line.count("“") > line.count("”") or line.count('"') % 2 == 1
