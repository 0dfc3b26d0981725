"""Regions of two articles aligned word by word: which of it is one passage, and which words of it are the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from .seeds import Region
from .tokens import Words

PAD = 30
"""Words before and after a region that may belong to its passage as well."""
LEAST = 11
"""Equal words less changed ones of the least passage worth naming; a name with its title is 8 to 10 words long."""
WIDE = 3000
"""Words of a region that is aligned in one piece; a longer one is cut, since the time grows with the square of it."""

Block = tuple[int, int, int]
"""Equal words: place in one row, in the other, how many."""


@dataclass(frozen=True, slots=True)
class Match:
    """A passage of two articles: words `start` up to `end` of the one, `other` up to `last` of the other; `same` are equal."""

    left: int
    right: int
    start: int
    end: int
    other: int
    last: int
    same: int


def matches(words: Words, region: Region) -> Iterator[Match]:
    """The passages in a region: stretches in which equal words outweigh changed ones by `LEAST`."""
    low, high = words.bounds[region.left], words.bounds[region.left + 1]
    under, over = words.bounds[region.right], words.bounds[region.right + 1]
    for many in _dense(_aligned(words, region)):
        start, other, _ = many[0]
        end, last = many[-1][0] + many[-1][2], many[-1][1] + many[-1][2]
        size = sum(block[2] for block in many)
        while start > low and other > under and words.numbers[start - 1] == words.numbers[other - 1]:
            start, other, size = start - 1, other - 1, size + 1
        while end < high and last < over and words.numbers[end] == words.numbers[last]:
            end, last, size = end + 1, last + 1, size + 1
        yield Match(region.left, region.right, start, end, other, last, size)


def _aligned(words: Words, region: Region) -> list[Block]:
    """Equal words of a region, and of what stands before and after it in both. The three are aligned apart: what stands about
    may be a longer passage in another order."""
    before = max(words.bounds[region.left], region.start - PAD), max(words.bounds[region.right], region.other - PAD)
    after = min(words.bounds[region.left + 1], region.end + PAD), min(words.bounds[region.right + 1], region.last + PAD)
    blocks = _blocks(words.numbers, before[0], region.start, before[1], region.other)
    start, other = region.start, region.other
    while start < region.end and other < region.last:
        whole = region.end - start <= WIDE
        end, last = (region.end, region.last) if whole else (start + WIDE, min(region.last, other + WIDE))
        blocks += _blocks(words.numbers, start, end, other, last)
        start, other = end, last
    return blocks + _blocks(words.numbers, region.end, after[0], region.last, after[1])


def _blocks(numbers: Sequence[int], start: int, end: int, other: int, last: int) -> list[Block]:
    """Equal words in their order, as many as can be."""
    left, right = numbers[start:end], numbers[other:last]
    if left == right:
        return [(start, other, len(left))] if left else []
    made = LCSseq.opcodes(left, right)
    return [
        (start + one.src_start, other + one.dest_start, one.src_end - one.src_start)
        for one in made
        if one.tag == "equal"
    ]


def _dense(blocks: Sequence[Block]) -> list[list[Block]]:
    """Stretches of blocks whose equal words, less the longer gap between each two, come to `LEAST` or more; none of them
    would be better without its beginning or its end (Ruzzo and Tompa, "A linear time algorithm for finding all maximal
    scoring subsequences", 1999; here by taking the best and looking again on both sides of it)."""
    waiting, out = [(0, len(blocks))], []
    while waiting:
        low, high = waiting.pop()
        score, first, final = _best(blocks, low, high)
        if score >= LEAST:
            out.append((first, final))
            waiting += [(low, first), (final + 1, high)]
    return [list(blocks[first : final + 1]) for first, final in sorted(out)]


def _best(blocks: Sequence[Block], low: int, high: int) -> tuple[int, int, int]:
    """The best stretch's score, first and last block."""
    best = (0, low, low)
    score, first = 0, low
    for at in range(low, high):
        score -= _gap(blocks[at - 1], blocks[at]) if at > first else 0
        if score <= 0:
            score, first = 0, at
        score += blocks[at][2]
        if score > best[0]:
            best = (score, first, at)
    return best


def _gap(before: Block, after: Block) -> int:
    return max(after[0] - before[0], after[1] - before[1]) - before[2]
