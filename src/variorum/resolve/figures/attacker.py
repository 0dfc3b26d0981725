"""The one who did it: whether a toll counts him, and the sums that bring counts with and without him together.

"He killed five people, then himself": five are his victims, six are dead. Reports give either number, and neither is wrong. The
count of his victims is put under that of all the dead as a part of it, and each report that gives the victims alone is read
as one more for all, as far as some report of the story tells his end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

import msgspec

from ...model import FigureClaim
from .item import Item

LARGE = 30
"""Victims from which on nobody is added: such tolls come from lists that may hold everybody already."""
LEAST = 2
"""Victims of a toll at least: one victim and the one who did it are told of by name, and added up within each article."""


def parted(members: Sequence[Item]) -> tuple[list[Item], list[Item], list[Item]]:
    """All the dead, the victims alone and the one who did it, of one toll; the last two are empty where nothing parts them."""
    ends = [i for i in members if i.claim.role == "attacker"]
    others = [i for i in members if i.claim.role != "attacker"]
    alone = _alone(others)
    if not ends or not alone:
        told = {i.claim.article for i in others}
        return [i for i in members if i.claim.role != "attacker" or i.claim.article not in told], [], []
    top, number = max(alone.values()), _number(ends)
    if top >= LARGE and not any(_value(i) == top + number for i in others):
        return others, [], []
    every = [i for i in others if i.claim.role == "all" or _value(i) > top]
    victims = [i for i in others if i not in every]
    own = {i.claim.article for i in every}
    first: dict[str, Item] = {}
    for item in victims:
        if item.claim.article not in own and _value(item) == top and item.claim.low == item.claim.high:
            first.setdefault(item.claim.article, item)
    sums = (_sum(i, _end(i, ends), number) for i in first.values() if top < LARGE)
    return [*every, *sums], victims, ends


def _alone(others: Sequence[Item]) -> dict[str, float]:
    """Article -> the victims alone that it counts, `LEAST` or more."""
    out: dict[str, float] = {}
    for item in others:
        claim = item.claim
        if claim.role == "victims" and claim.low is not None and claim.low == claim.high and claim.low >= LEAST:
            out[claim.article] = max(claim.low, out.get(claim.article, 0.0))
    return out


def _number(ends: Sequence[Item]) -> float:
    """How many did it, by most reports; of equal votes the fewest."""
    votes = Counter(_value(i) for i in ends)
    return min(votes, key=lambda v: (-votes[v], v))


def _value(item: Item) -> float:
    low, high = item.claim.low, item.claim.high
    return (low if low is not None else high) or 0.0


def _end(item: Item, ends: Sequence[Item]) -> FigureClaim:
    """The claim that tells the end of the one who did it: the article's own, else the first."""
    return next((e.claim for e in ends if e.claim.article == item.claim.article), ends[0].claim)


def _sum(item: Item, end: FigureClaim, number: float) -> Item:
    claim = item.claim
    total = (claim.low or 0) + number
    joint: FigureClaim = msgspec.structs.replace(
        claim,
        spans=(*claim.spans, end.spans[0]),
        low=total,
        high=total,
        of="people",
        group="people",
        text=f"{' '.join((claim.text, claim.of)).strip()}; {end.text}",
        inferred=True,
        role="all",
    )
    return replace(item, claim=joint, label="people")
