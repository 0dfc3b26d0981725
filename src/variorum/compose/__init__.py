"""From everything to the published dossier: titles, periods, digest; every span checked once more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from ..errors import ProvenanceError
from ..model import Article, Dossier, Generator, Problem, Span, Story
from .digest import digest
from .heading import period, title

__all__ = ["digest", "dossier", "period", "title"]


def dossier(articles: Sequence[Article], stories: Sequence[Story], problems: Sequence[Problem], generator: Generator) -> Dossier:
    """The dossier; raises `ProvenanceError` when a span in it is not the article's own characters."""
    made = Dossier(generator=generator, articles=tuple(articles), stories=tuple(stories), problems=tuple(problems))
    texts = {a.id: a.text for a in articles}
    for span in spans(made):
        if texts.get(span.article, "")[span.start : span.end] != span.text:
            raise ProvenanceError(f"{span.text!r} is not at {span.start} of article {span.article}")
    return made


def spans(item: Any) -> Iterator[Span]:
    """Every span inside any part of a dossier."""
    if isinstance(item, Span):
        yield item
    elif isinstance(item, msgspec.Struct):
        for name in item.__struct_fields__:
            yield from spans(getattr(item, name))
    elif isinstance(item, tuple):
        for one in item:
            yield from spans(one)
