"""The terms of an agreement: what it provides for, what is done under it, what was given for what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..kin import lefts, opening, rights
from ..positions.about import span, trimmed
from ..syntax import DEPTH, child
from .steps import Found, end, start
from .words import lexicon, phrases, words

if TYPE_CHECKING:
    from spacy.tokens import Token


def provisions(noun: Token) -> Iterator[Found]:
    """The terms that stand around the noun of an agreement."""
    framed = _framed(noun)
    if framed is not None:
        yield framed
    inner = _which(noun)
    if inner is not None:
        yield inner
    part = _part(noun)
    if part is not None:
        yield part


def _framed(noun: Token) -> Found | None:
    """ "Under the deal, the rebels leave": the clause without the phrase that names the agreement."""
    top = _part_of(noun)
    prep = top.head if top.dep_ == "pobj" else None
    if prep is None:
        return None
    first = _frame(prep)
    if first is None:
        return None
    verb = _verb(prep.doc[first])
    if verb is None or verb.tag_[:2] not in ("VB", "MD"):
        return None
    stop = noun.right_edge.i + 1
    low, high = verb.left_edge.i, span(verb)[1]
    if low <= first < verb.i and (prep.doc[first].head.tag_[:2] == "NN" or verb.dep_ == "relcl"):
        return None  # "the inspectors under the accord are"
    if first < verb.i:  # the phrase opens the clause
        low = stop
        while low < verb.i and (verb.doc[low].is_punct or verb.doc[low].is_space):
            low += 1
    else:
        high = min(high, first)
    if prep.lower_ in words("over") and not _swaps(verb, low, high):
        return None
    high = trimmed(verb.doc, low, max(high, verb.i + 1))
    return Found(noun, verb, "term", low, high) if high > low + 1 else None


def _frame(prep: Token) -> int | None:
    """The first token of the phrase by which a clause is put under an agreement; None where it is not."""
    if prep.lower_ in words("under") or prep.lower_ in words("over"):
        return prep.i
    doc = prep.doc
    for phrase in phrases("frames"):
        at = prep.i - len(phrase) + 1
        if at >= opening(prep) and tuple(t.lower_ for t in doc[at : prep.i + 1]) == phrase:
            return at
    return None


def _verb(token: Token) -> Token | None:
    for _ in range(DEPTH):
        if token.head.i == token.i:
            return None
        token = token.head
        if token.tag_[:2] == "VB":
            return token
    return None


def _swaps(verb: Token, low: int, high: int) -> bool:
    line = [t.lower_ for t in verb.doc[low:high]]
    return any(line[i : i + len(p)] == list(p) for p in phrases("swaps") for i in range(len(line)))


def _which(noun: Token) -> Found | None:
    """ "a deal under which he will serve four years"."""
    for c in noun.subtree:
        if c.dep_ != "relcl" or c.i < noun.i:
            continue
        for k in lefts(c):
            which = child(k, "pobj")
            if k.dep_ == "prep" and k.lower_ in words("under") and which is not None and which.lower_ == "which":
                return Found(noun, c, "term", which.i + 1, max(span(c)[1], c.i + 1))
    return None


def _part_of(noun: Token) -> Token:
    """Of "the terms of the deal", "a clause in the contract", the part."""
    above = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ in ("of", "in", "to", "from") else noun
    return above if above.lower_ in words("parts") else noun


def _part(noun: Token) -> Found | None:
    """ "a clause in the contract lets", "the provision to the agreement that allows"."""
    part = _part_of(noun)
    if part.i == noun.i:
        return None
    below = next((c for c in rights(part) if c.dep_ == "relcl"), None)
    below = below or next((c for c in rights(noun) if c.dep_ == "relcl"), None)
    verb = below if below is not None else part.head if part.dep_ == "nsubj" else None
    if verb is None or verb.lower_ not in lexicon().verbs:
        return None
    known = any(p.row.type == "term" for p in lexicon().verbs[verb.lower_])
    return Found(noun, verb, "term", start(verb), end(verb)) if known else None
