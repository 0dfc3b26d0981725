"""Who meets, told by offices: "the spy chiefs of Kenya and Chile" and "Director Asha Mwangi" can be one side."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ...model import Cast, Span
from ...rules.nations import nation
from .node import Node

WORDS = 3
"""Words of a nation's name, at most: "United Arab Emirates"."""
SURE = 3
"""Sides in common that make one meeting of two in a report though nobody in both is called alike."""
LEAST = 2
"""The same where somebody is."""

CODE = 3
"""Letters of a nation's code, at most; what is longer is a body."""
Names = Mapping[str, tuple[str, ...]]
"""Actor id -> what it is called."""


def sides(one: Node, cast: Cast, names: Names) -> frozenset[str]:
    """Codes of the nations whose people, bodies or offices take part: by the words for them, and by the names of the bodies
    within these words ("the CIA director" is of the US where some text says "the US Central Intelligence Agency"); a body of
    which no nation is known stands for itself. The country that somebody travels to is no side."""
    found: set[str] = set()
    for who in one.who:
        if one.claim.mode == "visit" and cast.kinds.get(who.actor or "") == "place":
            continue
        found.update(codes(who.party.span.text))
        for body in _bodies(who.party.span, who.actor, cast):
            found.update(frozenset().union(*map(codes, names.get(body, ()))) or {body})
    return frozenset(found)


def offices(one: Node) -> frozenset[tuple[str, ...]]:
    """Whom a meeting tells of by words alone: nations by their codes, then an office, then maybe a name."""
    return frozenset(_words(who.party.span.text) for who in one.who)


def alike(a: Node, b: Node) -> bool:
    """Whether an office told in the one begins a phrase of the other: "Kenya's mayor", "Kenyan mayor Asha Mwangi"."""
    left, right = offices(a), offices(b)
    return any(len(x) > 1 and len(y) > 1 and (x[: len(y)] == y or y[: len(x)] == x) for x in left for y in right)


@lru_cache(maxsize=1 << 14)
def _words(text: str) -> tuple[str, ...]:
    words = text.replace("’", "'").replace("'s", "").split()
    return tuple(known[0] if (known := nation(word)) else word.casefold() for word in words)


def _bodies(span: Span, actor: str | None, cast: Cast) -> Iterator[str]:
    """The organisations whose mentions lie in a phrase, and the actor that it means, a person apart."""
    if actor and cast.kinds.get(actor) != "person":
        yield actor
    spots = cast.spots.get(span.article, ())
    for _, end, who in spots[bisect_left(spots, (span.start, 0, "")) :]:
        if end > span.end:
            return
        if cast.kinds.get(who) == "organisation":
            yield who


@lru_cache(maxsize=1 << 14)
def codes(text: str) -> frozenset[str]:
    """Codes of the nations that a phrase names."""
    words = text.replace("’", "'").replace("'s", "").replace("-", " ").replace(",", " ").split()
    runs = (" ".join(words[i : i + n]) for n in range(1, WORDS + 1) for i in range(len(words)))
    return frozenset(known[0] for run in runs if (known := nation(run)) is not None)


def same(a: frozenset[str], b: frozenset[str], *, alike: bool) -> bool:
    """Whether two meetings told of in one report are of the same sides: all nations of the one are in the other;
    `alike` where somebody takes part in both, or both are in one place."""
    mine, theirs = ({side for side in many if len(side) <= CODE} for many in (a, b))
    return (mine <= theirs or theirs <= mine) and len(a & b) >= (LEAST if alike else SURE)
