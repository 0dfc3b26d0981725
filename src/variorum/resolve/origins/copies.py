"""Which reports are one text: how much of the shorter of two stands in the other as well."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ...model import Article, Reuse, Span

COPY = 0.5
"""Share of the shorter report's characters in common with another from which the two are one report."""
MANY = 12
"""Reports with one passage of which all pairs are looked at; of more, neighbours only: they are joined through each other."""
Spans = list[tuple[int, int]]


def copies(articles: Sequence[Article], reuse: Sequence[Reuse]) -> dict[tuple[str, str], float]:
    """Pairs of articles that are one text, with the share of the shorter one that both have; quotations do not count."""
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
    out = {}
    for (left, right), both in sorted(common.items()):
        share = max(_covered(both[0]) / max(1, sizes[left]), _covered(both[1]) / max(1, sizes[right]))
        if share >= COPY:
            out[left, right] = min(1.0, share)
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
