"""Whom an adjective or participle is said of: "12 dead", "left five homeless", "were missing"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..kin import lefts, opening
from .tree import antecedent, has, labelled
from .verbs import subjects
from .words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_SMALL = ("oprd", "acomp", "xcomp", "ccomp", "advcl", "attr", "amod", "dobj", "prep", "dep", "advmod")


def states(token: Token) -> list[Token]:
    """Whom an adjective or participle is said of: "12 dead", "left five homeless", "were missing"."""
    if token.tag_[:2] not in ("JJ", "VB", "NN", "RB", "CD"):
        return []
    number = next((c for c in lefts(token) if c.tag_ == "CD" and c.dep_ in ("nsubj", "nsubjpass")), None)
    if number is not None and has(token, "aux"):
        return [number]
    if any(
        c.tag_ == "CD" and c.dep_ in ("nummod", "nsubj", "quantmod", "advmod", "amod", "compound", "dep")
        for c in lefts(token)
    ):
        own = next((c for c in lefts(token) if c.dep_ in ("nsubj", "nsubjpass") and c.tag_ != "CD"), None)
        return [own if own is not None else token]
    subject = labelled(token, "nsubj", "nsubjpass")
    if subject:
        return [antecedent(subject[0], token)]
    head = token.head
    if token.dep_ == "amod" and head.tag_[:2] in ("NN", "CD", "PR"):
        return [head]
    if token.dep_ in ("acl", "relcl"):
        return [head]
    if token.dep_ in _SMALL and head.tag_.startswith("V"):
        return _predicate(token, head)
    if token.dep_ == "conj" and head.tag_[:1] in ("J", "V") and head.i < token.i:
        return beside(token) or ([] if head.tag_.startswith("V") and labelled(head, "dobj") else states(head))
    return beside(token)


def _predicate(token: Token, verb: Token) -> list[Token]:
    if verb.lower_ in words().glue.be:
        return subjects(verb)
    objects = [c for c in labelled(verb, "dobj") if c.i < token.i]
    if objects:
        return objects[-1:]
    if labelled(verb, "nsubjpass") or has(verb, "auxpass") or verb.tag_ in ("VBN", "VBD") or token.dep_ == "acomp":
        return beside(token) or subjects(verb)
    return beside(token)


def beside(token: Token) -> list[Token]:
    """A number or numbered noun right before: what the parse makes of headlines is not to be trusted."""
    at = token.i - 1
    while at >= opening(token) and token.doc[at].lower_ in words().glue.beside:
        at -= 1
    before = token.doc[at] if at >= opening(token) else None
    return [before] if before is not None and before.tag_ == "CD" else []
