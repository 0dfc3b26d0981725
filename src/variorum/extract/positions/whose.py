"""Who does what a verb of asking or refusing says, where the parse hangs it on something else than his verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..grammar import grammar
from ..kin import children
from ..mood import moods
from ..parties import actors, party
from ..syntax import DEPTH, RELATIVE, SUBJECTS, child, doers, joined, passive, surface

if TYPE_CHECKING:
    from spacy.tokens import Token

QUOTES = ("”", '"')
LOW = ("pcomp", "acl", "prep", "pobj", "dobj", "attr")
"""On what hangs by these, a participle after a comma hangs too low."""


def whose(token: Token) -> list[Token]:
    """Those who do it."""
    above = _above(token)
    if above is not None:
        return doers(above)
    return _issuers(token) or actors(token)


def _above(token: Token) -> Token | None:
    """The verb whose doer does it, where a participle after a comma hangs too low: "ordered the man held on bail, declining a
    request", "stood by his words that “they hate us,” refusing", "told of signs that they had built it, calling on"."""
    if token.tag_ != "VBG" or token.dep_ != "advcl" or child(token, *SUBJECTS) is not None or token.head.i > token.i:
        return None
    between = [t.text for t in token.doc[token.head.i + 1 : token.i]]
    if "," not in between:
        return None
    closed = any(mark in between for mark in QUOTES)
    at = token.head
    for _ in range(2 * DEPTH):
        if at.head.i == at.i or not (_low(at) or (closed and at.dep_ == "ccomp")):
            break
        closed = closed and at.dep_ != "ccomp"
        at = at.head
    return at if at.i != token.head.i and at.tag_[:2] == "VB" else None


def _low(at: Token) -> bool:
    """Whether a word belongs to a phrase or a clause whose verb is not the one that is told."""
    if at.dep_ in LOW or at.tag_[:2] != "VB":
        return True
    small = at.dep_ == "xcomp" or (at.tag_ == "VBN" and not any(c.dep_[:3] == "aux" for c in children(at)))
    subject = child(at, *SUBJECTS)
    free = subject is not None and subject.tag_ in RELATIVE
    return (small and at.dep_ in ("xcomp", "ccomp")) or (
        at.dep_ == "ccomp" and (free or at.head.lower_ not in moods("speech"))
    )


def _issuers(token: Token) -> list[Token]:
    """Of "signed a petition that calls for", "posted a note asking", those who issued it."""
    top = token
    while top.dep_ == "conj" and top.head.i < top.i and child(top, *SUBJECTS) is None:
        top = top.head
    noun = top.head
    subject = child(top, "nsubj")
    bare = (top.dep_ == "acl" and top.tag_ == "VBG") or (
        top.dep_ == "relcl" and subject is not None and subject.tag_ == "WDT"
    )
    if not bare or party(noun) or any(party(j) for c in children(noun) if c.dep_ == "poss" for j in joined(c)):
        return []
    by = any(c.dep_ in ("prep", "agent") and c.lower_ in ("by", "from") for c in children(noun))
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    stands = noun.dep_ == "dobj" or (noun.dep_ == "pobj" and noun.head.lower_ in grammar("where") | grammar("goal"))
    issued = stands and not passive(verb) and verb.lower_ in moods("issue") and surface(verb) is not None
    return doers(verb) if issued and not by else []
