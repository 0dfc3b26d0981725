"""All reports of a page, read off the parse."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from ...model.page import Page
from ..kin import children
from . import lexicon
from .adjuncts import according, adverb, colon, viewed
from .nominals import adjective, noun
from .report import Report
from .verbs import verb

if TYPE_CHECKING:
    from spacy.tokens import Token
    from spacy.vocab import Vocab

MEMO = "speech.reports"


def reports(page: Page) -> tuple[Report, ...]:
    """All reports of a page, in text order; worked out once."""
    found: tuple[Report, ...] | None = page.memo.get(MEMO)
    if found is None:
        found = page.memo[MEMO] = tuple(sorted(_all(page), key=lambda r: (r.anchor, r.content or (0, 0))))
    return found


def _all(page: Page) -> Iterator[Report]:
    doc = page.doc
    lower, cues = doc.to_array("LOWER").tolist(), _cues(doc.vocab)
    for sentence in page.sentences:
        if page.kind(sentence.start_char) == "headline":
            yield from colon(sentence)
        for at in range(sentence.start, sentence.end):
            if lower[at] in cues:
                yield from _of(doc[at])


@cache
def _cues(vocab: Vocab) -> frozenset[int]:
    """The ids of all words that can be cues; most words of a text are none, and numbers are looked up faster than words."""
    words = (
        *lexicon.verbs(),
        *lexicon.nouns(),
        *lexicon.adjectives(),
        *lexicon.adverbs(),
        *lexicon.grounds(),
        *lexicon.adjuncts(),
    )
    return frozenset(vocab.strings[word] for word in words)


def _of(token: Token) -> Iterator[Report]:
    tag = token.tag_
    if tag.startswith("V"):
        word = token.text.lower()
        if word in lexicon.grounds():
            yield from according(token)
        elif found := lexicon.verbs().get(word):
            yield from verb(token, found, hearsay=word in lexicon.hearsay())
    elif tag in {"NN", "NNS"} and _deed(token) and (acts := lexicon.verbs().get(token.text.lower())):
        yield from verb(token, acts, hearsay=False)
    elif tag in {"NN", "NNS"}:
        yield from noun(token, found) if (found := lexicon.nouns().get(token.text.lower())) else ()
    elif tag.startswith("JJ"):
        yield from adjective(token, found) if (found := lexicon.adjectives().get(token.text.lower())) else ()
    elif tag == "IN" and token.text.lower() in lexicon.adjuncts():
        yield from viewed(token)
    elif tag == "RB" and token.text.lower() in lexicon.adverbs():
        yield from adverb(token)


def _deed(token: Token) -> bool:
    """Whether a verb was tagged as a noun: it has a subject and what is said hangs on it ("the candidate plans to stay")."""
    parts = {c.dep_ for c in children(token)}
    return "nsubj" in parts and bool(parts & {"xcomp", "ccomp"})
