"""Marks what each stretch of an article is. Deletes nothing: offsets stay those of the text as read."""

from __future__ import annotations

from ..model import Article


def clean(article: Article) -> Article:
    return article
