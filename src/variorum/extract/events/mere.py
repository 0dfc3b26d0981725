"""Verbs of the tables that tell of no event where they stand: parts of compounds, states, opinions, appeals to everybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..grammar import grammar
from ..kin import children, lefts
from ..lexicon import Pattern
from ..mood import BE, STATES, WAS, asserted, finite
from ..syntax import DEPTH, agents, child, objects, passive, preps

if TYPE_CHECKING:
    from spacy.tokens import Token

PREFIX = 3
"""Letters of a prefix, at most."""


def mere(token: Token, pattern: Pattern) -> bool:
    """Whether a verb only describes, thinks or is polite."""
    return (
        _hyphened(token)
        or _state(token, pattern)
        or _view(token, pattern)
        or _appeal(token, pattern)
        or _fancied(token)
        or (pattern.base in grammar("letting") and token.tag_ == "VBG" and token.dep_ in ("advcl", "acl"))
        or _blamed(token, pattern)
        or _anybody(token)
        or _often(token, pattern)
        or (pattern.base in grammar("informing") and pattern.row.type == "DEMAND" and asserted(token))
        or (pattern.base in grammar("shows") and pattern.row.type == "PROTEST" and child(token, "dobj") is not None)
    )


def _hyphened(token: Token) -> bool:
    """Whether a participle is the end of a compound: "life-threatening"; not "re-elected"."""
    if token.i < 2 or token.tag_ not in ("VBG", "VBN", "VBD") or token.nbor(-1).text not in ("-", "–"):
        return False
    first = token.nbor(-2)
    return first.tag_[:2] in ("NN", "JJ", "RB") and len(first) > PREFIX and first.idx + len(first) + 2 == token.idx + 1


def _state(token: Token, pattern: Pattern) -> bool:
    """Whether a participle tells how somebody or something is, and nobody is said to do it: "was armed", "intended to"."""
    return pattern.base in grammar("states") and passive(token) and not agents(token)


def _view(token: Token, pattern: Pattern) -> bool:
    """Whether somebody only thinks so too: "agreed that the plan was sound"; not "agreed that they would pay"."""
    if pattern.base not in grammar("views") or pattern.words not in ((), ("that",)) or not asserted(token):
        return False
    if any(True for _ in preps(token, "with")):
        return False  # "agreed with the defence that"
    clause = child(token, "ccomp")
    return clause is not None and any(t.lower_ in BE | WAS | STATES for t in finite(clause))


def _appeal(token: Token, pattern: Pattern) -> bool:
    """Whether everybody is asked for what anybody may know: "asked the public for help", "seek residents' help"."""
    if pattern.row.type != "DEMAND" or pattern.base in ("call", "urge"):
        return False
    asked = [*objects(token), *preps(token, "to", "for", "on", "upon")]
    return any(t.lower_ in grammar("anybody") for o in asked for t in (o, *lefts(o)))


def _fancied(token: Token) -> bool:
    """Whether it was done in a dream or a film."""
    at = token
    for _ in range(DEPTH):
        if any(o.lower_ in grammar("fancy") and not o.ent_type_ for o in preps(at, "in")):
            return True
        if at.dep_ not in ("advcl", "conj", "xcomp") or at.head == at:
            return False
        at = at.head
    return False


def _anybody(token: Token) -> bool:
    """Whether it is done to what is the reader's: "soldiers storm your house"."""
    return not passive(token) and any(c.lower_ == "your" for o in objects(token) for c in lefts(o))


def _often(token: Token, pattern: Pattern) -> bool:
    """Whether it was done again and again: "attacked the town often", "march every spring"; speech aside."""
    if pattern.row.scope == "clause":
        return False
    again = (k for c in children(token) if c.dep_ in ("advmod", "npadvmod") for k in (c, *lefts(c)))
    return any(k.lower_ in grammar("habit") for k in again)


def _blamed(token: Token, pattern: Pattern) -> bool:
    """Whether it is words that somebody is under fire with: "came under fire for describing it so"."""
    reasons = (c for c in children(token) if c.dep_ == "prep" and c.lower_ == "for")
    return "under" in pattern.words and any(child(c, "pcomp") is not None for c in reasons)
