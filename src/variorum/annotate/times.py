"""Expression values of a parsed article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..model import Article, Expression

if TYPE_CHECKING:
    from spacy.tokens import Doc


def times(article: Article, doc: Doc) -> Iterator[Expression]:
    yield from ()
