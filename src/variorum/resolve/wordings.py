"""Positions of one party that ask for the same in other words, mostly in other reports: linked, each with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import msgspec

from ..model import Position, Same
from ..rules.phrases import phrases
from ..rules.topics import denied, matter

ALIKE = 0.6
"""Share of the telling words of the shorter wording that the longer one has."""
LEAST = 0.3
"""The same of the longer one: one demand among five is not all five."""
FEWEST = 2
"""Telling words that two wordings have in common; one alone ("ceasefire") is a topic."""
MANY = 60
"""Positions of one party that are laid together."""
WANTS = frozenset({"proposes", "offers", "demands", "conditions"})
"""Stances that one report may give for another: what is proposed to the one is demanded by the other."""


def linked(positions: Sequence[Position], names: frozenset[str]) -> tuple[Position, ...]:
    """The positions with `same_as`, in the same order. `names` are words of actors' names, lower-case: they tell no matter."""
    parties: dict[str, list[Position]] = {}
    for one in positions:
        parties.setdefault(one.party or one.party_text.casefold(), []).append(one)
    found: dict[str, list[Same]] = {}
    for held in parties.values():
        for left, right in combinations(held[:MANY], 2):
            why = _same(left, right, names)
            if why:
                found.setdefault(left.id, []).append(Same(position=right.id, why=why))
                found.setdefault(right.id, []).append(Same(position=left.id, why=why))
    return tuple(msgspec.structs.replace(p, same_as=tuple(found.get(p.id, ()))) for p in positions)


def _same(left: Position, right: Position, names: frozenset[str]) -> str:
    """Why the two are one; empty where they are not."""
    if left.stance != right.stance and not {left.stance, right.stance} <= WANTS:
        return ""
    one, other = (matter(p.about) - names for p in (left, right))
    both = one & other
    if (
        len(both) < FEWEST
        or len(both) < ALIKE * min(len(one), len(other))
        or len(both) < LEAST * max(len(one), len(other))
    ):
        return ""
    if denied(left.about) != denied(right.about) or _apart(left, right):
        return ""
    return phrases().stands["same"].format(words=", ".join(sorted(both)))


def _apart(left: Position, right: Position) -> bool:
    """Whether the two set other lengths or deadlines: then they are two, and a difference of the reports."""
    return any(
        one and other and not one & other
        for kind in ("duration", "deadline")
        for one, other in [[{t.value for t in p.terms if t.kind == kind} for p in (left, right)]]
    )
