"""Whom a verb is said of: its subject, through relative clauses, joined verbs and control."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .tree import ahead, antecedent, host, labelled

if TYPE_CHECKING:
    from spacy.tokens import Token


def subjects(verb: Token) -> list[Token]:
    """Head of a verb's subject, through relative clauses, joined verbs and control."""
    own = labelled(verb, "nsubj", "nsubjpass") or ahead(verb)
    if own:
        return [antecedent(own[0], verb)]
    if verb.dep_ in ("acl", "relcl"):
        return [host(verb)]
    if verb.dep_ == "amod" and verb.i < verb.head.i:
        return [verb.head]
    if verb.dep_ == "conj" and verb.head.tag_[:1] in ("V", "M"):
        return subjects(verb.head)
    return controller(verb)


def controller(verb: Token) -> list[Token]:
    """The subject that a non-finite clause takes from the clause it hangs on: "believed to have been killed"."""
    at, steps = verb, 0
    while at.dep_ in ("xcomp", "pcomp", "prep", "advcl", "ccomp", "conj", "oprd", "dep", "acomp") and steps < 5:
        up = at.head
        if up is at:
            break
        if (
            at.dep_ in ("xcomp", "oprd", "ccomp", "acomp", "dep")
            and (found := labelled(up, "dobj"))
            and found[0].i < verb.i
        ):
            return [found[0]]
        own = labelled(up, "nsubjpass", "nsubj")
        if own and up.tag_[:1] in ("V", "M"):
            return [antecedent(own[0], up)]
        if up.dep_ in ("acl", "relcl"):
            return [host(up)]
        if up.tag_.startswith("N"):
            return []
        at, steps = up, steps + 1
    return []
