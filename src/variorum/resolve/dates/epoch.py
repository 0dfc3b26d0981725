"""Days of a story's past that its reports count from: they tell the year of a report, or its month, seldom its day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from ...model import Expression, Record, Span, When
from ...model.moment import parsed
from .anchor import LENGTH, SIZE
from .clues import COUNTED, YEARLY, Clue
from .days import covers
from .lay import lay
from .marks import past
from .speech import backward, speech
from .story import FULLDAY, feast, yearless

MonthDay = tuple[int, int]
OLD = 45
"""Days before a dated report from which on a day that it names is the story's past, not its news."""
LONG = 14
"""Days of a count below which it may count anything."""


class Epoch(NamedTuple):
    """A day whose year the story tells, with the words that do; `old` where it lies far before the report that names it."""

    day: date
    span: Span
    old: bool


def epochs(records: Sequence[Record], dated: Mapping[str, When]) -> dict[MonthDay, Epoch]:
    """Month and day -> the day, by reports whose own day is known or that give the year; the first one said wins."""
    found: dict[MonthDay, Epoch] = {}
    for record in records:
        when = dated.get(record.article.id)
        own = parsed(when.latest) if when else None
        for one, time in zip(record.expressions, lay(record, when), strict=True):
            days = covers(time.value) if FULLDAY.match(time.value) and one.stamp is None and not feast(one) else None
            if days and one.side != "future" and any(c.isdigit() for c in one.span.text) and one.weekday is None:
                old = own is not None and (own - days[0]).days > OLD
                found.setdefault((days[0].month, days[0].day), Epoch(days[0], one.span, old))
    return found


def shared(records: Sequence[Record]) -> frozenset[MonthDay]:
    """Days without a year that at least two articles name."""
    count: dict[MonthDay, set[str]] = defaultdict(set)
    for record in records:
        for _, month, number in yearless(record):
            count[month, number].add(record.article.id)
        for one in record.expressions:
            if (
                one.shift == -1
                and not feast(one)
                and one.value.startswith("XXXX-")
                and one.value[5:7].isdigit()
                and one.value[8:10].isdigit()
            ):
                count[int(one.value[5:7]), int(one.value[8:10])].add(record.article.id)
    return frozenset(day for day, who in count.items() if len(who) > 1)


def since(record: Record, known: Mapping[MonthDay, Epoch], common: frozenset[MonthDay]) -> Iterator[Clue]:
    """Bounds from the days without a year that an article names, and from what it counts since one that the reports share."""
    seen: set[tuple[str, str | None, int | None]] = set()
    for one in record.expressions:
        said = (one.value, one.unit, one.shift)
        if (
            said in seen
            or not (one.value.startswith("XXXX-") and one.value[5:7].isdigit() and one.value[8:10].isdigit())
            or one.side == "future"
            or feast(one)
        ):
            continue
        seen.add(said)
        epoch = known.get((int(one.value[5:7]), int(one.value[8:10])))
        if epoch is None or epoch.span.article == record.article.id:
            continue
        gone = one.side == "past" or (epoch.old and (epoch.day.month, epoch.day.day) in common)
        yield from _year(one, epoch, gone=gone)
        if epoch.old and (epoch.day.month, epoch.day.day) in common:
            yield from _counted(record, epoch)
            yield from _months(record, epoch)


def _year(one: Expression, epoch: Epoch, *, gone: bool) -> Iterator[Clue]:
    said, day, spans = one.span.text, epoch.day, (one.span, epoch.span)
    if one.unit == "year" and one.shift == -1:
        year = day.year + 1
        yield Clue(
            date(year, 1, 1),
            date(year, 12, 31),
            COUNTED,
            f"it says {said!r}, and that day was in {day.year} by another report",
            spans,
        )
    elif one.shift is None:
        why = f"it speaks of {said!r} without a year, which is {day.isoformat()} by another report"
        why += ", so it is of the year after that day"
        yield Clue(day if gone else None, day + timedelta(364), YEARLY, why, spans)


def _counted(record: Record, epoch: Epoch) -> Iterator[Clue]:
    """ "after nearly eight months", "had lasted for 49 days": the report, or what it tells, is so long after the shared day."""
    text = record.article.text
    for one in record.expressions:
        found = LENGTH.match(one.value) if one.type == "DURATION" else None
        if not found or not found[3] or float(found[2]) * SIZE[found[3]] < LONG:
            continue
        before = text[max(0, one.span.start - 24) : one.span.start].lower().split()[-2:]
        if not speech()[2] & set(before):
            continue
        low, high = _stretch(one, float(found[2]), SIZE[found[3]])
        first, last = epoch.day + timedelta(low), epoch.day + timedelta(high)
        start = f"{epoch.day.isoformat()}, the day that the reports share"
        why = f"it counts {one.span.text!r}, and from {start}, that leads to {last.isoformat()}"
        spans = (one.span, epoch.span)
        if "lasted" not in before:
            yield Clue(first, last, COUNTED, why, spans)
        elif near := [
            e for e, number in past(record) if any((last - timedelta(n)).isoweekday() == number for n in (0, 1))
        ]:
            yield Clue(
                first,
                last + timedelta(7),
                COUNTED,
                f"{why}, where its {near[0].span.text!r} fits",
                (*spans, near[0].span),
            )
        else:
            yield Clue(first, None, COUNTED, why, spans)


def _stretch(one: Expression, number: float, size: float) -> tuple[int, int]:
    """Fewest and most days that a count may mean: one unit less where it is nearly so many, one more where it is over."""
    words = one.span.text.lower()
    if words.startswith(("nearly", "almost")):
        return round((number - 1) * size), round(number * size)
    if one.mod == "MORE_THAN":
        return round(number * size), round((number + 1) * size)
    return round((number - 0.5) * size) if size > 1 else round(number) - 1, round(
        (number + 0.5) * size
    ) if size > 1 else round(number)


def _months(record: Record, epoch: Epoch) -> Iterator[Clue]:
    """A month told as past lies after the day that the story begins with."""
    for one in record.expressions:
        if (
            len(one.value) == 7
            and one.value.startswith("XXXX-")
            and one.value[5:].isdigit()
            and one.shift is None
            and (one.side == "past" or (one.side is None and backward(record, one)))
        ):
            month = int(one.value[5:])
            if month == epoch.day.month:
                continue
            first = date(epoch.day.year + (month < epoch.day.month), month, 1)
            why = f"it looks back on {one.span.text!r}, after {epoch.day.isoformat()}, with which the reports begin"
            yield Clue(first, None, YEARLY - 1, why, (one.span, epoch.span))
