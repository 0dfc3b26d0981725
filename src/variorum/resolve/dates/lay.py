"""Every expression of an article on the calendar, once the article's day or interval is known."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from ...model import Expression, Record, Time, When
from ...model.moment import parsed
from .anchor import GRAINED, fill, reach
from .days import Days, covers

GRAIN = {"day": 0, "week": 7, "weekend": 7, "month": 31, "quarter": 92, "year": 366, "decade": 3660, "century": 36600}
"""Days that what was told may cover at most for "a week later", "a year later" to be counted from it."""
QUARTER = re.compile(r"\d{4}-[QH]\d$")
CLOCK, LONG = re.compile(r"XXXX-XX-XXT\d"), 60
"""A time of day is of the day just told, unless that is so many days away: then it is told for comparison."""
YEAR_AGO = -4
"""Quarters to "the year-ago quarter", from which nothing else is counted."""
PLAIN = frozenset({"year", "month", "quarter"})
"""Units of which "the year" or "the month" goes on from what the report is about, not from what it compares that with."""
BESIDE, ABOVE = 200, 1500
"""Characters within which "a year earlier" takes the grain of what was told, and "a year ago" that of a quarter."""


def lay(record: Record, published: When | None) -> tuple[Time, ...]:
    """Times in text order. Over an interval, a value is kept open where its ends differ and `when` is the union."""
    low, high = ends(published)
    first, last = (_laid(record, day) for day in (low, high))
    basis = "stated" if published is None or published.basis != "inferred" else "inferred"
    out = []
    for one, early, late in zip(record.expressions, first, last, strict=True):
        value = early[0] if early[0] == late[0] else one.value
        out.append(Time(one.span, one.type, value, _when(one, early, late, basis)))
    return tuple(out)


def ends(published: When | None) -> tuple[date | None, date | None]:
    """First and last day of an interval."""
    if published is None:
        return None, None
    return parsed(published.earliest), parsed(published.latest)


Laid = tuple[str, date | None, date | None]


class Told(NamedTuple):
    """What an article told last, or its last quarter: the first and last day, the value, and where its words end."""

    days: Days
    value: str
    end: int


def _laid(record: Record, day: date | None) -> list[Laid]:
    """(value, first day, last day) of each expression, were the article of this day."""
    out: list[Laid] = []
    told: Told | None = None
    quarter: Told | None = None
    plain: Told | None = None
    for number, one in enumerate(record.expressions):
        last = quarter if one.unit == "quarter" and quarter else plain if one.unit in PLAIN else told
        base = last.days[0] if last and (last.days[1] - last.days[0]).days <= GRAIN.get(one.unit or "day", 0) else None
        base = _next(record, number, day) if one.anchor == "next" else base
        if base and day and CLOCK.match(one.value) and abs((base - day).days) > LONG:
            base = day
        stated = _grained(one, plain, quarter) if one.grain else last.value if last else ""
        if day is None and not (one.grain and stated) and (one.anchor == "article" or base is None):
            value = one.value
        else:
            value = fill(one, day or base or date.min, base, stated)
        first, final = reach(one, value, day) if day else covers(value, one.mod) or (None, None)
        out.append((value, first, final))
        if first and final and _tells(record, one, value):
            told = Told((first, final), value, one.span.end)
            plain = plain if one.grain or one.shift == YEAR_AGO else told
            quarter = plain if plain is told and QUARTER.match(value) else quarter
    return out


def _next(record: Record, number: int, day: date | None) -> date | None:
    """The day of the expression that follows."""
    after = record.expressions[number + 1 : number + 2]
    days = covers(fill(after[0], day)) if after and day else covers(after[0].value) if after else None
    return days[0] if days else None


def _grained(one: Expression, told: Told | None, quarter: Told | None) -> str:
    """The value of what "a year earlier" is counted from: the month or quarter just told, or a quarter some lines above."""
    beside = one.anchor == "told" and told is not None and one.span.start - told.end < BESIDE
    if told and beside and GRAINED.match(told.value):
        return told.value
    near = quarter is not None and one.shift == -1 and one.span.start - quarter.end < ABOVE
    return quarter.value if quarter and near else ""


def _tells(record: Record, one: Expression, value: str) -> bool:
    """Whether what follows may be counted from this time."""
    plain = one.type in ("DATE", "TIME") and one.stamp is None and one.other is None
    return plain and not _since(record, one) and not value.endswith("_REF")


def _since(record: Record, one: Expression) -> bool:
    """Whether a time is only where a count starts; what follows is not told of it."""
    return record.article.text[max(0, one.span.start - 7) : one.span.start].lower().split()[-1:] == ["since"]


def _when(one: Expression, early: Laid, late: Laid, basis: str) -> When | None:
    first, last = early[1], late[2]
    if first is None and last is None:
        return None
    why = f"the text says {one.span.text!r}" + ("" if early == late else ", counted from when the article may be of")
    return When(
        first.isoformat() if first else None,
        last.isoformat() if last else None,
        "inferred" if basis == "inferred" and early != late else "stated",
        why,
        (one.span,),
    )
