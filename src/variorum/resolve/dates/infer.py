"""The intervals of undated articles: first from clues of their own text, then from what the story's dated articles tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from ...model import Record, When
from ...model.moment import parsed
from .alone import alone
from .anchor import fill
from .clues import NAMED, STAMPED, Clue, filed, meet, own
from .epoch import epochs, shared, since
from .kin import Kin, likeness
from .lay import ends
from .marks import LEAD, past
from .story import Day, fits, timeline, yearless, years
from .weekdays import by_number, placed, set_beside, within
from .yearly import yearly

LIGHT, BEFORE, SPREAD = 1, 1, 14
"""Weight of the guess that a report is of the time of another of the same happening; days before and after the other's day."""
ALIKE = 0.18
"""Words in common from which on a report is thought to be of the time of another (of 13 such, 13 were; of 18 below, 10)."""
FITTING, SILENT, ODD = 0.3, 0.33, 0.4
"""Likeness to an article from which on its day is taken for that of what a report tells: where the report names that weekday,
where it names none, where it names others only."""
TOLD = 0.5
"""Likeness of rare words from which on the same is thought (of 14 more, 13 were)."""
YEARS = 3 * 366
"""Days off an interval up to which a clue that does not agree is named."""
NEAR = 30
"""Days from the story's day within which a day without a year is read as near it."""


def infer(records: Sequence[Record]) -> dict[str, When]:
    """Intervals of the articles without a date, where their texts and those of the story bound them on both sides."""
    records = sorted(
        records, key=lambda r: r.article.id
    )  # of equal clues the first one counts, in whatever order files come
    dated = {r.article.id: r.article.published for r in records if r.article.published}
    open_ = [r for r in records if r.article.id not in dated]
    kin, by_id = Kin(records), {r.article.id: r for r in records}
    found = _first(open_, records, kin)
    found |= _beside_others([r for r in open_ if r.article.id not in found], records, {**dated, **found}, kin)
    left = [r for r in open_ if r.article.id not in found]
    found |= _lent(left, {**dated, **found}, by_id, kin)
    return found | {r.article.id: when for r in open_ if (when := _filed(r, found.get(r.article.id)))}


def _filed(record: Record, when: When | None) -> When | None:
    """The day in the name of the article's file, where what else is known of its day holds it; None where it does not."""
    clue = next(filed(record), None)
    if clue is None or clue.low is None:
        return None
    low, high = ends(when)
    if when and not (low and high and low <= clue.low <= high):
        return None
    reason = f"{when.why}; {clue.why}" if when else clue.why
    day = clue.low.isoformat()
    return When(day, day, "inferred", reason, when.evidence if when else ()) if low != high or not when else None


def _beside_others(
    left: Sequence[Record], records: Sequence[Record], dated: Mapping[str, When], kin: Kin
) -> dict[str, When]:
    """Intervals that follow from the days that the dated articles of the story tell of."""
    days, by_id, out = timeline(records, dated), {r.article.id: r for r in records}, {}
    known, common = epochs(records, dated), shared(records)
    for record in left:
        near = _akin(record, days, by_id, kin)
        mine = [*own(record), *since(record, known, common), *_beside(record, near)]
        when = settle(record, mine) or settle(record, [*mine, *_around(record, near, by_id, kin)])
        if when:
            out[record.article.id] = when
    return out


def _first(open_: Sequence[Record], records: Sequence[Record], kin: Kin) -> dict[str, When]:
    """Intervals of a month at most that full days of an article's own text leave, or its days in the year that is told."""
    latest, out = years(records), {}
    for record in open_:
        mine = list(own(record))
        when = settle(record, [*mine, *alone(record)])
        if when is None or _span(when) > NEAR:
            peers = [r for r in records if r is not record and kin.same(record, r)]
            when = settle(record, [*mine, *yearly(record, latest, peers)])
        if when and _span(when) <= NEAR:
            out[record.article.id] = when
    return out


def _lent(left: Sequence[Record], dated: Mapping[str, When], by_id: Mapping[str, Record], kin: Kin) -> dict[str, When]:
    """For articles that nothing else dates: the interval of the report most like them among those of the same happening."""
    out = {}
    for record in left:
        alike = [(likeness(record, by_id[key]), key) for key in sorted(dated) if kin.same(record, by_id[key])]
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


def _akin(record: Record, days: Sequence[Day], by_id: Mapping[str, Record], kin: Kin) -> list[Day]:
    """Days told by articles of the same happening that fit what this one says; those of the articles most like it first."""
    tellers = sorted({key for d in days for key in d.tellers})
    like = {key: kin.like(record, by_id[key]) for key in tellers}
    named = {number for _, number in past(record)}
    near = []
    for d in days:
        best, fit = max(like[key] for key in d.tellers), d.day.isoweekday() in named
        if best >= (FITTING if fit else ODD if named else SILENT) and fits(record, d.day):
            near.append(d._replace(support=d.support * best * (2 if fit else 1)))
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
    odd = next((c for c in dropped if _within_years(c, low, high)), None)
    why = "; ".join(dict.fromkeys(c.why for c in kept)) + (
        f"; set aside, as it does not agree: {odd.why}" if odd else ""
    )
    said = low == high and any(c.weight == STAMPED for c in kept)  # the text names the day itself
    evidence = tuple(dict.fromkeys(s for c in kept for s in c.evidence))
    return When(low.isoformat(), high.isoformat(), "stated" if said else "inferred", why, evidence)


def _within_years(clue: Clue, low: date, high: date) -> bool:
    """Whether a clue that was dropped is near enough to be worth a word: a house number read as a year is not."""
    return (clue.low is None or (clue.low - high).days < YEARS) and (
        clue.high is None or (low - clue.high).days < YEARS
    )


def _around(record: Record, days: Sequence[Day], by_id: Mapping[str, Record], kin: Kin) -> Iterator[Clue]:
    """For an article that says nothing of its day: two weeks from the day that a report of the same happening tells of."""
    if days and any(
        likeness(record, by_id[key]) >= ALIKE or kin.like(record, by_id[key]) >= TOLD for key in days[0].tellers
    ):
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
