"""Between which reports of a story one lies by the toll that it gives: of a count that only rises, the higher is the later.

Only large tolls of the people named, or killed at a place, are used, and only where the reports whose days are known well give
them in rising order; a report may still print a toll some weeks old, which is why its own words weigh more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from ...model import FigureClaim, Record, Span, When
from ...rules.measures import grows
from ...rules.phrases import clean
from ..figures.item import stem
from .lay import ends

LEAST = 100
"""Smallest toll that tells the time: smaller ones are of single attacks, and reports of one day differ in them."""
CLEAR = 1.1
"""Times by which a toll must be above another to be later: sources of one day lie some per cent apart."""
NEAR = 45
"""Days of the widest interval that counts as a known time of a report."""

Key = tuple[str, str]


class Toll(NamedTuple):
    """The highest toll of one report."""

    value: float
    article: str
    span: Span
    low: date | None
    high: date | None


def narrowed(records: Sequence[Record], known: Mapping[str, When]) -> dict[str, When]:
    """Intervals of undated reports that the tolls of others make shorter, or make where there was none."""
    out: dict[str, When] = {}
    given = {r.article.id for r in records if r.article.published}
    for many in _tolls(records, known).values():
        sure = [t for t in many if t.low and t.high and (t.high - t.low).days <= NEAR]
        if len(sure) > 1 and _rising(sure):
            for toll in many:
                if toll not in sure and toll.article not in given and toll.article not in out:
                    when = _between(toll, sure, known.get(toll.article))
                    out |= {toll.article: when} if when else {}
    return out


def _tolls(records: Sequence[Record], known: Mapping[str, When]) -> dict[Key, list[Toll]]:
    """What is counted, and of whom -> the toll of each report that gives one, by article."""
    claims = [c for r in records for c in r.claims if isinstance(c, FigureClaim) and _telling(c)]
    home = _home(claims)
    out: dict[Key, dict[str, Toll]] = {}
    for claim in claims:
        place = stem(claim.place.text) if claim.place else ""
        whose = stem(claim.side) if claim.side else home.get(place, place)
        mine = out.setdefault((claim.measure, home.get(whose, whose)), {})
        toll = Toll(claim.number or 0, claim.article, claim.spans[0], *ends(known.get(claim.article)))
        if whose and (claim.article not in mine or toll.value > mine[claim.article].value):
            mine[claim.article] = toll
    return {key: [mine[a] for a in sorted(mine)] for key, mine in sorted(out.items())}


def _telling(claim: FigureClaim) -> bool:
    plain = claim.modality == "actual" and claim.subset_of is None and not claim.more and not claim.weak
    return plain and grows(claim.measure) and claim.unit is None and (claim.number or 0) >= LEAST


def _home(claims: Sequence[FigureClaim]) -> dict[str, str]:
    """Place -> the people mostly counted there."""
    seen: dict[str, Counter[str]] = {}
    for claim in claims:
        if claim.side and claim.place:
            seen.setdefault(stem(claim.place.text), Counter())[stem(claim.side)] += 1
    return {place: min(many, key=lambda s: (-many[s], s)) for place, many in seen.items()}


def _rising(sure: Sequence[Toll]) -> bool:
    """Whether no toll is clearly above one that is surely later, and one is clearly below another."""
    pairs = [(a, b) for a in sure for b in sure if a.high and b.low and a.high < b.low]
    return all(a.value <= CLEAR * b.value for a, b in pairs) and any(CLEAR * a.value < b.value for a, b in pairs)


def _between(toll: Toll, sure: Sequence[Toll], when: When | None) -> When | None:
    """The report's interval as far as it lies after the last lower toll and before the first higher one; None if the same."""
    below = [t for t in sure if t.low and CLEAR * t.value < toll.value]
    above = [t for t in sure if t.high and t.value > CLEAR * toll.value]
    after = max(below, key=lambda t: (t.low or date.min, t.article), default=None)
    before = min(above, key=lambda t: (t.high or date.max, t.article), default=None)
    first, last = (when.earliest, when.latest) if when else (None, None)
    low = max(filter(None, (first, after.low.isoformat() if after and after.low else None)), default=None)
    high = min(filter(None, (last, before.high.isoformat() if before and before.high else None)), default=None)
    if low is None or high is None or low > high or (low, high) == (first, last):
        return None
    used = [t for t, end, mine in ((after, low, first), (before, high, last)) if t is not None and end != mine]
    why = "; ".join(filter(None, (when.why if when else "", *(_why(toll, t, after is t) for t in used))))
    evidence = dict.fromkeys((*(when.evidence if when else ()), toll.span, *(t.span for t in used)))
    return When(low, high, "inferred", why, tuple(evidence))


def _why(toll: Toll, other: Toll, lower: bool) -> str:
    day = (other.low if lower else other.high) or date.min
    said = f"its toll of {clean(toll.span.text)} is {'above' if lower else 'below'} the {clean(other.span.text)}"
    return (
        f"{said} of a report of {day.isoformat()}{' or later' if lower else ' or earlier'}, and such a count only rises"
    )
