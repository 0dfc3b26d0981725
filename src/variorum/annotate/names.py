"""Mention values of a parsed article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..model import Article, Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc


def names(article: Article, doc: Doc) -> Iterator[Mention]:
    yield from ()
