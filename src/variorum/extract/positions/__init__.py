"""Positions of a page: who proposes, offers, demands, accepts, rejects or supports what, and on which terms."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...model import PositionClaim
from ...model.page import Page
from ..terms import marking
from .claim import Finding, claims
from .conditions import conditions
from .cues import against, modal, noun, only, verb
from .words import lexicon, wanted, words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

MOST = 20
"""Positions of one sentence: what has more is a list, or a slip of the parse."""


def positions(page: Page) -> Iterator[PositionClaim]:
    """What parties want, in text order; hypotheses and questions left out."""
    lower, known, first = page.words, wanted(), marking()
    spots = [at for at, word in enumerate(lower) if word in known]
    marks = [at for at, word in enumerate(lower) if word in first]
    for sentence in page.sentences:
        near, bound = _inside(spots, sentence), _inside(marks, sentence)
        if (near or bound) and not _asks(lower, sentence):
            headline = page.kind(sentence.start_char) == "headline"
            yield from _found(page, sentence, [page.doc[i] for i in near], bound, headline=headline)


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
    for one in sorted(made, key=lambda f: (f.about[0], f.at.i))[:MOST]:
        for claim in claims(page, sentence, one):
            mark = (claim.party.start, one.about[1], claim.stance)
            if mark not in seen:
                seen.add(mark)
                yield claim


def _one(token: Token, *, headline: bool) -> Finding | None:
    """The position that hangs on a word, if any does."""
    known, word = lexicon(), token.lower_
    if token.tag_ == "MD":
        return modal(token) if word in words("must") or word == "would" else None
    if token.tag_ == "IN" and (found := against(token)) is not None:
        return found
    if word == "only":
        return only(token)
    if token.tag_[:2] == "NN":
        return noun(token) if word in known.nouns else None
    return verb(token, headline=headline) if word in known.verbs or word in known.adjectives else None


__all__ = ["positions"]
