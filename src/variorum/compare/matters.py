"""When two positions of one party are on one matter, and when one is against the other."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Position, Term
from ..rules.agreements import days
from ..rules.topics import disowned, matter, turned

FOR = frozenset({"proposes", "offers", "demands", "accepts", "supports"})
AGAINST = frozenset({"rejects"})
ASKS = frozenset({"proposes", "offers", "demands"})
ALIKE = 0.6
"""Share of the words of the shorter wording that the longer one has, from which on two are on the same thing."""
TIMES = frozenset({"duration", "deadline"})
LIMITED = "temporary"


def same(left: Position, right: Position) -> bool:
    """Whether the two are on the same thing."""
    one, other = about(left), about(right)
    less = min(len(one), len(other))
    if less == 0 or (less == 1 and one != other):
        return False
    return len(one & other) / less >= ALIKE and len(one & other) / max(len(one), len(other)) >= ALIKE / 2


def about(one: Position) -> frozenset[str]:
    """The keys of the matter, numbers left out; of a denial of having asked for something, of that."""
    words = matter(disowned(one.about) if one.stance == "denies" else one.about)
    return frozenset(w for w in words if not w[0].isdigit()) or words


def opposite(left: Position, right: Position) -> bool:
    """Whether the one is for what the other is against, or says never to have asked for it."""
    stances = {left.stance, right.stance}
    if turned(disowned(left.about), disowned(right.about)):
        return False
    if stances & FOR and stances & AGAINST:
        return True
    denial = next((p for p in (left, right) if p.stance == "denies"), None)
    return bool(stances & ASKS) and denial is not None and disowned(denial.about) != denial.about


def values(one: Position, kind: str) -> frozenset[str]:
    """The values of its terms of a kind; weeks as days."""
    return frozenset(plain(t) for t in one.terms if t.kind == kind)


def plain(term: Term) -> str:
    """The value by which two terms are the same."""
    return days(term.value) if term.kind == "duration" else term.value


def apart(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether no value of the one can be one of the other; what is only temporary may last for any number of days."""
    left, right = frozenset(one), frozenset(other)
    if not (left and right) or left & right:
        return False
    return not any(LIMITED in a and any(v[:1] == "P" for v in b) for a, b in ((left, right), (right, left)))
