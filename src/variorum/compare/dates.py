"""Findings on the days of reports: a date that came with a report and that its text or all others contradict, and a date whose
weekday is not that day's. What came with the report is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ..model import Expression, Finding, Record, Witness, key
from ..model.moment import parsed, single
from ..rules.phrases import clean, moment

FULL = re.compile(r"\d{4}-\d\d-\d\d(?=T|$)")
STAMPS = frozenset({"published", "dateline"})
APART = 2
"""Days by which a stamp may differ from the metadata: time zones, an evening edition, a page put up the day after."""


AHEAD, OTHERS = 3 * 366, 2
"""Days by which a known day may lie after those of all other reports, so many at least; anniversaries are told a year later."""


def dates(records: Sequence[Record]) -> tuple[Finding, ...]:
    """At most one finding of each kind for each article, in the order given."""
    known = {r.article.id: day for r in records if (day := _known(r))}
    return tuple(
        finding
        for record in records
        for finding in (*_contradicted(record), *_misnamed(record), *_ahead(record, known))
    )


def _misnamed(record: Record) -> Iterator[Finding]:
    """The first full date that stands with a weekday that it does not fall on."""
    for one in record.expressions:
        day = parsed(one.value) if one.weekday and FULL.match(one.value) else None
        if day and day.isoweekday() != one.weekday:
            why = f"“{clean(one.span.text)}” cannot be right: {moment(day.isoformat())} was a {day:%A}"
            yield _made(record, one, "weekday", f"{why}, so either the weekday or the date is wrong")
            return


def _ahead(record: Record, known: Mapping[str, date]) -> Iterator[Finding]:
    """A day that came with the report and lies years after those of all others."""
    name = record.article.id
    others = [day for key, day in known.items() if key != name]
    if name in known and record.expressions and len(others) >= OTHERS:
        far = (known[name] - max(others)).days
        if far > AHEAD:
            why = f"what came with the report dates it {moment(known[name].isoformat())}, {far // 365} years after"
            yield _made(
                record, record.expressions[0], "ahead", f"{why} the latest of the others, so that date may be wrong"
            )


def _contradicted(record: Record) -> Iterator[Finding]:
    known = _known(record)
    if known is None:
        return
    odd = [(one, day) for one in record.expressions if (day := _day(one)) and _against(one, day, known)]
    if odd:
        one, day = min(odd, key=lambda o: (o[0].stamp is None, o[0].span.start))
        yield _finding(record, one, day, known)


def _known(record: Record) -> date | None:
    """The one day that the article is said to be of, by what came with it."""
    when = record.article.published
    return single(when) if when is not None and when.basis == "metadata" else None


def _day(one: Expression) -> date | None:
    """The day that an expression names in full; copyright lines, old pictures and updates are of other days."""
    if one.type not in ("DATE", "TIME") or not FULL.match(one.value) or one.formula:
        return None
    return parsed(one.value) if one.stamp in STAMPS or one.stamp is None else None


def _against(one: Expression, day: date, known: date) -> bool:
    """Whether a stamp is of another day, or a day told as past lies after the known one."""
    if one.stamp:
        return abs((day - known).days) > APART
    return one.side == "past" and (day - known).days > APART


def _finding(record: Record, one: Expression, day: date, known: date) -> Finding:
    said = (
        f"its own text is stamped “{clean(one.span.text)}”"
        if one.stamp
        else f"it tells of “{clean(one.span.text)}” as past"
    )
    why = f"what came with the report dates it {moment(known.isoformat())}, but {said}, which is {moment(day.isoformat())}"
    return _made(record, one, "date", why)


def _made(record: Record, one: Expression, sort: str, why: str) -> Finding:
    name = record.article.id
    return Finding(
        id=key(sort, name, one.span.start),
        kind="conflict",
        about=name,
        readings=(Witness(id=name, article=name, span=one.span),),
        why=why,
    )
