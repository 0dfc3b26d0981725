"""From articles to stories, and what the articles of a story share word for word."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Article
from .clusters import clusters
from .notices import notices
from .reuse import reuse

__all__ = ["notices", "reuse", "stories"]


def stories(articles: Sequence[Article]) -> tuple[tuple[str, ...], ...]:
    """Ids of the articles of each story, each in the given order; the larger stories first."""
    groups = sorted(clusters(articles), key=lambda group: (-len(group), group))
    return tuple(tuple(articles[i].id for i in group) for group in groups)
