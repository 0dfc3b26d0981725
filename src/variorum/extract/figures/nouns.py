"""Whom nouns and idioms are said of: "30 deaths", "the release of 20", "claimed 30 lives", "in critical condition"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..kin import children, lefts, rights
from .lexicon import Lexicon
from .tree import antecedent, labelled
from .verbs import subjects
from .words import caring, words

if TYPE_CHECKING:
    from spacy.tokens import Token


def preceded(token: Token, said: str) -> bool:
    """Whether these words stand right before the token."""
    at = token.i
    for word in reversed(said.split()):
        if token.doc[at].is_sent_start or token.doc[at - 1].lower_ != word:
            return False
        at -= 1
    return True


def noun(token: Token, needs: str) -> list[Token]:
    if not token.tag_.startswith("NN") or (needs and not preceded(token, needs)) or token.dep_ == "compound":
        return []
    return [token]


def act(token: Token, needs: str) -> list[Token]:
    if not token.tag_.startswith("N") or (needs and not preceded(token, needs)):
        return []
    heads = []
    for child in children(token):
        if child.lower_ in words().glue.of and child.i > token.i:
            heads += labelled(child, "pobj")
    if heads:
        return heads
    owner = next((c for c in lefts(token) if c.dep_ == "poss"), None)
    return [owner] if owner is not None else []


def taken(token: Token, needs: str, lex: Lexicon) -> list[Token]:
    """ "claimed the lives of 30", "claimed 30 lives", "took a boy's life" """
    if token.dep_ not in ("dobj", "nsubjpass") or lex.verbs.get(token.head.lower_) != needs:
        return []
    found = [p for c in children(token) if c.lower_ == "of" for p in labelled(c, "pobj")]
    if found:
        return found
    owner = next((c for c in lefts(token) if c.dep_ == "poss"), None)
    if owner is not None:
        return (
            [owner]
            if owner.tag_ != "PRP$" or not any(c.lower_ == "own" for c in lefts(token))
            else subjects(token.head)
        )
    return [token]


def phrase(token: Token, needs: str, lex: Lexicon) -> list[Token]:
    """ "in critical condition", "taken to hospital", "a man with gunshot wounds" """
    prep = token.head
    said, _, first = needs.partition(" ")
    if token.dep_ != "pobj" or prep.lower_ != said or (first and not preceded(token, first)):
        return []
    if token.lower_ == "condition" and not any(c.lower_ in lex.scopes.degree.condition for c in token.subtree):
        return []
    at = prep.head
    while at.dep_ == "prep" and at.head is not at:
        at = at.head
        at = at.head if at.dep_ == "pobj" else at
    cared = token.lower_ in words().care.places
    if cared and any(c.lower_ in words().care.checks for c in _beside(token)):
        return []
    if at.tag_[:2] in ("NN", "CD", "PR"):
        return [] if cared and said == "at" else [at]
    if not at.tag_.startswith("V"):
        return []
    passive = labelled(at, "nsubjpass")
    if passive:
        return [antecedent(passive[0], at)]
    objects = labelled(at, "dobj")
    if objects and at.lower_ not in words().glue.have:
        return [antecedent(objects[0], at)]
    return subjects(at) if not cared or _patient(at) or (at.dep_ == "acl" and at.tag_ == "VBN") else []


def _beside(place: Token) -> list[Token]:
    """What follows a hospital in its clause: "taken to hospital for observation"."""
    return [p for verb in (place, place.head.head) for c in rights(verb) if c.dep_ == "prep" for p in children(c)]


def _patient(verb: Token) -> bool:
    """Whether the subject of a verb beside "in hospital" lies there: not one who drives or waits there."""
    company = words().care.company
    return verb.lower_ in caring() and not any(c.lower_ in company for c in children(verb))
