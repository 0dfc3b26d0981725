"""Runs of words that articles have in common, as long as they can be: exact, and linear in the text.

Each article becomes a row of word numbers, every run of `RUN` of them one 64-bit number; equal numbers are found by sorting
them, and the words themselves are compared before anything is believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..model import Article

RUN = 8
"""Words in a row that make two texts share a passage; shorter runs are common phrases."""
LEAST = 12
"""Words of the shortest passage worth naming; a name with its title is 8 to 10 words long."""
PRIME = np.uint64(0x9E3779B97F4A7C15)
"""Odd, so that no bit of a word's number is lost when a run is made into one number."""

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True)
class Words:
    """The words of all articles in one row. Article `i` has those from `bounds[i]` up to `bounds[i + 1]`."""

    numbers: list[int]
    starts: list[int]
    """Of each word, its offset in its article's text."""
    ends: list[int]
    bounds: list[int]

    def count(self, article: int) -> int:
        """Words of an article."""
        return self.bounds[article + 1] - self.bounds[article]


@dataclass(frozen=True)
class Shared:
    """Words that articles share: where they begin in each, as (article, place in the row of all words), and how many."""

    places: tuple[tuple[int, int], ...]
    size: int


def tokens(articles: Sequence[Article]) -> Words:
    """The words of all but furniture, whatever their capitals."""
    vocabulary: dict[str, int] = {}
    made = Words([], [], [], [0])
    for article in articles:
        for part in article.stretches():
            for found in WORD.finditer(article.text, part.start, part.end):
                made.numbers.append(vocabulary.setdefault(found[0].lower(), len(vocabulary)))
                start, end = found.span()
                made.starts.append(start)
                made.ends.append(end)
        made.bounds.append(len(made.numbers))
    return made


def shared(words: Words) -> Iterator[Shared]:
    """Passages in the order of the texts. A passage belongs to the first article that has it; the others' places are aligned
    with it, and it ends where one of them goes on differently."""
    numbers, bounds = words.numbers, words.bounds
    article, at = 0, 0
    for first, others in _repeated(words):
        if first < at:
            continue  # within the passage before
        while first >= bounds[article + 1]:
            article += 1
        places = _elsewhere(words, article, first, others)
        if not places:
            continue
        size, most = RUN, bounds[article + 1] - first
        while size < most and all(
            spot + size < bounds[who + 1] and numbers[spot + size] == numbers[first + size] for who, spot in places
        ):
            size += 1
        if size >= LEAST:
            yield Shared(((article, first), *places), size)
        at = first + size - RUN + 1


def _repeated(words: Words) -> Iterator[tuple[int, list[tuple[int, int]]]]:
    """The first place of each run that stands in several, in order, with the others as (article, place)."""
    row, bounds = np.array(words.numbers, dtype=np.uint64), np.array(words.bounds)
    if len(row) < RUN:
        return
    runs = np.zeros(len(row) - RUN + 1, dtype=np.uint64)
    for step in range(RUN):
        runs = runs * PRIME + row[step : step + len(runs)] + np.uint64(1)
    owner = np.searchsorted(bounds, np.arange(len(runs)), side="right") - 1
    whole = np.flatnonzero(np.arange(len(runs)) + RUN <= bounds[owner + 1])
    order = whole[np.argsort(runs[whole], kind="stable")]
    for group in _alike(order, runs):
        yield int(group[0]), list(zip(owner[group[1:]].tolist(), group[1:].tolist(), strict=True))


def _alike(order: NDArray[np.int64], runs: NDArray[np.uint64]) -> list[NDArray[np.int64]]:
    """Places with the same run, where there are several; those groups first that begin first."""
    cuts = np.flatnonzero(np.diff(runs[order])) + 1
    lows, highs = np.append(0, cuts), np.append(cuts, len(order))
    kept = highs - lows > 1
    lows, highs = lows[kept], highs[kept]
    first = np.argsort(order[lows], kind="stable")
    return [order[low:high] for low, high in zip(lows[first].tolist(), highs[first].tolist(), strict=True)]


def _elsewhere(words: Words, own: int, at: int, others: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """One place in each other article where the words are the same indeed."""
    run = words.numbers[at : at + RUN]
    first: dict[int, int] = {}
    for who, spot in others:
        if who != own and who not in first and words.numbers[spot : spot + RUN] == run:
            first[who] = spot
    return list(first.items())
