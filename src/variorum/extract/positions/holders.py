"""Whose position it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model import Span
from ...model.page import Page
from ...rules.pronouns import personal
from ..kin import lefts, rights
from ..mood import moods
from ..parties import antecedent, party, within
from ..parties import span as cut
from ..syntax import DEPTH, SUBJECTS, child, doers, preps
from .gates import mouthpiece
from .words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

MARKS = (", ", " - ", " – ", " — ", "\n", ") ")
"""Marks before a name that part it from another name or from the place of the report."""
MOST = 3
"""Parties that one position is put down for: longer lists are mostly misread."""


def holders(found: list[Token], *, drafts: bool = False) -> list[Token]:
    """The parties among these, each that is joined; else one that stands inside such a phrase; else, with `drafts`, a plan that
    speaks for itself."""
    able = [
        one
        for one in found
        if not _torn(one)
        and not (one.dep_ == "conj" and child(one, "case"))
        and (one.tag_ != "PRP" or one.dep_ not in ("dobj", "pobj"))
    ]
    meant = [_meant(_named(one)) for one in able]
    own = [one for one in meant if party(one) or one.lower_ in words("bodies") or _share(one)]
    if own:
        return list(dict.fromkeys(own))[:MOST]
    inside = next(([inner[0]] for one in meant if (inner := within(one))), [])
    return inside or [one for one in meant if drafts and one.lower_ in words("drafts")][:1]


def _named(head: Token) -> Token:
    """Of a noun in apposition to a name, the name: "Jo Reed, a Liberal who has refused"."""
    return head.head if head.dep_ == "appos" and head.head.ent_type_ == "PERSON" and head.i > head.head.i else head


def _first(head: Token) -> Token:
    """Of "he" in a clause that is joined to others, the subject of the first: "that the king wanted peace and he asked"."""
    verb = head.head
    if head.tag_ != "PRP" or head.dep_ != "nsubj" or verb.dep_ != "conj":
        return head
    for _ in range(DEPTH):
        if verb.dep_ != "conj" or verb.head.i >= verb.i:
            break
        verb = verb.head
    first = next((c for c in lefts(verb) if c.dep_ == "nsubj"), None)
    single = head.lower_ in ("he", "she") and first is not None and first.tag_ in ("NN", "NNP")
    return first if first is not None and single and party(first) else head


def _meant(head: Token) -> Token:
    """Whom a pronoun means; of "the spokesman for the ministry said it", the ministry."""
    one = antecedent(_first(head))
    if one.i != head.i and any(_own(c, head) for c in lefts(one)):
        return head  # "her lawyer said she would"
    if one.i > head.i and one.head.lower_ in words("relaying"):
        return head  # "it ordered a recount, the newspaper reported": not the newspaper
    one = _clear(head) if one.i == head.i else one
    if one.i == head.i or head.lower_ not in ("it", "they") or not mouthpiece(one):
        return one
    return next((o for o in preps(one, "for", "of") if party(o)), one)


def _share(noun: Token) -> bool:
    """Whether it counts people: "58 percent of voters"."""
    return noun.ent_type_ in ("PERCENT", "CARDINAL") and any(party(o) for o in preps(noun, "of"))


def _own(owner: Token, head: Token) -> bool:
    """Whether a pronoun that owns somebody is the one that is told of him: "her lawyer said she would"."""
    return (
        owner.dep_ == "poss" and head.tag_ == "PRP" and personal().get(owner.lower_, "") == personal().get(head.lower_)
    )


def _clear(head: Token) -> Token:
    """Whom "they" means in "the owners made clear that they would"; else the pronoun itself."""
    verb = head.head.head
    made = head.dep_ in SUBJECTS and head.head.dep_ == "ccomp" and any(c.lower_ in words("clear") for c in rights(verb))
    found = [d for d in doers(verb) if party(d) and d.tag_ != "PRP"] if made and head.tag_ == "PRP" else []
    return found[0] if found and (found[0].tag_ in ("NNS", "NNPS")) == (head.lower_ == "they") else head


def _torn(head: Token) -> bool:
    """Whether "he" or "she" stands in what several people said: it means a third one, whom the sentence may not name."""
    saying = head.head.head
    single = head.lower_ in ("he", "she") and head.dep_ in SUBJECTS and head.head.dep_ == "ccomp"
    return single and saying.lower_ in moods("speech") and len([d for d in doers(saying) if party(d)]) > 1


def named(page: Page, holder: Token) -> Span:
    """The span of a party; of a name after other names or after a place, the name alone."""
    whole = cut(page, holder)
    head = holder.idx - whole.start
    ends = [at + len(mark) for mark in MARKS if (at := whole.text.rfind(mark, 0, max(head, 0))) >= 0]
    return page.article.cut(whole.start + max(ends), whole.end) if ends else whole
