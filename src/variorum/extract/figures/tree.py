"""Steps through a parse that every reader of figures needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..kin import children, lefts
from .words import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def labelled(token: Token, *deps: str) -> list[Token]:
    """The children with one of these labels, less words that only say a state: "hostage" of "held hostage"."""
    states = words().glue.states
    return [
        c
        for c in children(token)
        if c.dep_ in deps and not (c.dep_ == "dobj" and c.lower_ in states and c.n_lefts == 0)
    ]


def has(token: Token, dep: str) -> bool:
    """Whether a child has this label."""
    return any(c.dep_ == dep for c in children(token))


def host(verb: Token) -> Token:
    """What a participle or relative clause says something of: the counted noun right before it, wherever the parse hangs it
    ("the names of 21 people killed")."""
    before = verb.doc[verb.i - 1] if verb.i else verb
    inside = before.i > verb.head.i and before.tag_ == "NNS" and before.dep_ == "pobj"
    counted = (
        inside and any(c.tag_ == "CD" for c in lefts(before)) and not any(c.tag_ == "CD" for c in lefts(verb.head))
    )
    return before if counted else verb.head


def antecedent(subject: Token, verb: Token) -> Token:
    """What a relative pronoun stands for; any other subject is itself."""
    if subject.tag_ in ("WDT", "WP", "WP$") or (subject.lower_ == "that" and verb.dep_ == "relcl"):
        at = verb
        while at.dep_ in ("conj", "xcomp", "ccomp") and at.head is not at:
            at = at.head
        if at.dep_ in ("relcl", "acl"):
            return at.head
    return subject


def ahead(verb: Token) -> list[Token]:
    """The subject that the parse gave to the clause before: "X was hurt by a bullet and Y, 22, was shot dead"."""
    aux = next((c for c in children(verb) if c.dep_ == "auxpass" and c.i < verb.i), None)
    if aux is None or verb.dep_ != "conj" or labelled(verb, "nsubj"):
        return []
    at = aux.i - 1
    while at > verb.head.i and (verb.doc[at].is_punct or (verb.doc[at].tag_ == "CD" and verb.doc[at - 1].is_punct)):
        at -= 1
    before = verb.doc[at]
    return [before] if at > verb.head.i and before.tag_.startswith("N") and before.dep_ == "conj" else []
