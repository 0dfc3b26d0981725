"""All reports of a page, read off the parse."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...model.page import Page
from . import lexicon
from .adjuncts import according, adverb, colon
from .nominals import adjective, noun
from .report import Report
from .verbs import verb

if TYPE_CHECKING:
    from spacy.tokens import Token

MEMO = "speech.reports"


def reports(page: Page) -> tuple[Report, ...]:
    """All reports of a page, in text order; worked out once."""
    found: tuple[Report, ...] | None = page.memo.get(MEMO)
    if found is None:
        found = page.memo[MEMO] = tuple(sorted(_all(page), key=lambda r: (r.anchor, r.content or (0, 0))))
    return found


def _all(page: Page) -> Iterator[Report]:
    for sentence in page.sentences:
        if page.kind(sentence.start_char) == "headline":
            yield from colon(sentence)
        for token in sentence:
            yield from _of(token)


def _of(token: Token) -> Iterator[Report]:
    tag = token.tag_
    if tag.startswith("V"):
        word = token.text.lower()
        if word == "according":
            yield from according(token)
        elif found := lexicon.verbs().get(word):
            yield from verb(token, found, hearsay=word in lexicon.hearsay())
    elif tag in {"NN", "NNS"}:
        yield from noun(token, found) if (found := lexicon.nouns().get(token.text.lower())) else ()
    elif tag.startswith("JJ"):
        yield from adjective(token, found) if (found := lexicon.adjectives().get(token.text.lower())) else ()
    elif tag == "RB" and token.text.lower() in lexicon.adverbs():
        yield from adverb(token)
