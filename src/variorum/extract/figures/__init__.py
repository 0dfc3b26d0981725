"""Figures of a page: each count with whom it counts, its hedge, its scope, and its attribution."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import FigureClaim
from ...model.page import Page
from .entry import Told
from .ledger import Ledger
from .lexicon import lexicon
from .made import Context, claim
from .told import told

__all__ = ["figures"]


def figures(page: Page) -> Iterator[FigureClaim]:
    """The figure claims of a page: counts that the text gives, then totals of victims told of one by one."""
    lex = lexicon()
    found: list[Told] = told(page, lex)
    context = Context(page, found)
    pairs = [(one, claim(context, one)) for one in found if not one.counted.single]
    yield from (made for _, made in pairs)
    ledger = Ledger(page, lex, found)
    ledger.done = {made.id for one, made in pairs if one.hit.kind == "patient" and one.hit.trigger.i < one.hit.head.i}
    yield from ledger.totals([made for _, made in pairs])
