"""The reports themselves."""

from __future__ import annotations

from ...model import Article
from ...rules.phrases import phrases, when
from ..outline import Group, Row, Section, section
from ..view import StoryView


def reports(story: StoryView) -> Section:
    """Every report of the story: outlet, headline, date and what the date rests on, where it was read from."""
    rows = tuple(_row(story, article) for article in story.members)
    return section("reports", "table", (Group(rows=rows),), brief=40, full=100, wide=(3, 6, 4, 4), first=True)


def _row(story: StoryView, article: Article) -> Row:
    view = story.view
    cells = (view.outlet(article) or phrases().unsaid, view.heading(article), published(article), view.file(article))
    evidence = article.published.evidence if article.published else ()
    return Row(
        cells, evidence, story.view.numbered([article.id]), why=article.published.why if article.published else ""
    )


def published(article: Article) -> str:
    """When, and in brackets on what that rests."""
    said = phrases()
    text = when(article.published)
    if article.published is None or not text:
        return said.unknown
    return f"{text} ({said.times.basis[article.published.basis]})"
