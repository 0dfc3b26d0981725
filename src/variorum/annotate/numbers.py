"""Quantities of a parsed article: numbers in digits and words, with hedge, range, unit and increment.

What only looks like a count is left out: dates, years, clock times, ages, telephone numbers, scores, labels ("route 9").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..model import Article, Quantity
from .quantity.lexicon import lexicon
from .quantity.phrase import quantity
from .quantity.skip import skipped
from .quantity.values import bare, spanned

if TYPE_CHECKING:
    from spacy.tokens import Doc


def numbers(article: Article, doc: Doc) -> Iterator[Quantity]:
    """The quantities of a text, in order; they do not overlap."""
    lex = lexicon()
    words = _words(doc)
    at = 0
    while at < len(words):
        value = bare(doc, words, at, lex) if words[at] in lex.starts or words[at][:1].isdecimal() else None
        if value is None:
            at += 1
            continue
        value = spanned(doc, words, value, lex) or value
        if not skipped(doc, words, value, lex):
            yield quantity(article, doc, words, value, lex)
        at = value.end


def _words(doc: Doc) -> list[str]:
    """The words in small letters; a stop that the tokenizer left on a unit behind a number is taken off: "cost $14m."."""
    words = [t.lower_ for t in doc]
    for i in range(1, len(words)):
        if words[i][-1] == "." and len(words[i]) == 2 and words[i - 1][-1].isdecimal() and words[i - 1][0] != ".":
            words[i] = words[i][0]
    return words
