"""The intervals of undated articles: first from clues of their own text, then from what the story's dated articles tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from ...model import Expression, Record, When
from .anchor import fill
from .clues import NAMED, STAMPED, Clue, meet, own, posted
from .epoch import epochs, shared, since
from .kin import kin, likeness
from .lay import ends, parsed
from .marks import LEAD, past
from .story import Day, fits, timeline, told, yearless, years
from .weekdays import by_number, placed, set_beside, within

LIGHT, BEFORE, SPREAD = 1, 1, 14
"""Weight of the guess that a report is of the time of another of the same happening; days before and after the other's day."""
ALIKE = 0.18
"""Words in common from which on a report is thought to be of the time of another (of 13 such, 13 were; of 18 below, 10)."""
NEAR = 30
"""Days from the story's day within which a day without a year is read as near it."""


def infer(records: Sequence[Record]) -> dict[str, When]:
    """Intervals of the articles without a date, where their texts and those of the story bound them on both sides."""
    dated = {r.article.id: r.article.published for r in records if r.article.published}
    open_ = [r for r in records if r.article.id not in dated]
    latest = years(records)
    alone = {r.article.id: settle(r, [*own(r), *_self(r, latest)]) for r in open_}
    first = {key: when for key, when in alone.items() if when and _span(when) <= NEAR}
    days = timeline(records, {**dated, **first})
    known, common = epochs(records, {**dated, **first}), shared(records)
    by_id = {r.article.id: r for r in records}
    rest = {}
    for record in open_:
        if record.article.id not in first:
            near = _akin(record, days, by_id)
            mine = [*own(record), *since(record, known, common), *_beside(record, near)]
            when = settle(record, mine) or settle(record, [*mine, *_around(record, near, by_id)])
            if when:
                rest[record.article.id] = when
    found = {**first, **rest}
    left = [r for r in open_ if r.article.id not in found]
    return {**found, **_lent(left, {**dated, **found}, by_id)}


def _lent(left: Sequence[Record], dated: Mapping[str, When], by_id: Mapping[str, Record]) -> dict[str, When]:
    """For articles that nothing else dates: the interval of the report most like them among those of the same happening."""
    out = {}
    for record in left:
        alike = [(likeness(record, by_id[key]), key) for key in sorted(dated) if kin(record, by_id[key])]
        best, key = max(alike, default=(0.0, ""))
        if best >= ALIKE and (when := settle(record, [*own(record), *_loan(dated[key])])):
            out[record.article.id] = when
    return out


def _loan(when: When) -> Iterator[Clue]:
    """The wide interval of another report of the same happening. A narrow one would say too much: reports go on for weeks."""
    low, high = ends(when)
    if low and high and _span(when) > NEAR:
        why = f"another report of what it tells is of {low.isoformat()} to {high.isoformat()}"
        yield Clue(low, high, LIGHT, why, when.evidence)


def _akin(record: Record, days: Sequence[Day], by_id: Mapping[str, Record]) -> list[Day]:
    """Days told by articles of the same happening that fit what this one says; those of the articles most like it first."""
    tellers = sorted({key for d in days for key in d.tellers})
    like = {key: likeness(record, by_id[key]) for key in tellers if kin(record, by_id[key])}
    near = [
        d._replace(support=d.support * max(like[key] for key in d.tellers if key in like))
        for d in days
        if any(key in like for key in d.tellers) and fits(record, d.day)
    ]
    return sorted(near, key=lambda d: (-d.support, d.day))


def _span(when: When) -> int:
    """Days from the first to the last of an interval."""
    low, high = ends(when)
    return (high - low).days if low and high else NEAR + 1


def settle(record: Record, clues: Sequence[Clue]) -> When | None:
    """The interval that clues leave, made narrower by a weekday that occurs in it once; None where an end stays open."""
    low, high, kept, dropped = meet(clues)
    if low is None or high is None:
        return None
    placed_already = any(c.weight == NAMED for c in kept)
    if not placed_already and (narrower := within(record, low, high)):
        low, high, kept = *narrower[:2], (*kept, narrower[2])
    why = "; ".join(dict.fromkeys(c.why for c in kept)) + (f"; set aside: {dropped[0].why}" if dropped else "")
    said = low == high and any(c.weight == STAMPED for c in kept)  # the text names the day itself
    evidence = tuple(dict.fromkeys(s for c in kept for s in c.evidence))
    return When(low.isoformat(), high.isoformat(), "stated" if said else "inferred", why, evidence)


def _self(record: Record, latest: Sequence[tuple[int, Expression]]) -> Iterator[Clue]:
    """From a full day of the article's own that its weekdays confirm, else from one that the story's latest year makes full."""
    if any(e.stamp in ("published", "updated", "dateline", "inset") and e.value[0] != "X" for e in record.expressions):
        return
    sure_ = [(day, one) for one, day, sure in told(record) if sure]
    mine = [(day, one) for day, one in sure_ if not posted(record, one)] or sure_
    if mine:
        day, one = max(mine, key=lambda m: (m[0], -m[1].span.start))
        yield from placed(record, day, f"it gives {one.span.text!r}", (one.span,))
        return
    stated = next(((int(e.value), e) for e in record.expressions if e.stamp == "copyright"), None)
    if stated or latest:
        yield from _yeared(record, *(stated or latest[0]))


def _yeared(record: Record, year: int, said: Expression) -> Iterator[Clue]:
    """A month and day whose weekday fits the latest year that the story names."""
    named, own_ = (
        {number for _, number in past(record)},
        said.stamp == "copyright" and said.span.article == record.article.id,
    )
    fits = []
    for one, month, number in yearless(record):
        try:
            day = date(year, month, number)
        except ValueError:
            continue
        fit = day.isoweekday() in named if own_ and one.weekday is None else one.weekday == day.isoweekday()
        if fit:
            fits.append((day, one))
    if fits:
        day, one = max(fits, key=lambda f: (f[0], -f[1].span.start))
        source = "its copyright line names" if own_ else "is the latest that the story names"
        reason = f"its {one.span.text!r} fits its weekday in {year}, the year that {source}"
        yield from placed(record, day, reason, (one.span, said.span))


def _around(record: Record, days: Sequence[Day], by_id: Mapping[str, Record]) -> Iterator[Clue]:
    """For an article that says nothing of its day: two weeks from the day that a report of the same happening tells of."""
    if days and max(likeness(record, by_id[key]) for key in days[0].tellers) >= ALIKE:
        best = days[0]
        why = f"another report of what it tells, with {best.span.text!r}, is of about {best.day.isoformat()}"
        why += ", and reports of one happening are mostly printed within two weeks"
        yield Clue(best.day - timedelta(BEFORE), best.day + timedelta(SPREAD), LIGHT, why, (best.span,))


def _beside(record: Record, days: Sequence[Day]) -> Iterator[Clue]:
    """From the days that the story's dated articles tell of as news: a day that the article names early, else its weekdays."""
    if not days:
        return
    best = days[0]
    early = [one for one, _, _ in yearless(record) if one.span.start < LEAD or one.weekday]
    read = [(day, one) for one in early if (day := parsed(fill(one, best.day)))]
    near = [(day, one) for day, one in read if abs((day - best.day).days) <= NEAR]
    if near:
        day, one = max(near, key=lambda n: (n[0], -n[1].span.start))
        reason = f"its {one.span.text!r} is {day.isoformat()}, as another report of the story dates {best.span.text!r}"
        if one.weekday is None and day.isoweekday() not in {number for _, number in past(record)}:
            yield by_number(day, reason, (one.span, best.span))
        else:
            yield from placed(record, day, reason, (one.span, best.span))
    else:
        yield from set_beside(record, days)
