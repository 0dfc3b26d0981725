"""How one reading of a figure stands to the current one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ...model import Figure, Reading, Span
from ...model.moment import before, clocked
from ...rules.measures import grows
from .tale import HURT, Tale, names
from .values import clash, close, day, meets

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
LARGE = 50
"""Smaller counts are those of one incident: they settle soon, and late reports tell of other incidents as well."""


@dataclass(frozen=True)
class Values:
    """The readings of a figure by their value, and what is known of the story."""

    figure: Figure
    by: Mapping[float | None, Sequence[Reading]]
    stated: Mapping[float | None, frozenset[str]]
    """Value -> the articles that state it."""
    dated: int
    """How many articles tell of the figure with an earlier time."""
    story: Tale


def by_value(figure: Figure, story: Tale) -> Values:
    """Made once a figure: every reading is set against the others with its value."""
    out: dict[float | None, list[Reading]] = {}
    for reading in figure.readings:
        out.setdefault(reading.number, []).append(reading)
    stated = {v: frozenset(s.article for r in many if not r.inferred for s in r.spans) for v, many in out.items()}
    dated = len({s.article for r in figure.readings for s in r.spans if s in story.past})
    return Values(figure, out, stated, dated, story)


def relation(figure: Figure, reading: Reading, best: Reading, values: Values) -> Relation:
    """The kind of difference between a reading and the current one; `values` as `by_value` gives them.

    Passing time explains a difference before anything else does; a conflict needs one moment (the same days, or a figure whose
    window is fixed) and values further apart than their hedges allow.
    """
    if reading.number == best.number:
        return "same"
    if best.fate:
        return "update"
    if meets(reading, best):
        return "agreement"
    first, last = _order(values, reading, best)
    ordered = before(first.as_of, last.as_of)
    rises = (first.number or 0) < (last.number or 0)
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
    """A toll that falls: corrected, in conflict, or of another incident, as small ones mostly are."""
    large = min(first.number or 0, last.number or 0) >= LARGE
    if close(first.as_of, last.as_of):
        return "revision" if same_voice(first, last) else "conflict" if large else "scope"
    return "revision" if large else "scope"


def apart(left: Reading, right: Reading) -> bool:
    """Whether the two are so far apart that they hardly count the same: one incident, and a war."""
    low, high = sorted((left.number or 0, right.number or 0))
    return low > 0 and high > FAR * low


def beside(values: Values, left: Reading, right: Reading) -> bool:
    """Whether half or more of the reports that give the lower value give the higher one too, or all that give the higher one
    the lower: to their writers the two count different things."""
    low, high = sorted((left.number or 0, right.number or 0))
    none: frozenset[str] = frozenset()
    lower, higher = values.stated.get(low, none), values.stated.get(high, none)
    return bool(lower) and (2 * len(lower & higher) >= len(lower) or higher <= lower)


def _counted(figure: Figure) -> bool:
    """Whether it counts one thing of which two numbers cannot both be right."""
    return figure.measure not in _LOOSE and (figure.measure in TOLLS or not grows(figure.measure))


def _aside(values: Values, left: Reading, right: Reading) -> bool:
    """Whether one of the two is told by the way: of a part, or late in every report that has it while the other is what reports
    begin with, as an earlier incident is. The large tolls of long stories are background in all reports."""
    least, most = sorted((left, right), key=lambda r: r.number or 0)
    if (least.number or 0) < LARGE and _early(values, left) != _early(values, right):
        return True
    if _before(values, left) != _before(values, right):
        return True
    passing = (_all(values, one, values.story.passing) for one in (left, right))
    return any(passing) or _partial(values, least, most)


def _before(values: Values, reading: Reading) -> bool:
    """Whether the value is told of an earlier time, by one report alone: what several date back is what the story is about."""
    return values.dated == 1 and _all(values, reading, values.story.past)


def _all(values: Values, reading: Reading, spans: Collection[Span]) -> bool:
    """Whether all places that give the value are among these."""
    same = [s for r in values.by.get(reading.number, ()) for s in r.spans]
    return bool(same) and all(s in spans for s in same)


def _early(values: Values, reading: Reading) -> bool:
    return any(
        s.start < values.story.leads.get(s.article, 0) for r in values.by.get(reading.number, ()) for s in r.spans
    )


def _partial(values: Values, least: Reading, most: Reading) -> bool:
    """Whether the lower value may be a part: a single person, one of several things counted together, or a number beside which
    every report that gives it has a larger one. Large numbers that two name are what they disagree on."""
    if (least.number or 0) <= 1 or any(len(r.text.split()) > SUM for r in (least, most)):
        return True
    if (least.number or 0) >= LARGE and least.attribution and most.attribution and not same_voice(least, most):
        return False
    articles = {s.article for r in values.by.get(least.number, ()) for s in r.spans}
    return all(_peak(values, a) > (least.number or 0) for a in articles)


def _peak(values: Values, article: str) -> float:
    """The largest number that the article states of the same measure, or one like it, and of no other people."""
    mine = names(values.figure)
    kin = sorted(HURT) if values.figure.measure in HURT else [values.figure.measure]
    told = [pair for measure in kin for pair in values.story.peaks.get(measure, {}).items()]
    return max((p.get(article, 0.0) for who, p in told if not (who and mine) or who & mine), default=0.0)


def told(values: Values, reading: Reading) -> Reading:
    """The first reading with this value: a value is as old as its first report, however late another copies it."""
    same = [r for r in values.by.get(reading.number, ()) if r.as_of and r.as_of.latest]
    return min(same, key=lambda r: (r.as_of.latest if r.as_of else "", r.id)) if same else reading


def _order(values: Values, reading: Reading, best: Reading) -> tuple[Reading, Reading]:
    """The earlier of two values first: as the posts of a live blog have them that gives both, else as each was first told."""
    pairs = [(a, b) for a in values.by.get(reading.number, ()) for b in values.by.get(best.number, ())]
    posted = next(((a, b) for a, b in pairs if clocked(a.as_of, b.as_of)), None)
    return order(*(posted or (told(values, reading), told(values, best))))


def order(left: Reading, right: Reading) -> tuple[Reading, Reading]:
    """The surely earlier one first; else the lower one."""
    if before(left.as_of, right.as_of):
        return left, right
    if before(right.as_of, left.as_of):
        return right, left
    return (left, right) if (left.number or 0) <= (right.number or 0) else (right, left)


def same_voice(left: Reading, right: Reading) -> bool:
    """Whether both readings cite the same last source."""
    a = left.attribution.chain[-1] if left.attribution and left.attribution.chain else None
    b = right.attribution.chain[-1] if right.attribution and right.attribution.chain else None
    return a is not None and b is not None and (a.actor or a.text.lower()) == (b.actor or b.text.lower())
