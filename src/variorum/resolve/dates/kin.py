"""Whether two articles tell of one happening: grouping by words alone may set two crimes of one town side by side."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from ...model import Record
from ...rules.frequency import shares

WORD = re.compile(r"[^\W\d_]{4,}|\d+")
TERM = re.compile(r"[^\W_]+")
REACH = 20_000
"""Characters of an article that are looked at."""
SAME = 0.25
"""Likeness of terms from which on two reports of a story are thought to tell of one happening: the report most like another,
where it is at least this like, was of the same in 93 of 100 cases."""
HAPPENING, APART = 0.28, 0.7
"""Mean likeness of the reports of one happening; what likeness counts for between two: with both, of 1300 pairs of reports in
mixed stories a third fewer were falsely taken for one happening."""
MOST = 200
"""Reports of a story up to which they are set apart so; the time grows with the square."""
RARE = 0.002
"""Share of reports for words that the background does not list."""
NAME = 1.6
"""Weight of words written with a capital, as in grouping."""
TOP = 80
"""Terms kept of an article."""


class Kin:
    """Which articles of a story tell of one happening, by average link over the likeness of their rare words."""

    def __init__(self, records: Sequence[Record]) -> None:
        self.number = {r.article.id: 0 for r in records}
        if len(records) <= MOST:
            groups = _groups(_square(records))
            self.number = {records[i].article.id: n for n, group in enumerate(groups) for i in group}

    def like(self, left: Record, right: Record) -> float:
        """How alike the two are in their rare words, 0 to 1; less where other reports set them apart."""
        one = self.number[left.article.id] == self.number[right.article.id]
        return affinity(left, right) * (1.0 if one else APART)

    def same(self, left: Record, right: Record) -> bool:
        """Whether the two tell of one happening."""
        return self.like(left, right) >= SAME


def _square(records: Sequence[Record]) -> list[list[float]]:
    """The likeness of each two articles, 0 to themselves."""
    square = [[0.0] * len(records) for _ in records]
    terms = [_terms(record) for record in records]
    for i, one in enumerate(terms):
        for j in range(i):
            square[i][j] = square[j][i] = _cosine(one, terms[j])
    return square


def _groups(square: list[list[float]]) -> list[list[int]]:
    """Groups of positions whose mean likeness is at least that of one happening, along chains of nearest neighbours.

    The square holds sums of likeness between groups and is overwritten.
    """
    groups = {i: [i] for i in range(len(square))}
    done: list[list[int]] = []
    chain: list[int] = []
    while groups:
        chain = chain or [next(iter(groups))]
        at = chain[-1]
        means = {i: square[at][i] / (len(groups[at]) * len(g)) for i, g in groups.items() if i != at}
        best = max(means, key=lambda i: (means[i], len(chain) > 1 and i == chain[-2], -i), default=at)
        if means.get(best, 0.0) < HAPPENING:
            done.append(groups.pop(at))
            chain = []
        elif len(chain) > 1 and best == chain[-2]:
            chain = chain[:-2]
            groups[best] += groups.pop(at)
            for i in range(len(square)):
                square[best][i] += square[at][i]
                square[i][best] = square[best][i]
        else:
            chain.append(best)
    return done


def affinity(left: Record, right: Record) -> float:
    """The cosine of the two articles' terms, weighted by how rare they are in news at large, 0 to 1."""
    return _cosine(_terms(left), _terms(right))


def _cosine(a: dict[str, float], b: dict[str, float]) -> float:
    if len(b) < len(a):
        a, b = b, a
    return math.fsum(weight * b[term] for term, weight in a.items() if term in b)


def likeness(left: Record, right: Record) -> float:
    """The share of their words that two articles have in common, 0 to 1: those of one day repeat each other's words."""
    a, b = _words(left.article.text), _words(right.article.text)
    return len(a & b) / max(1, len(a | b))


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(WORD.findall(text[:REACH].lower()))


def _terms(record: Record) -> dict[str, float]:
    days = " ".join(sorted({one.span.text for one in record.expressions})).lower()
    return _weighed(record.article.text, days)


@lru_cache(maxsize=4096)
def _weighed(text: str, days: str) -> dict[str, float]:
    """Term -> weight, the words of days and months left out."""
    words, common, left = TERM.findall(text[:REACH]), shares(), frozenset(TERM.findall(days))
    count = Counter(word.lower() for word in words)
    capital = Counter(word.lower() for word in words if word[0].isupper())

    def weight(term: str, number: int) -> float:
        name = NAME if capital[term] >= 0.6 * number else 1.0
        return (1 + math.log(number)) * -math.log(common.get(term, RARE)) * name

    kept = {t: weight(t, n) for t, n in count.items() if t not in left and (len(t) > 2 or t.isdigit())}
    top = sorted(kept.items(), key=lambda item: (-item[1], item[0]))[:TOP]
    norm = math.sqrt(sum(value * value for _, value in top)) or 1.0
    return {term: value / norm for term, value in top}
