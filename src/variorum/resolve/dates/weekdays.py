"""From a day that the story is about and the weekdays that an article names to the day of the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ...model import Record, Span
from .clues import NAMED, Clue
from .days import covers
from .marks import LEAD, ahead, beside, firm, numbered, past
from .speech import afterwards
from .story import around

if TYPE_CHECKING:
    from .story import Day

AFTER, WEEK = 2, 6
"""A report that names its day within the first 300 characters is of that day or of the two after it (130 of 133 reports tried);
one that names it further on may be of any day of the week after (in 16 of 103 more than two days)."""
RIVAL = 28
"""Days within which two days of a story may be taken for each other by their weekday."""
RATHER = 2
"""Words near a weekday that only one day has, beyond twice those that only the other has, from which it is not that other."""
LONG = 14
"""Days after a day that is named by its number alone."""
FOLLOW = 5
"""The same for a weekday on which something was said or done about the happening."""
SOON = "a report that names its day at once is mostly of that day or the two after"
SHOWS = "a report shows pictures of its day or of the two before"
WEEKLY = "a report is mostly of the week that follows the last day it tells of"
WITHIN = 1
"""Days after a day told within which a weekday is looked for; one further off is thought to lie before it. Two or three days
put 1 in 100 reports more outside their interval: "the Saturday shooting" is mostly the last one."""


def offset(day: date, weekday: int, reach: int = WITHIN) -> int:
    """Days from a day to such a weekday near it, at most `reach` after it, else before it."""
    further = (weekday - day.isoweekday()) % 7
    return further if further <= reach else further - 7


def placed(
    record: Record, day: date, reason: str, evidence: tuple[Span, ...], *, fresh: bool = False
) -> Iterator[Clue]:
    """The clue that the article's weekdays make with a day that it tells of: its last past weekday, and some days more.

    fresh: the day is that of a picture in it, which is as near to the report's day as one told at once.
    """
    found = [
        (day + timedelta(offset(day, number, FOLLOW if afterwards(record, e) else WITHIN)), e)
        for e, number in past(record)
    ]
    last, said = max(found, key=lambda f: (f[0], -f[1].span.start), default=(day, None))
    later = [(d, e) for d, e in numbered(record, day) if d > max(last, day)]
    if later:
        number, one = max(later, key=lambda n: (n[0], -n[1].span.start))
        yield by_number(number, f"{reason}, and its {one.span.text!r} is {number.isoformat()}", (one.span, *evidence))
    elif said is None or last <= day:
        yield _until(record, day, reason, evidence, fresh=fresh)
    else:
        more = f"{reason}, and its {said.span.text!r} is {last.isoformat()}"
        yield _until(record, last, more, (said.span, *evidence), fresh=fresh)


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
    reason = f"its {said.span.text!r} is {last.isoformat()}, as another report of the story dates {other.span.text!r}"
    clue = next(placed(record, last, reason, (said.span, other.span)))
    yield _either(clue, last, other, days, around(record, said))


def _either(clue: Clue, day: date, said: Day, days: Sequence[Day], words: frozenset[str]) -> Clue:
    """The clue over all weeks that the weekday may be of, where the story tells of another such day about as often, and the
    words near the weekday do not say which."""
    rivals = [
        d
        for d in days
        if d.day != day
        and (d.day - day).days % 7 == 0
        and abs((d.day - day).days) <= RIVAL
        and 2 * d.support >= said.support
        and len(words & said.words - d.words) < RATHER + 2 * len(words & d.words - said.words)
    ]
    if not rivals or clue.low is None or clue.high is None:
        return clue
    moves = [(d.day - day).days for d in rivals]
    low, high = clue.low + timedelta(min(0, *moves)), clue.high + timedelta(max(0, *moves))
    why = f"{clue.why}; the story tells of {rivals[0].day.isoformat()} too, which is such a day as well"
    return Clue(low, high, clue.weight, why, (*clue.evidence, rivals[0].span))


def by_number(day: date, reason: str, evidence: tuple[Span, ...]) -> Clue:
    """Reports name a day of the last week by its weekday; one named by its number alone may lie further back."""
    why = f"{reason}; reports name a day by its number alone up to two weeks later"
    return Clue(day, day + timedelta(LONG), NAMED, why, evidence)


def _until(record: Record, low: date, reason: str, evidence: tuple[Span, ...], *, fresh: bool) -> Clue:
    """From the last day told of to some days later, or to the first weekday that lies ahead."""
    named = {number for _, number in past(record)}
    if low.isoweekday() in named and (near := beside(record)):
        why = f"{reason}; as it says {near.span.text!r} too, that day is further back, and days are named so for a week"
        return Clue(low + timedelta(2), low + timedelta(WEEK), NAMED, why, (*evidence, near.span))
    if firm(record) and (back := _first(record, low)):
        why = f"{reason}; as it begins with a day before that, its first version may be of that earlier day"
        return Clue(low - timedelta(back), low + timedelta(1), NAMED, why, evidence)
    soon = SHOWS if fresh else SOON if firm(record) else None
    high = low + timedelta(AFTER if soon else WEEK)
    coming = [(low + timedelta((number - low.isoweekday()) % 7 or 7), e) for e, number in ahead(record)]
    first = min(coming, key=lambda c: (c[0], c[1].span.start), default=None)
    if first and first[0] < high:
        why = f"{reason}, with {first[1].span.text!r} still ahead"
        return Clue(low, first[0], NAMED, why, (*evidence, first[1].span))
    return Clue(low, high, NAMED, f"{reason}; {soon or WEEKLY}", evidence)


def _first(record: Record, last: date) -> int:
    """Days before the last day told of with which the report begins: the mark of one brought up to date; else 0."""
    early = {number for e, number in past(record) if e.span.start < LEAD} | {
        d[0].isoweekday()
        for e in record.expressions
        if e.span.start < LEAD and e.side != "future" and not e.stamp and (d := covers(e.value)) and d[0] == d[1]
    }
    backs = [(last.isoweekday() - number) % 7 for number in early]
    return min(backs) if backs and 0 < min(backs) <= FOLLOW else 0


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
