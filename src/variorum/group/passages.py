"""Passages that articles have in common, word for word or lightly edited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .align import Match, matches
from .seeds import regions
from .tokens import Words

ALIKE = 0.7
"""Share of words that two stretches of an article have in common from which they are one passage."""
LOOK = 12
"""Stretches before one in its article that it is compared with."""


@dataclass(frozen=True)
class Stretch:
    """Words `start` up to `end` of an article."""

    article: int
    start: int
    end: int


@dataclass(frozen=True)
class Shared:
    """A passage: where each article has it, in order of the articles; `size` are the words that are the same."""

    places: tuple[Stretch, ...]
    size: int


def pairs(words: Words) -> list[Match]:
    """Every passage of two articles; one within another is left out."""
    found: dict[tuple[int, int], list[Match]] = defaultdict(list)
    for region in regions(words):
        for one in matches(words, region):
            found[one.left, one.right].append(one)
    return [one for pair in sorted(found) for one in _apart(found[pair])]


def _apart(many: Sequence[Match]) -> list[Match]:
    """The longest first; one of which half lies in a longer one, in either article, is that one once more."""
    kept: list[Match] = []
    for one in sorted(many, key=lambda m: (-m.same, m.start, m.other)):
        if not any(
            _within(one.start, one.end, k.start, k.end) or _within(one.other, one.last, k.other, k.last) for k in kept
        ):
            kept.append(one)
    return sorted(kept, key=lambda m: (m.start, m.other))


def _within(start: int, end: int, low: int, high: int) -> bool:
    return 2 * (min(end, high) - max(start, low)) > end - start


def shared(many: Sequence[Match]) -> list[Shared]:
    """Passages of two articles made into passages of several, where an article's stretch is the same in both."""
    home = list(range(len(many)))
    for left, right in _alike(many):
        home[_root(home, right)] = _root(home, left)
    groups: dict[int, list[Match]] = defaultdict(list)
    for at, one in enumerate(many):
        groups[_root(home, at)].append(one)
    return sorted((_passage(group) for group in groups.values()), key=lambda p: (p.places[0].start, p.places[0].end))


def _root(home: list[int], at: int) -> int:
    while home[at] != at:
        home[at] = home[home[at]]
        at = home[at]
    return at


def _alike(many: Sequence[Match]) -> Iterable[tuple[int, int]]:
    """Pairs of matches that have nearly the same stretch of one article."""
    ends = sorted(
        [(one.start, one.end, at) for at, one in enumerate(many)]
        + [(one.other, one.last, at) for at, one in enumerate(many)]
    )
    for place, (start, end, at) in enumerate(ends):
        for low, high, other in ends[max(0, place - LOOK) : place]:
            common = min(end, high) - max(start, low)
            if common >= ALIKE * (max(end, high) - min(start, low)):
                yield min(at, other), max(at, other)


def _passage(group: Sequence[Match]) -> Shared:
    """Each article's stretch of the match with the most words in common."""
    places: dict[int, Stretch] = {}
    for one in sorted(group, key=lambda m: (-m.same, m.start, m.other)):
        places.setdefault(one.left, Stretch(one.left, one.start, one.end))
        places.setdefault(one.right, Stretch(one.right, one.other, one.last))
    return Shared(tuple(places[i] for i in sorted(places)), max(one.same for one in group))
