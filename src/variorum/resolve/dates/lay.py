"""Every expression of an article on the calendar, once the article's day or interval is known."""

from __future__ import annotations

from datetime import date

from ...model import Expression, Record, Time, When
from .anchor import fill, reach
from .days import Days, covers

GRAIN = {"day": 0, "week": 7, "weekend": 7, "month": 31, "quarter": 92, "year": 366, "decade": 3660, "century": 36600}
"""Days that what was told may cover at most for "a week later", "a year later" to be counted from it."""


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


def parsed(text: str | None) -> date | None:
    """The day of an ISO date or datetime; a year or month alone gives none."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


Laid = tuple[str, date | None, date | None]


def _laid(record: Record, day: date | None) -> list[Laid]:
    """(value, first day, last day) of each expression, were the article of this day."""
    out: list[Laid] = []
    told: Days | None = None
    for one in record.expressions:
        base = told[0] if told and (told[1] - told[0]).days <= GRAIN.get(one.unit or "day", 0) else None
        if day is None and (one.anchor == "article" or base is None):
            value = one.value
        else:
            value = fill(one, day or base or date.min, base)
        first, last = reach(one, value, day) if day else covers(value, one.mod) or (None, None)
        out.append((value, first, last))
        if (
            one.type in ("DATE", "TIME")
            and one.stamp is None
            and not _since(record, one)
            and first
            and last
            and not value.endswith("_REF")
        ):
            told = (first, last)
    return out


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
