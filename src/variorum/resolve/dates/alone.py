"""The day of an article from a full day of its own text: its weekdays confirm it, a picture is of it, or it opens the text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ...model import Expression, Record
from .clues import NAMED, Clue, posted
from .marks import LEAD
from .media import Seen, captioned, later, pictured, seen
from .story import feast, told
from .weekdays import WEEK, WEEKLY, placed

MARKED = frozenset({"published", "updated", "dateline", "inset"})


def alone(record: Record) -> Iterator[Clue]:
    """The clue of the article's own full days."""
    if any(e.stamp in MARKED and e.value[0] != "X" for e in record.expressions):
        return
    known = seen(record)
    shown = next(pictured(record, known), None)
    mine = _sure(record, known)
    if mine and not (shown and shown.low and mine[0] < shown.low):
        day, one, fresh = mine
        yield from placed(record, day, f"it gives {one.span.text!r}", (one.span,), fresh=fresh)
    elif shown:
        yield shown
    elif opening := _opening(record, known):
        yield opening


def _sure(record: Record, known: Seen) -> tuple[date, Expression, bool] | None:
    """The latest day that a weekday confirms or a new picture is of, its words, and whether it is a picture's."""
    found = []
    for one, day, fit in told(record):
        fresh = captioned(record, one, day, known)
        chance = fit and one.weekday is None  # its weekday stands elsewhere in the report
        if fresh or (fit and one.side != "future" and not posted(record, one) and not (chance and later(known, day))):
            found.append((day, one, fresh))
    return max(found, key=lambda f: (f[0], f[2], -f[1].span.start), default=None)


def _opening(record: Record, known: Seen) -> Clue | None:
    """From a full day in the first lines, where no year that the report names is later: its news, of that week."""
    found = [
        (day, one)
        for one, day, _ in told(record)
        if one.span.start < LEAD and one.side != "future" and not feast(one) and not posted(record, one)
    ]
    day, one = max(found, key=lambda f: (f[0], -f[1].span.start), default=(None, None))
    if day is None or one is None or later(known, day):
        return None
    why = f"it gives {one.span.text!r} in its first lines; {WEEKLY}"
    return Clue(day, day + timedelta(WEEK), NAMED, why, (one.span,))
