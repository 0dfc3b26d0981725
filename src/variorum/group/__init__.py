"""From articles to stories, and what the articles of a story share word for word."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Article, Reuse


def stories(articles: Sequence[Article]) -> tuple[tuple[str, ...], ...]:
    """Ids of the articles of each story."""
    return (tuple(a.id for a in articles),)


def reuse(articles: Sequence[Article]) -> tuple[Reuse, ...]:
    """Passages that articles of one story share."""
    return ()
