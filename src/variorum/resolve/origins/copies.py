"""Which reports are one text: how much of the shorter of two stands in the other as well."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...model import Article, Reuse, Span

COPY = 0.5
"""Share of the shorter report's characters in common with another from which the two are one report."""
OPENING = 0.15
"""Share of a text that is its opening."""
MANY = 12
"""Reports with one passage of which all pairs are looked at; of more, neighbours only: they are joined through each other."""
Spans = list[tuple[int, int]]


@dataclass(frozen=True)
class Common:
    """What two articles share: the part of the shorter one, that of the longer one, whether the longer one opens with words of
    its own, and which is the longer."""

    part: float
    rest: float
    own: bool
    longer: str


def copies(articles: Sequence[Article], reuse: Sequence[Reuse]) -> dict[tuple[str, str], Common]:
    """Pairs of articles of which one stands in the other by half or more, with what they share; quotations do not count."""
    common: dict[tuple[str, str], tuple[Spans, Spans]] = defaultdict(lambda: ([], []))
    for one in reuse:
        if one.kind == "quote":
            continue
        for passage in one.passages:
            spans = sorted(passage.spans, key=lambda s: s.article)
            for first, other in _chained(spans):
                both = common[first.article, other.article]
                both[0].append((first.start, first.end))
                both[1].append((other.start, other.end))
    sizes = {a.id: sum(part.end - part.start for part in a.stretches()) for a in articles}
    ends = {a.id: max((part.end for part in a.stretches()), default=0) for a in articles}
    out = {}
    for pair, both in sorted(common.items()):
        shares = [min(1.0, _covered(spans) / max(1, sizes[who])) for who, spans in zip(pair, both, strict=True)]
        low = 0 if shares[0] < shares[1] else 1
        if shares[1 - low] >= COPY:
            own = min(start for start, _ in both[low]) > OPENING * ends[pair[low]]
            out[pair] = Common(shares[1 - low], shares[low], own, pair[low])
    return out


def _chained(spans: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    if len(spans) > MANY:
        yield from pairwise(spans)
        return
    for at, left in enumerate(spans):
        for right in spans[at + 1 :]:
            yield left, right


def _covered(spans: Spans) -> int:
    """Characters within any of the spans."""
    total, at = 0, 0
    for start, end in sorted(spans):
        total += max(0, end - max(start, at))
        at = max(at, end)
    return total
