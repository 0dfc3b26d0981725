"""A day without a year, the weekday that belongs to it and the year that a page or story names: together a full day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ...model import Expression, Record
from .clues import Clue
from .days import feast as holiday
from .marks import FIRM, past
from .media import later, seen
from .story import feast, yearless
from .weekdays import placed

FOOT = 10
"""Month from which on the year at the foot of a page may be the next one: pages are saved later than they are written."""


class Year(NamedTuple):
    """A year, its words, and whether it is a copyright line's: of 87 such lines 82 named the year of the report."""

    year: int
    said: Expression
    printed: bool


def yearly(record: Record, latest: Sequence[tuple[int, Expression]], peers: Sequence[Record]) -> Iterator[Clue]:
    """The clue of the latest such day that fits; `peers`: other reports of the happening, which may name the year."""
    found = [hit for year in _years(record, latest, peers) for hit in _hits(record, year)]
    day, one, year = max(found, key=lambda f: (f[0], -f[1].span.start), default=(None, None, None))
    if day and one and year:
        mine = year.said.span.article == record.article.id
        source = f"{'its' if mine else 'a'} copyright line" if year.printed else "the story"
        reason = f"its {one.span.text!r} is a {day:%A} in {day.year}, the year that {source} names"
        reason += "" if year.printed else " last"
        own = next((e for e, n in past(record) if n == day.isoweekday()), None)
        if one.weekday:
            yield from placed(record, day, reason, (one.span, year.said.span))
        elif own:
            yield from placed(
                record, day, f"{reason}, as it says {own.span.text!r}", (one.span, own.span, year.said.span)
            )


def _years(record: Record, latest: Sequence[tuple[int, Expression]], peers: Sequence[Record]) -> list[Year]:
    """Of its own copyright line, else of the lines of its peers, else the latest that the story names."""
    for group in ([record], peers):
        marks = [(int(e.value), e) for r in group for e in r.expressions if e.stamp == "copyright"]
        if marks:
            return [Year(year, said, True) for year, said in sorted(dict(marks).items(), reverse=True)[:1]]
    return [Year(year, said, False) for year, said in latest[:1]]


def _hits(record: Record, year: Year) -> Iterator[tuple[date, Expression, Year]]:
    """Days of this year, or of the last months of the one before, whose weekday the report names."""
    known = seen(record)
    named, leading = {n for _, n in past(record)}, _leading(record)
    mine = year.printed and year.said.span.article == record.article.id
    for number in (year.year, year.year - 1) if year.printed else (year.year,):
        for one, day in _days(record, number):
            if number < year.year and day.month < FOOT:
                continue
            weekday, firm = day.isoweekday(), one.span.start < FIRM or "T" in one.value
            chance = one.weekday is None and (weekday in leading if firm else mine and weekday in named)
            if one.weekday == weekday or (chance and not later(known, day)):
                yield day, one, year


def _days(record: Record, year: int) -> Iterator[tuple[Expression, date]]:
    """Days without a year, and holidays of the first lines, put into this year."""
    for one, month, number in yearless(record):
        try:
            yield one, date(year, month, number)
        except ValueError:
            continue
    for one in record.expressions:
        if feast(one) and one.formula and one.span.start < FIRM and one.side != "future" and one.shift is None:
            yield one, holiday(year, one.formula)


def _leading(record: Record) -> frozenset[int]:
    """The weekdays that its first lines name."""
    return frozenset(n for e, n in past(record) if e.span.start < FIRM)
