"""Positions in other shapes than verb and object: "calls for the council to act", "is against it", "its demand is"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..kin import children, lefts, rights
from ..mood import mood
from ..parties import party
from ..syntax import child, joined, objects, surface
from .about import Range, span, trimmed
from .words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

ASKED = ("for", "on", "upon")


def bidding(token: Token) -> Range | None:
    """What is asked for where the preposition begins a clause: "called for the depots to be closed"."""
    if token.lower_ not in words("addressing"):
        return None
    for c in rights(token):
        mark = child(c, "mark")
        if c.dep_ not in ("advcl", "ccomp", "xcomp") or mark is None or mark.i != c.left_edge.i:
            continue
        if mark.lower_ in ASKED and any(k.lower_ == "to" and k.dep_ == "aux" for k in children(c)):
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
        below = next((c for c in rights(top) if c.dep_ == "prep" and c.lower_ == "of"), None)
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


def bare_noun(token: Token, about: Range) -> bool:
    """Whether what follows only points back: "the offer", "a demand which"."""
    stretch = [t for t in token.doc[about[0] : about[1]] if not t.is_punct]
    return bool(stretch) and all(t.dep_ == "det" or t.lower_ in words("standing") for t in stretch)


def again(token: Token) -> bool:
    """Whether the object stands for what was told before: "turned it down", "which they rejected", "a demand they reject"."""
    things = objects(token)
    return bool(things) and (
        things[0].lower_ in ("it", "them", "that", "which") or things[0].lower_ in words("standing")
    )


def made(token: Token) -> Range | None:
    """What is made a condition, in "made the lifting of the ban a precondition for talks"."""
    things = [c for c in rights(token) if c.dep_ in ("dobj", "oprd", "dative", "attr")]
    if len(things) < 2 or things[-1].lower_ not in words("bound"):
        return None
    return things[0].left_edge.i, span(things[-1])[1]


def under(token: Token) -> tuple[Token, Token, Range] | None:
    """Plan, verb and what it lays down, in "under the draft, the rebels would leave"."""
    draft = child(token, "pobj")
    verb = token.head
    if draft is None or draft.lower_ not in words("drafts") or verb.tag_[:2] != "VB" or token.i > verb.i:
        return None
    sure = any(c.dep_ in ("det", "poss") and c.lower_ not in ("a", "an", "any", "no") for c in lefts(draft))
    if not sure or not any(c.lower_ in words("will") and c.dep_ == "aux" for c in children(verb)):
        return None
    start = draft.right_edge.i + 1
    while start < verb.i and token.doc[start].is_punct:
        start += 1
    return draft, verb, (start, trimmed(token.doc, start, max(span(verb)[1], verb.i + 1)))


def linked(token: Token) -> Range | None:
    """What an offer told of just before is made to depend on: "but that was linked to a truce"."""
    verb = token if token.tag_[:2] == "VB" else token.head
    subject = child(verb, "nsubj", "nsubjpass")
    if token.lower_ not in words("linked") or subject is None or token.dep_ in ("amod", "acl"):
        return None
    if subject.lower_ not in ("that", "this", "it") and subject.lower_ not in words("standing"):
        return None
    brought = next((c for c in rights(token) if c.dep_ == "prep" and c.lower_ in ("to", "on", "upon")), None)
    top = child(brought, "pobj", "pcomp") if brought is not None else None
    return span(top) if top is not None and top.ent_type_ not in ("DATE", "TIME") else None
