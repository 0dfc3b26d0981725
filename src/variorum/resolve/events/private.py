"""Who acts for himself alone: a person without an office, among nobody but such persons."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import lru_cache

from ...model import Cast, EventClaim
from ...rules.forms import plural
from ...rules.incidents import folk, tail
from ...rules.people import role_words, written
from .node import Who

OWN = frozenset({"AGREE", "COOPERATE", "SUPPORT", "DEMAND"})
"""Types of which a private person's are nobody else's business, unless a day is given."""

LONGEST = 3
"""Words of an office, at most: "member of parliament"."""


def officials(cast: Cast) -> frozenset[str]:
    """Ids of the persons to whom a report gives an office."""
    return frozenset(a.id for a in cast.actors if a.kind == "person" and any(_office(r.text) for r in a.roles))


def private(claim: EventClaim, who: Collection[Who], kinds: Mapping[str, str], public: Collection[str]) -> bool:
    """Whether it is an errand, a kindness or a resolve of private people: "talked to his sister", "agreed to go upstairs"."""
    if not who or not all(_alone(one, kinds, public) for one in who):
        return False
    if claim.type == "CONSULT":
        names = {one.key for one in who if one.actor and one.party.span.text[:1].isupper()}
        return claim.mode in ("visit", "call") or len(names) < 2
    return claim.type in OWN and claim.mode != "relations" and not claim.times


def _alone(one: Who, kinds: Mapping[str, str], public: Collection[str]) -> bool:
    """Whether a party is one person without an office."""
    if _office(one.party.span.text):
        return False
    return _single(one.party.span.text) if one.actor is None else _person(one.actor, kinds) and one.actor not in public


def _person(actor: str, kinds: Mapping[str, str]) -> bool:
    return kinds.get(actor) == "person"


def _single(text: str) -> bool:
    """Whether a phrase's head is a word for one person: "his wife", "mother of two"."""
    words = text.casefold().split()
    end = next((n for n, word in enumerate(words) if n and word in tail()), len(words))
    return words[end - 1] in folk() and not plural(words[end - 1])


@lru_cache(maxsize=1 << 14)
def _office(text: str) -> bool:
    """Whether words name an office that few hold: "mayor of Lagos", "Gov. Ana Ruiz"."""
    words = text.casefold().replace("’", "'").replace(",", " ").split()
    runs = (" ".join(words[i : i + n]) for n in range(1, LONGEST + 1) for i in range(len(words)))
    return any(run in written() or role_words().get(run) for run in runs)
