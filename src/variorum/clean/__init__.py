"""Marks what each stretch of an article is. Deletes nothing: offsets stay those of the text as read."""

from __future__ import annotations

import msgspec

from ..model import Article
from .dateline import datelines
from .flags import flags
from .headline import headline
from .page import furnish
from .pieces import Piece, lines, parts
from .repeat import repeats
from .rules import Signs, plain

__all__ = ["clean"]


def clean(article: Article) -> Article:
    """The article with its parts, which cover all that is not blank, its flags, and its headline as title where it had none.

    Captions that the reader marked stay captions.
    """
    text = article.text
    pieces = _given(article, lines(text))
    low = plain(text)
    signs = Signs(low)
    pieces = headline(article, pieces, signs)
    pieces = datelines(text, furnish(text, low, pieces, signs))
    pieces = repeats(text, pieces)
    title = article.title or next((text[p.start : p.end] for p in pieces if p.kind == "headline"), None)
    return msgspec.structs.replace(article, parts=parts(pieces), flags=flags(article, pieces), title=title)


def _given(article: Article, pieces: list[Piece]) -> list[Piece]:
    """Lines that the reader knows to be captions."""
    known = {p.start: p for p in article.parts if p.kind == "caption"}
    return [msgspec.structs.replace(p, kind="caption") if p.start in known else p for p in pieces]
