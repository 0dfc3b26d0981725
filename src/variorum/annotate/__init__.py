"""From a cleaned article to a page: parse, names, numbers and time expressions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import msgspec

from ..model import Article
from ..model.page import Page
from . import model
from .embeds import embeds
from .names import names
from .numbers import numbers
from .posts import posts
from .times import times

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["Annotator", "page"]


class Annotator:
    """Holds the language model; one a process."""

    def __init__(self, name: str | None = None) -> None:
        """Opens the model; raises `ModelError`."""
        self.nlp: Language = model.open_model(name)
        self.title = model.title(self.nlp)

    def pages(self, articles: Sequence[Article]) -> list[Page]:
        """A page for each article, in order; `article.sentences` is filled."""
        docs = model.parse(self.nlp, [(a.text, {p.start for p in a.parts}) for a in articles])
        return [page(article, doc) for article, doc in zip(articles, docs, strict=True)]


def page(article: Article, doc: Doc) -> Page:
    """Names, numbers and times on a parsed article."""
    sentences = tuple((s.start_char, s.end_char) for s in doc.sents if s.text.strip())
    article = msgspec.structs.replace(article, sentences=sentences)
    expressions = tuple(times(article, doc))
    article = msgspec.structs.replace(article, posts=posts(article, expressions) or embeds(article, expressions))
    return Page(
        article,
        doc,
        quantities=tuple(numbers(article, doc)),
        expressions=expressions,
        mentions=tuple(names(article, doc)),
    )
