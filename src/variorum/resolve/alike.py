"""Quotes that give the same words, also where a few of them differ or some are left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq

from ..model import Quote
from ..model.words import marked, words

SHINGLE = 3
FEWEST = 4
"""Words from which on likeness counts; fewer must be the same and of the same speaker."""
LIKE = 0.75
"""Share of the longer one's words that two wordings of one quote have in common, in order."""
WITHIN = 0.85
"""Share of the shorter one's words that the longer one must hold, for a quote that was cut."""
MANY = 400
"""Pairs of one wording from which on each quote is joined with the first only: a wire story in a thousand papers."""
COMMON = 40
"""A run of words in more quotes than this is a phrase of everyday speech and finds no candidates."""


def likenesses(quotes: Sequence[Quote]) -> Iterator[tuple[str, str]]:
    """Ids of quotes with the same words, each pair once, in order. Each wording is compared once, however often it is told."""
    told: dict[tuple[str, ...], list[Quote]] = {}
    for quote in quotes:
        if said := quoted(quote):
            told.setdefault(said, []).append(quote)
    wordings = list(told)
    for said, group in told.items():
        yield from _pairs(group, group, alike=len(said) >= FEWEST)
    for left, right in sorted(_candidates(wordings)):
        if _like(wordings[left], wordings[right]):
            yield from _pairs(told[wordings[left]], told[wordings[right]], alike=False)


def _pairs(left: Sequence[Quote], right: Sequence[Quote], *, alike: bool) -> Iterator[tuple[str, str]]:
    """Pairs that do not stand at one place; of one speaker, unless the words are alike and enough to tell."""
    for one in left if len(left) * len(right) <= MANY else left[:1]:
        for other in right:
            if (left is right and one.id >= other.id and len(left) * len(right) <= MANY) or one.span.meets(other.span):
                continue
            if alike or _speakers(one, other, strict=left is right):
                yield one.id, other.id


def _speakers(one: Quote, other: Quote, *, strict: bool) -> bool:
    """Whether the speakers are the same: known to be when strict, else not known to differ."""
    if strict:
        return one.speaker is not None and one.speaker == other.speaker
    return one.speaker == other.speaker or not (one.speaker and other.speaker)


def quoted(quote: Quote) -> tuple[str, ...]:
    """The words of a quote that are given as said: all of a direct one, those within marks of a mixed one."""
    if quote.kind == "direct":
        return words(quote.text)
    if quote.kind == "mixed":
        return words(" ".join(marked(quote.text)))
    return ()


def _candidates(said: Sequence[tuple[str, ...]]) -> set[tuple[int, int]]:
    places: dict[tuple[str, ...], list[int]] = {}
    for at, one in enumerate(said):
        for run in {one[i : i + SHINGLE]: None for i in range(len(one) - SHINGLE + 1)}:
            places.setdefault(run, []).append(at)
    lists = (found for found in places.values() if 1 < len(found) <= COMMON)
    return {(a, b) for found in lists for i, a in enumerate(found) for b in found[i + 1 :]}


def _like(mine: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
    short, long = sorted((len(mine), len(theirs)))
    if short < FEWEST:
        return False
    common = LCSseq.similarity(mine, theirs)
    return common >= LIKE * long or common >= max(WITHIN * short, FEWEST)
