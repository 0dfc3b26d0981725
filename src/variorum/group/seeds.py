"""Where two articles may share a passage: runs of equal words that lie together in both.

Seed and extend, as in sequence search (Altschul et al., "Basic local alignment search tool", 1990): every run of `SEED` words
is made one 64-bit number, and equal numbers are found by sorting them. MinHash tells how alike whole texts are and misses a
paragraph in a long report. Over windows of 60 words (`evaluation/minhash.py`) it proposes .98 of the planted copies with one
word in ten changed and .91 with one in five, at half the speed of this index, which proposes all and .99.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .tokens import Words

SEED = 5
"""Words of a run that is looked up. With one word in five changed a third of all runs of five is left, of eight a sixth."""
NEXT = 8
"""Holders of a run that each is set beside; with more, copies are joined through those between them."""
FEW = 4
"""Other articles that an article is set beside for the runs that more than `NEXT` hold: the next ones that have half as many
of them as any has, and the one before that has the most. In a thousand edited copies of one text the holders of each run are
others, and without a bound each copy would be aligned with fifty."""
NEAR = 40
"""Words between two runs of one passage at most."""
DRIFT = 25
"""By how many words more one text may have between two runs of a passage than the other."""
LONG = 8
"""Words of a run that is looked at though no other is near; shorter ones are common phrases."""
PRIME = np.uint64(0x9E3779B97F4A7C15)
"""Odd, so that no bit of a word's number is lost when a run is made into one number."""

Numbers = NDArray[np.int64]
Marks = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Region:
    """Words `start` up to `end` of an article's row and those of another that seem to be the same, ends included loosely."""

    left: int
    right: int
    start: int
    end: int
    other: int
    last: int


def regions(words: Words) -> Iterator[Region]:
    """Stretches of two articles that may be one passage; by pair of articles and place."""
    runs = _runs(words)
    pair: tuple[int, int] | None = None
    open_: list[Region] = []
    for left, right, start, other, size in runs:
        if (left, right) != pair:
            yield from open_
            pair, open_ = (left, right), []
        made = Region(left, right, start, start + size, other, other + size)
        past = [one for one in open_ if one.end + NEAR < start]
        if past:
            yield from past
            open_ = [one for one in open_ if one.end + NEAR >= start]
        fits = [one for one in open_ if _together(one, made)]
        best = min(fits, key=lambda one: (abs((one.end - one.last) - (start - other)), one.start), default=None)
        if best is None:
            open_.append(made)
        else:
            ends = max(best.end, made.end), max(best.last, made.last)
            open_[open_.index(best)] = Region(left, right, best.start, ends[0], best.other, ends[1])
    yield from open_


def _together(one: Region, new: Region) -> bool:
    """Whether a run goes on a region: close behind it in both texts."""
    gap, other = new.start - one.end, new.other - one.last
    return -SEED <= gap <= NEAR and -SEED <= other <= NEAR and abs(gap - other) <= DRIFT


def _runs(words: Words) -> list[tuple[int, int, int, int, int]]:
    """Runs of equal words as (article, article, place, place, words) that are long or have another nearby."""
    first, second, crowded = _pairs(words)
    if not len(first):
        return []
    bounds = np.array(words.bounds)
    left, right = _owner(first, bounds), _owner(second, bounds)
    apart = np.flatnonzero(left != right)
    first, second, left, right = first[apart], second[apart], left[apart], right[apart]
    thin = _thinned(left, right, crowded[apart], len(bounds))
    first, second, left, right = first[thin], second[thin], left[thin], right[thin]
    order = np.lexsort((first, second - first, right, left))
    first, second, left, right = first[order], second[order], left[order], right[order]
    starts = _breaks(left, right, second - first, step=first)
    ends = np.append(starts[1:], len(first)) - 1 if len(starts) else starts
    size = first[ends] - first[starts] + SEED
    made = (left[starts], right[starts], first[starts], second[starts], size)
    order = np.lexsort((made[3], made[2], made[1], made[0]))
    rows = tuple(column[order] for column in made)
    kept = _kept(*rows)
    return list(zip(*(column[kept].tolist() for column in rows), strict=True))


def _pairs(words: Words) -> tuple[Numbers, Numbers, Marks]:
    """Places of equal runs, the earlier first, each with up to `NEXT` others; and whether more than those hold the run."""
    order, runs = _order(words)
    firsts, seconds, crowded = [order[:0]], [order[:0]], [np.zeros(0, dtype=bool)]
    starts = np.flatnonzero(np.diff(runs, prepend=runs[:1] + np.uint64(1))) if len(runs) else order
    sizes = np.diff(starts, append=len(runs))
    many = np.repeat(sizes > NEXT + 1, sizes)
    for step in range(1, NEXT + 1):
        same = np.flatnonzero(runs[step:] == runs[:-step]) if len(runs) > step else np.empty(0, dtype=np.int64)
        if not len(same):
            break
        firsts.append(order[same])
        seconds.append(order[same + step])
        crowded.append(many[same])
    return np.concatenate(firsts), np.concatenate(seconds), np.concatenate(crowded)


def _thinned(left: Numbers, right: Numbers, crowded: Marks, count: int) -> Numbers:
    """Which of the pairs of places stay: all of runs that few articles hold, of the others those with `FEW` articles each."""
    keys, at, shared = np.unique(
        left[crowded] * np.int64(count) + right[crowded], return_inverse=True, return_counts=True
    )
    if not len(keys):
        return np.arange(len(left))
    one, other = keys // count, keys % count
    starts = np.flatnonzero(np.diff(one, prepend=-1))
    sizes = np.diff(starts, append=len(keys))
    strong = 2 * shared >= np.repeat(np.maximum.reduceat(shared, starts), sizes)
    rank = np.cumsum(strong)
    kept = strong & (rank - np.repeat(rank[starts] - strong[starts], sizes) <= FEW)
    order = np.lexsort((-one, -shared, other))
    kept[order[np.flatnonzero(np.diff(other[order], prepend=-1))]] = True
    stays = ~crowded
    stays[crowded] = kept[at]
    return np.flatnonzero(stays)


def _order(words: Words) -> tuple[Numbers, NDArray[np.uint64]]:
    """Places of all runs that stand more than once, those of equal runs together and in order, and the runs."""
    row, bounds = np.array(words.numbers, dtype=np.uint64), np.array(words.bounds)
    runs = np.zeros(max(0, len(row) - SEED + 1), dtype=np.uint64)
    for step in range(SEED):
        runs = runs * PRIME + row[step : step + len(runs)] + np.uint64(1)
    inside = np.ones(len(runs), dtype=bool)
    for back in range(1, SEED):  # runs that reach into the next article
        crossing = bounds[1:-1] - back
        inside[crossing[(crossing >= 0) & (crossing < len(runs))]] = False
    whole = np.flatnonzero(inside)
    runs = runs[whole]
    order = np.argsort(
        runs
    )  # not the stable kind, which takes five times as long; the few that are kept are ordered below
    runs = runs[order]
    kept = np.zeros(len(runs), dtype=bool)
    kept[1:] = runs[1:] == runs[:-1]
    kept[:-1] |= kept[1:]
    places, runs = whole[order[kept]], runs[kept]
    order = np.lexsort((places, runs))
    return places[order], runs[order]


def _owner(places: Numbers, bounds: Numbers) -> Numbers:
    made: Numbers = np.searchsorted(bounds, places, side="right") - 1
    return made


def _breaks(*columns: Numbers, step: Numbers) -> Numbers:
    """Where a new run begins: another pair or another shift, or words between."""
    new = np.ones(len(step), dtype=bool)
    if len(step):
        new[1:] = np.diff(step) > SEED
        for column in columns:
            new[1:] |= np.diff(column) != 0
    return np.flatnonzero(new)


def _kept(left: Numbers, right: Numbers, first: Numbers, second: Numbers, size: Numbers) -> Numbers:
    """Runs that are long, or near one of the next three of the same two articles."""
    kept = size >= LONG
    for step in (1, 2, 3):
        if len(left) <= step:
            break
        gap = first[step:] - first[:-step]
        other = second[step:] - second[:-step]
        near = (left[step:] == left[:-step]) & (right[step:] == right[:-step]) & (gap > 0) & (other > 0)
        near &= (gap <= NEAR) & (other <= NEAR) & (np.abs(gap - other) <= DRIFT)
        near &= gap >= SEED - 2  # or the two are one phrase
        kept[step:] |= near
        kept[:-step] |= near
    return np.flatnonzero(kept)
