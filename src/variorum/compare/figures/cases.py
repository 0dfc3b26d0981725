"""Numbers set against each other: every value of every article, its sentence, and what may be a slip."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from ...model import Figure, FigureClaim, Finding, Reading, Record, Span
from ...rules.forms import plural
from .slips import Slipped

_WORD = re.compile(r"[^\W\d_]{3,}")
_TOKEN = re.compile(r"\d(?:[\d,.]*\d)?|[^\W\d_]+|[^\w\s]")
_REACH, _WIDTH = 8, 200
"""Words kept on either side of a number, and the letters in which they are looked for."""


_WEEKS = 31
"""Days before its report from which a stated time is that of something earlier, unless other reports state it too."""
MANY = 200
"""A figure with more readings is a table of numbers: everything is one slip from something in it."""


@dataclass(frozen=True)
class Slip:
    """A suspect reading, and the finding that says why."""

    finding: Finding


@dataclass(frozen=True)
class Seen:
    """One value of one article."""

    figure: Figure
    reading: Reading
    article: str
    number: float


class Sentence(NamedTuple):
    """The sentence of a number: where it stands, its words, and those nearest the number on either side, from it outwards."""

    article: str
    start: int
    words: frozenset[str]
    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()
    more: bool = False
    """Whether the number is added to an earlier one."""
    odd: bool = False
    """Whether its own sentence denies the number: "1 people"."""
    weak: bool = False
    """Whether it only takes up people told of before: "both men"."""
    after: bool = False
    """Whether the sentence tells of a count of something else before it: "killed six and wounded 30 others"."""
    total: float = 0.0
    """What the sentence counts under the measure in all: 42 for "killed 15 civilians and 27 soldiers"."""
    past: tuple[str, str] | None = None
    """The first and last day of the time told with the number, where that was over weeks before its report."""


Numbers = dict[float, list[Seen]]
"""The values of one measure, by number."""
NOWHERE = Sentence("", -1, frozenset())


@dataclass(frozen=True)
class Case:
    """A reading that may be a slip for `wanted`, and the values of others (and of its own article) that bear that out."""

    figure: Figure
    reading: Reading
    number: float
    wanted: float
    kind: Slipped
    bearing: Sequence[Seen]

    @property
    def articles(self) -> set[str]:
        """The articles of the reading; one, as a rule."""
        return {s.article for s in self.reading.spans}

    @property
    def least(self) -> float:
        """The smaller of the two numbers."""
        return min(self.number, self.wanted)


def seen_of(figure: Figure) -> list[Seen]:
    """The values that the articles state of a figure, one for each article."""
    return [
        Seen(figure, r, a, v)
        for r in figure.readings
        if not r.inferred and (v := r.number) is not None
        for a in sorted({s.article for s in r.spans})
    ]


def lone(reading: Reading) -> float | None:
    """The number of a reading that one article alone has, where it is a whole one."""
    found = reading.number
    if found is None or reading.inferred or not float(found).is_integer():
        return None
    return found if len({s.article for s in reading.spans}) == 1 else None


def sentences_of(records: Sequence[Record]) -> dict[Span, Sentence]:
    """Span of a figure's number -> its sentence."""
    out: dict[Span, Sentence] = {}
    for record in records:
        claims = sorted((c for c in record.claims if isinstance(c, FigureClaim)), key=lambda c: c.spans[0].start)
        parts = {c.subset_of: max(c.low or 0, 0) for c in sorted(claims, key=lambda c: c.low or 0) if c.subset_of}
        firsts: dict[int, FigureClaim] = {}
        totals: dict[tuple[int, str], float] = {}
        for claim in claims:
            firsts.setdefault(claim.sentence.start, claim)
            if claim.subset_of is None and not claim.inferred:
                where = claim.sentence.start, claim.measure
                totals[where] = totals.get(where, 0.0) + (claim.low or 0)
        past = _past(record)
        for claim in claims:
            first = firsts[claim.sentence.start]
            out[claim.spans[0]] = _sentence(claim)._replace(
                odd=_odd(claim, parts.get(claim.id, 0)),
                after=first.measure != claim.measure and first.spans[0].end <= claim.spans[0].start,
                total=totals.get((claim.sentence.start, claim.measure), 0.0),
                past=past.get(claim.times[0].span) if claim.times else None,
            )
    return out


def _past(record: Record) -> dict[Span, tuple[str, str]]:
    """Span of a time expression -> its first and last day, where these were over weeks before the report."""
    published = record.article.published
    if published is None or not published.earliest:
        return {}
    bound = (date.fromisoformat(published.earliest[:10]) - timedelta(days=_WEEKS)).isoformat()
    days = ((t.span, t.when.earliest or "", t.when.latest or "") for t in record.article.times if t.when)
    return {span: (first[:10], last[:10]) for span, first, last in days if last and last[:10] < bound}


def _odd(claim: FigureClaim, part: float) -> bool:
    """Whether the words deny the number: "1 people", or a part of it is larger than it is."""
    if claim.high is not None and claim.high < part:
        return True
    near = claim.of_span is not None and 0 <= claim.of_span.start - claim.spans[0].end <= 1
    return near and claim.low == 1 and claim.spans[0].text.endswith("1") and plural(claim.of.rpartition(" ")[2])


def _sentence(claim: FigureClaim) -> Sentence:
    text, start = claim.sentence.text, claim.sentence.start
    at, end = max(0, claim.spans[0].start - start), max(0, claim.spans[0].end - start)
    left = [w.lower() for w in _TOKEN.findall(text[max(0, at - _WIDTH) : at])]
    right = [w.lower() for w in _TOKEN.findall(text[end : end + _WIDTH])]
    words = frozenset(w.lower() for w in _WORD.findall(text))
    near = tuple(left[::-1][:_REACH]), tuple(right[:_REACH])
    return Sentence(claim.article, start, words, *near, more=claim.more, weak=claim.weak)
