"""Positions of a page: who proposes, offers, demands, accepts, rejects or supports what, and on which terms."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ...model import PositionClaim
from ...model.page import Page
from ..parties import within
from ..syntax import doers
from ..terms import marking
from .claim import Finding, claims
from .conditions import conditions
from .cues import absent, against, modal, noun, only, verb
from .phrases import linked, under
from .phrases import made as made_of
from .words import lexicon, wanted, words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

PLAN = ("proposes", "offers")
NEAR = 400
"""Characters between a proposal and the sentence that says on what it depends."""
MOST = 20
"""Positions of one sentence: what has more is a list, or a slip of the parse."""


def positions(page: Page) -> Iterator[PositionClaim]:
    """What parties want, in text order; hypotheses and questions left out."""
    lower, known, first = page.words, wanted(), marking()
    spots = [at for at, word in enumerate(lower) if word in known]
    marks = [at for at, word in enumerate(lower) if word in first]
    last: PositionClaim | None = None
    for sentence in page.sentences:
        near, bound = _inside(spots, sentence), _inside(marks, sentence)
        if (near or bound) and not _asks(lower, sentence):
            headline = page.kind(sentence.start_char) == "headline"
            tokens = [page.doc[i] for i in near]
            found = list(_found(page, sentence, tokens, bound, headline=headline))
            yield from _linked(page, sentence, tokens, last)
            yield from found
            last = next((one for one in reversed(found) if one.stance in PLAN), last)


def _linked(page: Page, sentence: Tokens, tokens: list[Token], last: PositionClaim | None) -> Iterator[PositionClaim]:
    """On what the last proposal depends, where a sentence soon after says so: "but that was linked to a truce"."""
    if last is None or sentence.start_char - last.sentence.end > NEAR:
        return
    for token in tokens:
        about = linked(token)
        if about is not None:
            yield from claims(page, sentence, Finding(token, (), "conditions", about), by=last.party)


def _inside(spots: list[int], sentence: Tokens) -> list[int]:
    """The numbers among these that lie in the sentence."""
    return spots[bisect_left(spots, sentence.start) : bisect_left(spots, sentence.end)]


def _asks(lower: list[str], sentence: Tokens) -> bool:
    """Whether the sentence ends on a question mark."""
    return next((w for w in reversed(lower[sentence.start : sentence.end]) if not w.isspace()), "").endswith("?")


def _found(
    page: Page, sentence: Tokens, tokens: list[Token], marks: list[int], *, headline: bool
) -> Iterator[PositionClaim]:
    seen: set[tuple[int, int, str]] = set()
    made = [one for token in tokens if (one := _one(token, headline=headline)) is not None]
    bound = [
        Finding(token, tuple(held), "conditions", about)
        for token, held, about in conditions(sentence, page.words, marks)
    ]
    # "is ready to talk if ...": a condition, and no plain yes
    made = [one for one in made if not any(one.at.tag_ == "JJ" and b.at.i in range(*one.about) for b in bound)] + bound
    made = [taken for one in made if (taken := _taken(one, made)) is not None]
    for one in sorted(made, key=lambda f: (f.about[0], f.at.i))[:MOST]:
        for claim in claims(page, sentence, one):
            mark = (claim.party.start, one.about[1], claim.stance)
            if mark not in seen:
                seen.add(mark)
                yield claim


def _taken(one: Finding, made: list[Finding]) -> Finding | None:
    """With what was told just before as its matter, where it only points back there; None where nothing was."""
    if not one.again:
        return one
    before = [
        o for o in made if not o.again and o.at.i < one.at.i and o.about[1] <= one.at.i and o.about[1] > o.about[0]
    ]
    whose = {t.i for t in one.held}
    last = max((o for o in before if not whose & {t.i for t in o.held}), key=lambda o: o.at.i, default=None)
    if last is None:
        return replace(one, again=False) if one.about[1] > one.about[0] else None
    return replace(one, about=last.about, toward=last.held)


def _one(token: Token, *, headline: bool) -> Finding | None:
    """The position that hangs on a word, if any does."""
    known, word = lexicon(), token.lower_
    if token.tag_ == "MD":
        return modal(token) if word in words("must") or word in words("will") else None
    if token.tag_ == "EX":
        return absent(token)
    if word == "under" and (drafted := under(token)) is not None:
        draft, at, about = drafted
        return Finding(at, tuple(within(draft) or [draft]), "proposes", about)
    if token.tag_[:2] == "VB" and (bound := made_of(token)) is not None:
        return Finding(token, tuple(doers(token)), "conditions", bound)
    if token.tag_ == "IN" and (found := against(token)) is not None:
        return found
    if word == "only":
        return only(token)
    if token.tag_[:2] == "NN":
        return noun(token) if word in known.nouns else None
    return verb(token, headline=headline) if word in known.verbs or word in known.adjectives else None


__all__ = ["positions"]
