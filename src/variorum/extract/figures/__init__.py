"""Figures of a page: each count with whom it counts, its hedge, its scope, and its attribution."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import FigureClaim
from ...model.page import Page
from .ledger import Ledger
from .lexicon import lexicon
from .told import Told, claim, told

__all__ = ["figures"]


def figures(page: Page) -> Iterator[FigureClaim]:
    """The figure claims of a page: counts that the text gives, then totals of victims told of one by one."""
    lex = lexicon()
    found: list[Told] = told(page, lex)
    claims = [claim(page, one, found) for one in found if not one.counted.single]
    yield from claims
    yield from Ledger(page, lex, found).totals([c for c in claims])
