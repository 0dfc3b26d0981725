"""A story's title and period."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Article, Calendar, Story, When


def title(articles: Sequence[Article], story: Story) -> str:
    return articles[0].title or articles[0].text[:80]


def period(articles: Sequence[Article], calendar: Calendar) -> When | None:
    return None
