"""Figures of a page: each count or amount with what it is of, its hedge, its scope, and its attribution."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import FigureClaim
from ...model.page import Page
from .amounts import amounts
from .entry import Told
from .ledger import Ledger
from .lexicon import lexicon
from .made import Context, claim, under
from .sums import summed
from .told import told

__all__ = ["figures"]


def figures(page: Page) -> Iterator[FigureClaim]:
    """The figure claims of a page: counts and amounts that the text gives, then totals of victims told of one by one."""
    lex = lexicon()
    found: list[Told] = told(page, lex)
    every = [*found, *amounts(page, lex, found)]
    context = Context(page, every)
    told_of = (one for one in every if not one.counted.single and not one.counted.listed)
    made = under(summed([claim(context, one, lex) for one in told_of]))
    yield from made
    yield from Ledger(page, lex, found).totals(made)
