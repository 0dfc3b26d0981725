"""Quantity values of a parsed article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..model import Article, Quantity

if TYPE_CHECKING:
    from spacy.tokens import Doc


def numbers(article: Article, doc: Doc) -> Iterator[Quantity]:
    yield from ()
