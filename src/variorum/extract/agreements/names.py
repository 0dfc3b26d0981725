"""Phrases that name an agreement: of which kind, whether it is there at all, between whom, through whom, for how long."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from ...model import Span, Term
from ...model.page import Page
from ..kin import lefts, opening, rights
from ..parties import demonym, parties, party
from ..parties import span as cut
from ..syntax import child, edges, joined, preps
from .words import GENERAL, before, nouns, weak, words

if TYPE_CHECKING:
    from spacy.tokens import Token

SIDES = ("between", "with")
WIDE = 18
"""Words of a name at most."""
MODIFIERS = ("compound", "amod", "nmod", "poss", "npadvmod")


def kind(noun: Token, *, plain: bool) -> str | None:
    """The kind of agreement that a noun is the head of a name of; None for any other. `plain`: the article has a noun that
    names one by itself, so that "the pause" means one too."""
    if noun.tag_ not in ("NN", "NNP") or noun.dep_ in ("compound", "nmod", "amod"):
        return None
    own = nouns().get(noun.lower_)
    if own is None:
        own = weak().get(noun.lower_)
        return own if own and (_halts(noun) or (plain and _bound(noun))) else None
    if own != GENERAL:
        return own
    left = [t.lower_ for t in noun.doc[edges(noun)[0] : noun.i]]
    return next((before()[word] for word in reversed(left) if word in before()), own)


def _halts(noun: Token) -> bool:
    """Whether it says of what it is a halt: "a pause in the fighting"."""
    near = [t.lower_ for t in noun.doc[noun.i + 1 : noun.i + 5]]
    return near[:1] in (["in"], ["of"], ["to"]) and not words("halted").isdisjoint(near)


def _bound(noun: Token) -> bool:
    """Whether a weak noun is said to be the one that was agreed: "the pause", "a four-day pause"."""
    return any(c.dep_ == "det" and c.lower_ in ("the", "this") for c in lefts(noun))


def real(noun: Token) -> bool:
    """Whether the phrase means an agreement that is there: not "a possible deal", "no truce", "a big deal"."""
    if (
        noun.lower_ == "deal"
        and any(c.dep_ == "prep" and c.lower_ == "with" for c in rights(noun))
        and noun.tag_ != "NN"
    ):
        return False
    start = edges(noun)[0]
    left = {t.lower_ for t in noun.doc[max(start - 1, opening(noun)) : noun.i] if t.head.i == noun.i or t.i >= start}
    if left & words("unreal") or (noun.lower_ in ("deal", "deals", "agreement") and left & words("idioms")):
        return False
    above = noun.head.head if noun.dep_ == "pobj" else noun.head
    return not (noun.dep_ == "pobj" and above.tag_[:2] == "NN" and above.lower_ in words("sought"))


def definite(noun: Token, *, headline: bool = False) -> bool:
    """Whether a certain agreement is meant: "the deal", "their pact", "the Harven accord"; in a headline any."""
    own = any(
        c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in ("the", "this", "that", "both")) for c in lefts(noun)
    )
    return own or (headline and child(noun, "det") is None) or noun.tag_ in ("NNP", "NNPS")


def named(page: Page, noun: Token) -> Span:
    """The phrase with what stands before its head, and with "between ..." after it."""
    start, end = edges(noun)
    for c in rights(noun):
        last = joined(child(c, "pobj"))[-1:] if c.dep_ == "prep" and c.lower_ in SIDES and c.i <= end + 1 else []
        if last and edges(last[0])[1] - start < WIDE:
            end = max(end, edges(last[0])[1])
    while end > noun.i + 1 and (page.doc[end - 1].is_space or page.doc[end - 1].is_punct):
        end -= 1
    return page.cut(start, end)


def sides(noun: Token) -> list[Token]:
    """Whom the name says that it is between: "between A and B", "with B", "A's deal with B", "the A-B truce"."""
    found = [o for o in preps(noun, *SIDES) if party(o)]
    owner = [j for c in lefts(noun) if c.dep_ == "poss" for j in joined(c) if party(j)]
    apart = [
        c for c in lefts(noun) if not (noun.ent_type_ and c.ent_type_ == noun.ent_type_)
    ]  # no part of its own name
    own = [c for c in apart if demonym(c) and c.dep_ != "poss" and not _through(c)]
    before = [k for c in own for k in (*lefts(c), c) if k.i == c.i or demonym(k)]
    return [*owner, *found] if found else before if len(before) > 1 else owner


def through(noun: Token) -> list[Token]:
    """Who brought it about, where its name says so: "the Talora-brokered truce"."""
    start = edges(noun)[0]
    at = next((t.i for t in noun.doc[start : noun.i] if t.lower_ in words("brokered")), None)
    if at is None or at - 2 < start or noun.doc[at - 1].text not in "-–":
        return []
    return [noun.doc[at - 2]]


def _through(token: Token) -> bool:
    doc, at = token.doc, token.i
    return at + 2 < len(doc) and doc[at + 1].text in "-–" and doc[at + 2].lower_ in words("brokered")


def length(page: Page, noun: Token) -> Term | None:
    """How long it is to last by its name: "a four-day truce", "a weeklong pause", "a pause of two months"."""
    low, high = page.doc[edges(noun)[0]].idx, noun.idx
    after = next((c for c in rights(noun) if c.dep_ == "prep" and c.lower_ == "of"), None)
    high = page.doc[after.right_edge.i].idx if after is not None else high
    at = bisect_left(page.expressions, low, key=lambda e: e.span.start)
    for one in page.expressions[at : at + 3]:
        if one.span.start > high:
            break
        if one.type == "DURATION" and one.value[:1] == "P" and any(map(str.isdigit, one.value)):
            return Term("duration", one.span.text, one.value)
    return None


def spans(page: Page, heads: list[Token]) -> tuple[Span, ...]:
    """Each party's name, none twice."""
    made = [[one.span for one in parties(page, [head], "both")] or [cut(page, head)] for head in heads]
    return tuple(dict.fromkeys(span for one in made for span in one))
