"""Whom a verb is done to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..grammar import grammar
from ..kin import children, lefts
from .states import beside, states
from .tree import ahead, antecedent, has, host, labelled
from .verbs import controller, subjects
from .words import words

if TYPE_CHECKING:
    from spacy.tokens import Token


def patients(verb: Token) -> list[Token]:
    """Heads of what a verb is done to."""
    if verb.dep_ == "amod" and verb.i < verb.head.i:
        return [verb.head]
    passive = labelled(verb, "nsubjpass") or ahead(verb)
    if passive:
        return [antecedent(passive[0], verb)]
    objects = labelled(verb, "dobj", "dative") or labelled(verb, "ccomp_subject")
    if objects and _comma(verb) and (found := _headline(verb)):
        return found
    if objects and (verb.tag_ != "VBN" or (has(verb, "aux") and not has(verb, "auxpass"))):
        return [_reflexive(objects[0], verb)]
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return objects if objects and any(c.tag_ == "CD" for c in (objects[0], *lefts(objects[0]))) else [host(verb)]
    if verb.dep_ == "conj" and verb.head.tag_.startswith("V"):
        if objects:
            return [_reflexive(objects[0], verb)]
        return _headline(verb) or _shared(verb)
    if objects:
        return [_reflexive(objects[0], verb)]
    later: Token | None = next(
        (c for c in children(verb) if c.dep_ == "conj" and c.tag_.startswith("V") and labelled(c, "dobj")), None
    )
    if later is not None and verb.tag_ != "VBG" and not labelled(verb, "prep"):
        return [_reflexive(labelled(later, "dobj")[0], later)]
    if has(verb, "auxpass"):
        return controller(verb)
    return _headline(verb) or (states(verb) or controller(verb) if verb.tag_ == "VBN" else beside(verb))


def _headline(verb: Token) -> list[Token]:
    """ "12 killed in blast", "Man killed, girl wounded", "and millions displaced": a past form without object in a clause
    without auxiliary."""
    subject = labelled(verb, "nsubj")
    if subject and verb.tag_ in ("VBD", "VBN") and not has(verb, "aux"):
        bare = _comma(verb) and not has(subject[0], "det")
        many = subject[0].lower_ in grammar("crowds")
        if bare or many or any(c.tag_ == "CD" for c in (subject[0], *lefts(subject[0]))):
            return [subject[0]]
    return []


def _comma(verb: Token) -> bool:
    """Whether a comma stands right behind the verb: what follows is no object of it."""
    return verb.i + 1 < len(verb.doc) and verb.nbor(1).text in (",", ";")


def _shared(verb: Token) -> list[Token]:
    """Of a joined verb ("was shot and killed"): what the first verb is done to."""
    first = verb.head
    if verb.tag_ in ("VBN", "VBD", "JJ") and (first.tag_ == "VBN" or has(first, "auxpass")):
        if labelled(first, "nsubjpass") or first.dep_ in ("acl", "conj", "xcomp", "advcl", "pcomp", "relcl", "amod"):
            return patients(first)
        return controller(first)
    if verb.tag_ in ("VBN", "VBD") and not has(verb, "aux"):
        objects = labelled(first, "dobj")
        return [_reflexive(objects[0], first)] if objects and objects[0].i > first.i and objects[0].i > verb.i else []
    return []


def _reflexive(target: Token, verb: Token) -> Token:
    """ "killing himself" counts the one who did it."""
    if target.lower_ in words().attacker.self:
        own = subjects(verb)
        return (
            own[0]
            if own and own[0].tag_.startswith("NN") and target.dep_ != "conj" and not has(target, "conj")
            else target
        )
    if target.tag_ in ("WDT", "WP"):
        return antecedent(target, verb)
    return target
