"""How one reading of a figure stands to the current one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ...model import Figure, Reading, Record
from .grows import grows
from .values import before, clash, close, day, meets, value

Names = frozenset[str]
Relation = Literal["same", "agreement", "update", "revision", "conflict", "scope"]

TOLLS = frozenset({"killed", "injured", "missing", "held", "shot", "casualties"})
"""Measures whose counts are of one and the same event; those of arrests or releases mostly cover different days."""
ONE = frozenset({"killed", "injured", "missing", "held"})
"""The tolls proper, of which a story has one each."""
_LOOSE = frozenset({"casualties", "attendance", "shots fired"})
"""Measures of which reports count now these, now those, or guess: "two victims" of eight, "hundreds" in the square."""
FAR = 10
"""How many times a value another of the same count may be; a slip by one digit is ten times, and told apart before."""
SUM = 5
"""Words from which a reading's text is no number with its hedge but several things counted together."""
_LEAD = 800
"""Characters of a report that are its lead, or the first half where that is longer: what comes later is often the past."""
LARGE = 50
"""Smaller counts are those of one incident: they settle soon, and late reports tell of other incidents as well."""


@dataclass(frozen=True)
class Tale:
    """What the reports of a story tell first, and at most."""

    peaks: Mapping[str, Mapping[Names, Mapping[str, float]]]
    """Measure -> peoples named -> article -> the largest number stated."""
    leads: Mapping[str, int]
    """Article -> the offset where its lead ends."""


@dataclass(frozen=True)
class Values:
    """The readings of a figure by their value, and what is known of the story."""

    figure: Figure
    by: Mapping[float | None, Sequence[Reading]]
    story: Tale


def by_value(figure: Figure, story: Tale) -> Values:
    """Made once a figure: every reading is set against the others with its value."""
    out: dict[float | None, list[Reading]] = {}
    for reading in figure.readings:
        out.setdefault(value(reading), []).append(reading)
    return Values(figure, out, story)


def tale(many: Sequence[Figure], records: Sequence[Record], without: Collection[str]) -> Tale:
    """`without` are the ids of suspect readings."""
    leads = {r.article.id: max(_LEAD, len(r.article.text) // 2) for r in records}
    return Tale(_peaks(many, without), leads)


def names(figure: Figure) -> Names:
    """The peoples and places that the words for those counted name."""
    return frozenset(w for w in figure.of.split() if w[:1].isupper())


def _peaks(many: Sequence[Figure], without: Collection[str]) -> dict[str, dict[Names, dict[str, float]]]:
    out: dict[str, dict[Names, dict[str, float]]] = {}
    for figure in (f for f in many if f.frame == "event"):
        mine = out.setdefault(figure.measure, {}).setdefault(names(figure), {})
        for reading in figure.readings:
            if reading.id not in without and not reading.inferred:
                for span in reading.spans:
                    mine[span.article] = max(mine.get(span.article, 0.0), value(reading) or 0.0)
    return out


def relation(figure: Figure, reading: Reading, best: Reading, values: Values) -> Relation:
    """The kind of difference between a reading and the current one; `values` as `by_value` gives them.

    Passing time explains a difference before anything else does; a conflict needs one moment (the same days, or a figure whose
    window is fixed) and values further apart than their hedges allow.
    """
    if value(reading) == value(best):
        return "same"
    if best.fate:
        return "update"
    if meets(reading, best):
        return "agreement"
    first, last = order(told(values, reading), told(values, best))
    ordered = before(first.as_of, last.as_of)
    rises = (value(first) or 0) < (value(last) or 0)
    if ordered and (rises or not grows(figure.measure)):
        return "update"
    firm = clash(reading, best) and _counted(figure)
    if firm and (apart(reading, best) or beside(values, reading, best) or _aside(values, reading, best)):
        return "scope"
    if ordered:
        return _later(first, last) if firm else "scope"
    same = day(first.as_of) is not None and day(first.as_of) == day(last.as_of)
    if firm and (same or (figure.window is not None and grows(figure.measure))):
        return "conflict"
    return "update" if grows(figure.measure) else "scope"


def _later(first: Reading, last: Reading) -> Relation:
    """A toll that falls: corrected, in conflict, or of another incident."""
    if close(first.as_of, last.as_of):
        return "revision" if same_voice(first, last) else "conflict"
    return "revision" if min(value(first) or 0, value(last) or 0) >= LARGE else "scope"


def apart(left: Reading, right: Reading) -> bool:
    """Whether the two are so far apart that they hardly count the same: one incident, and a war."""
    low, high = sorted((value(left) or 0, value(right) or 0))
    return low > 0 and high > FAR * low


def beside(values: Values, left: Reading, right: Reading) -> bool:
    """Whether half or more of the reports that give the lower value give the higher one too, or all that give the higher one
    the lower: to their writers the two count different things."""
    low, high = sorted((value(left) or 0, value(right) or 0))
    lower = {s.article for r in values.by.get(low, ()) for s in r.spans}
    higher = {s.article for r in values.by.get(high, ()) for s in r.spans}
    return bool(lower) and (2 * len(lower & higher) >= len(lower) or higher <= lower)


def _counted(figure: Figure) -> bool:
    """Whether it counts one thing of which two numbers cannot both be right."""
    return figure.measure not in _LOOSE and (figure.measure in TOLLS or not grows(figure.measure))


def _aside(values: Values, left: Reading, right: Reading) -> bool:
    """Whether one of the two is told by the way: of a part, or late in every report that has it while the other is what reports
    begin with, as an earlier incident is. The large tolls of long stories are background in all reports."""
    least, most = sorted((left, right), key=lambda r: value(r) or 0)
    if (value(least) or 0) < LARGE and _early(values, left) != _early(values, right):
        return True
    return _partial(values, least, most)


def _early(values: Values, reading: Reading) -> bool:
    return any(
        s.start < values.story.leads.get(s.article, 0) for r in values.by.get(value(reading), ()) for s in r.spans
    )


def _partial(values: Values, least: Reading, most: Reading) -> bool:
    """Whether the lower value may be a part: a single person, one of several things counted together, or a number beside which
    every report that gives it has a larger one. Large numbers that two name are what they disagree on."""
    if (value(least) or 0) <= 1 or any(len(r.text.split()) > SUM for r in (least, most)):
        return True
    if (value(least) or 0) >= LARGE and least.attribution and most.attribution and not same_voice(least, most):
        return False
    articles = {s.article for r in values.by.get(value(least), ()) for s in r.spans}
    return all(_peak(values, a) > (value(least) or 0) for a in articles)


def _peak(values: Values, article: str) -> float:
    """The largest number that the article states of the same measure and of no other people."""
    mine = names(values.figure)
    peaks = values.story.peaks.get(values.figure.measure, {})
    return max((p.get(article, 0.0) for who, p in peaks.items() if not (who and mine) or who & mine), default=0.0)


def told(values: Values, reading: Reading) -> Reading:
    """The first reading with this value: a value is as old as its first report, however late another copies it."""
    same = [r for r in values.by.get(value(reading), ()) if r.as_of and r.as_of.latest]
    return min(same, key=lambda r: (r.as_of.latest if r.as_of else "", r.id)) if same else reading


def order(left: Reading, right: Reading) -> tuple[Reading, Reading]:
    """The surely earlier one first; else the lower one."""
    if before(left.as_of, right.as_of):
        return left, right
    if before(right.as_of, left.as_of):
        return right, left
    return (left, right) if (value(left) or 0) <= (value(right) or 0) else (right, left)


def same_voice(left: Reading, right: Reading) -> bool:
    """Whether both readings cite the same last source."""
    a = left.attribution.chain[-1] if left.attribution and left.attribution.chain else None
    b = right.attribution.chain[-1] if right.attribution and right.attribution.chain else None
    return a is not None and b is not None and (a.actor or a.text.lower()) == (b.actor or b.text.lower())
