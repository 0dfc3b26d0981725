"""What the reports of a story tell first, at most, and only in passing."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from ...model import Figure, Record, Span
from ..words import counts
from .cases import Sentence

Names = frozenset[str]

_LEAD, _SHARE = 800, 3
"""Characters of a report that are its lead, or the first third where that is longer: what comes later is often the past."""
HURT = frozenset({"injured", "shot", "casualties"})
"""Measures of which a report counts the same people now under this, now under that."""


@dataclass(frozen=True)
class Tale:
    """What the reports of a story tell first, at most, and only in passing."""

    peaks: Mapping[str, Mapping[Names, Mapping[str, float]]]
    """Measure -> peoples named -> article -> the largest number stated."""
    leads: Mapping[str, int]
    """Article -> the offset where its lead ends."""
    passing: frozenset[Span]
    """The numbers that are no total of their report: "the three victims", "another 65", "15 of the wounded"."""
    past: frozenset[Span]
    """The numbers told with a time over weeks before their report."""


def leads(records: Sequence[Record]) -> dict[str, int]:
    """Article -> the offset where its lead ends."""
    return {r.article.id: max(_LEAD, len(r.article.text) // _SHARE) for r in records}


def tale(
    many: Sequence[Figure], records: Sequence[Record], told: Mapping[Span, Sentence], without: Collection[str]
) -> Tale:
    """`told` is what `sentences_of` gives for the records; `without` are the ids of suspect readings."""
    passing = frozenset(span for span, one in told.items() if _passing(span, one))
    return Tale(
        _peaks(many, without), leads(records), passing, frozenset(span for span, one in told.items() if one.past)
    )


def names(figure: Figure) -> Names:
    """The peoples and places that the words for those counted name."""
    return frozenset(w for w in figure.of.split() if w[:1].isupper())


def _passing(span: Span, sentence: Sentence) -> bool:
    """Whether a number is told as some of those counted, or as those told of before."""
    known = counts()
    first, right = [*span.text.lower().split()[:1], *sentence.left[:1]], sentence.right[:2]
    if sentence.more or sentence.weak or any(w in known.definite or w in known.before for w in first):
        return True
    if right and right[0] in known.after:
        return not sentence.after
    return len(right) == 2 and right[0] in known.of and right[1] in known.definite


def _peaks(many: Sequence[Figure], without: Collection[str]) -> dict[str, dict[Names, dict[str, float]]]:
    out: dict[str, dict[Names, dict[str, float]]] = {}
    for figure in (f for f in many if f.frame == "event"):
        mine = out.setdefault(figure.measure, {}).setdefault(names(figure), {})
        for reading in figure.readings:
            if reading.id not in without and not reading.inferred:
                for span in reading.spans:
                    mine[span.article] = max(mine.get(span.article, 0.0), reading.number or 0.0)
    return out
