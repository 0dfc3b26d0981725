"""Who did the reporting, and what a statement rests on."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from .frozen import Frozen
from .span import Span


class Backing(Frozen, frozen=True, kw_only=True):
    """What a statement rests on: reports that copy one another, or cite one outlet for it, are one origin, and what one and the
    same source told several of them has one source."""

    origins: tuple[str, ...]
    """Ids of `Origin`s."""
    sources: tuple[str, ...] = ()
    """Ids of `Source`s: for each place the one at the end of the chain, outlets left out. Empty where nobody is cited."""


class Origin(Frozen, frozen=True, kw_only=True):
    """Whoever did the reporting: reports that are one agency's or outlet's text, or that copy each other, are one origin."""

    id: str
    name: str
    """The agency or outlet; empty where nobody is known."""
    kind: Literal["agency", "outlet", "report"]
    """`report`: one or more reports of whom only the texts are known."""
    articles: tuple[str, ...]
    """Reports that rest on it as a whole; each report of the story stands under one origin."""
    cited: tuple[str, ...] = ()
    """Reports of other origins that cite it for a statement, or credit it with a part of their text."""
    why: str = ""
    spans: tuple[Span, ...] = ()
    """Where reports credit or cite it."""


def newsrooms(articles: Iterable[str], origins: Iterable[Origin]) -> int:
    """How many origins the articles have: copies, and texts of one agency or outlet, count once."""
    home = {article: one.id for one in origins for article in one.articles}
    return len({home.get(article, article) for article in articles})
