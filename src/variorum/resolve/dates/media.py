"""Posts and pictures set into a report: they are of its day or of the day before, where nothing in it is later."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from ...model import Expression, Record
from .clues import SHOWN, Clue, posted
from .days import Days, covers
from .marks import past
from .speech import credits_, olden
from .story import NEWS, YEAR, yearless

DAY = timedelta(1)
REACH = 240
"""Characters from a day in a caption to the credit behind it."""
HALF = 183
"""Days after a day within which a past day without a year is thought to come after it, and not to be of the year before."""
OLD = 60
"""Characters on both sides of a day in which a word may say that the picture is old."""


class Seen(NamedTuple):
    """What an article tells of its time at large: the latest year, past days without a year, past weekdays."""

    year: int
    days: frozenset[tuple[int, int]]
    weekdays: frozenset[int]


def seen(record: Record) -> Seen:
    """Read once for each article, since texts with thousands of dates occur."""
    years = [int(m[1]) for one in record.expressions if one.stamp is None and (m := YEAR.match(one.value))]
    days = frozenset((month, number) for one, month, number in yearless(record) if one.side == "past")
    return Seen(max(years, default=0), days, frozenset(number for _, number in past(record)))


def pictured(record: Record, known: Seen) -> Iterator[Clue]:
    """The clue of the latest post that a report shows: that day, the one before in another time zone, or the one after.

    Of 40 reports that show posts 35 were of these days; of those that name no weekday of about then 4 in 13 were weeks later,
    and are left alone.
    """
    found = [
        (days[0], one)
        for one in record.expressions
        if not one.stamp and (days := covers(one.value)) and days[0] == days[1] and posted(record, one)
    ]
    if not found:
        return
    day, one = max(found, key=lambda f: (f[0], -f[1].span.start))
    if later(known, day) or not near(known, day):
        return
    why = (
        f"the latest post that it shows is of {one.span.text!r}, and reports show posts of their day or the day before"
    )
    yield Clue(day - DAY, day + DAY, SHOWN, why, (one.span,))


def captioned(record: Record, one: Expression, day: date, known: Seen) -> bool:
    """Whether a day is that of a new picture: it stands in a caption, and the report's weekdays are those of about that day.

    Of 24 such reports all were of the day before that one, of that day or of the two after.
    """
    start, end, text = one.span.start, one.span.end, record.article.text
    if one.stamp or posted(record, one) or olden().search(text[max(0, start - OLD) : end + OLD]):
        return False
    if record.article.part(start) != "caption" and not credits_().match(text[end : end + REACH + 80]):
        return False
    return near(known, day, (-1, 0)) and not later(known, day)


def near(known: Seen, day: date, shifts: tuple[int, ...] = (-1, 0, 1)) -> bool:
    """Whether the weekday of this day is named as past, or that of one so many days before or after."""
    return any((day + timedelta(n)).isoweekday() in known.weekdays for n in shifts)


def later(known: Seen, day: date) -> bool:
    """Whether a year after this day's is named, or as past a day without a year that came some time after it."""
    after = (days[0] for month, number in sorted(known.days) for days in _next(day, month, number))
    return known.year > day.year or any(NEWS < (found - day).days < HALF for found in after)


def _next(day: date, month: int, number: int) -> Iterator[Days]:
    """Such a day of this year and of the next."""
    for year in (day.year, day.year + 1):
        if found := covers(f"{year}-{month:02}-{number:02}"):
            yield found
