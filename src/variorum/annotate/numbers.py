"""Quantities of a parsed article: numbers in digits and words, with hedge, range, unit and increment.

What only looks like a count is left out: dates, years, clock times, ages, telephone numbers, scores, labels ("route 9").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..model import Article, Quantity
from ..model.page import words
from .quantity.lexicon import lexicon
from .quantity.phrase import quantity
from .quantity.skip import skipped
from .quantity.values import bare, spanned

if TYPE_CHECKING:
    from spacy.tokens import Doc


def numbers(article: Article, doc: Doc) -> Iterator[Quantity]:
    """The quantities of a text, in order; they do not overlap."""
    lex = lexicon()
    many = _words(doc)
    at = 0
    while at < len(many):
        value = bare(doc, many, at, lex) if many[at] in lex.starts or many[at][:1].isdecimal() else None
        if value is None:
            at += 1
            continue
        value = spanned(doc, many, value, lex) or value
        if not skipped(doc, many, value, lex):
            yield quantity(article, doc, many, value, lex)
        at = value.end


def _words(doc: Doc) -> list[str]:
    """The words in small letters; a stop that the tokenizer left on a unit behind a number is taken off: "cost $14m."."""
    many = words(doc)
    for i, word in enumerate(many):
        if len(word) == 2 and word[1] == "." and i and many[i - 1][-1].isdecimal():
            many[i] = word[0]
    return many
