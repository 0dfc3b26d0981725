"""Quantities of a parsed article: numbers in digits and words, with hedge, range, unit and increment.

What only looks like a count is left out: dates, years, clock times, ages, telephone numbers, scores, labels ("route 9").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..model import Article, Quantity
from ..model.page import words
from .quantity.lexicon import Lexicon, lexicon
from .quantity.phrase import quantity
from .quantity.skip import skipped
from .quantity.values import bare, spanned

if TYPE_CHECKING:
    from spacy.tokens import Doc


def numbers(article: Article, doc: Doc) -> Iterator[Quantity]:
    """The quantities of a text, in order; they do not overlap."""
    lex, many, end = lexicon(), words(doc), 0
    starts = [i for i, word in enumerate(many) if word in lex.starts or word[0].isdecimal() or _signed(word, lex)]
    _trim(many, starts)
    for at in starts:
        value = bare(doc, many, at, lex) if at >= end else None
        if value is None:
            continue
        value = spanned(doc, many, value, lex) or value
        end = value.end
        if not skipped(doc, many, value, lex):
            yield quantity(article, doc, many, value, lex)


def _signed(word: str, lex: Lexicon) -> bool:
    return len(word) > 1 and word[0] in lex.rules.below.words and word[1].isdecimal()


def _trim(many: list[str], starts: list[int]) -> None:
    """Takes off a stop that the tokenizer left on a unit behind a number: "cost $14m."."""
    for at in starts:
        after = many[at + 1] if at + 1 < len(many) else ""
        if len(after) == 2 and after[1] == "." and many[at][-1].isdecimal():
            many[at + 1] = after[0]
