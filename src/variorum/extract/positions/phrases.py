"""Positions in other shapes than verb and object: "calls for the council to act", "is against it", "its demand is"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..mood import mood
from ..parties import party
from ..syntax import child, joined, surface
from .about import Range, span
from .words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

ASKED = ("for", "on", "upon")


def bidding(token: Token) -> Range | None:
    """What is asked for where the preposition begins a clause: "called for the depots to be closed"."""
    if token.lower_ not in words("addressing"):
        return None
    for c in token.rights:
        mark = child(c, "mark")
        if c.dep_ not in ("advcl", "ccomp", "xcomp") or mark is None or mark.i != c.left_edge.i:
            continue
        if mark.lower_ in ASKED and any(k.lower_ == "to" and k.dep_ == "aux" for k in c.children):
            return mark.i + 1, span(c)[1]
    return None


def side(token: Token) -> tuple[str, list[Token], Range] | None:
    """Stance, holders and matter of "is against the sale", "is in favour of a ballot"."""
    verb = token.head
    if token.dep_ != "prep" or verb.lower_ not in words("being") or mood(verb).negated:
        return None
    top = child(token, "pobj", "pcomp")
    stance = "rejects" if token.lower_ == "against" else ""
    if token.lower_ == "in" and top is not None and top.lower_ in words("favour"):
        below = next((c for c in top.rights if c.dep_ == "prep" and c.lower_ == "of"), None)
        top = child(below, "pobj", "pcomp") if below is not None else None
        stance = "supports"
    if not stance or top is None:
        return None
    return stance, joined(surface(verb)), span(top)


def stated(noun: Token) -> Range | None:
    """What a demand or condition is said to be: "the miners' main demand is a fourth shift"."""
    verb = noun.head
    if noun.dep_ != "nsubj" or verb.lower_ not in words("being"):
        return None
    told = child(verb, "attr", "ccomp", "xcomp")
    if told is None or told.i < verb.i or party(told):
        return None
    return span(told)
