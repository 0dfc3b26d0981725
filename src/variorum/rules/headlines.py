"""What an article is called: its headline, else how it opens."""

from __future__ import annotations

from ..model import Article
from .phrases import clean, phrases

SHORTEST = 25
"""Characters under which a line is a label or a name rather than a sentence."""


def headline(article: Article) -> str:
    """The article's title, else its headline part; without the outlet's own name at its end; empty where it has neither."""
    part = next((p for p in article.parts if p.kind == "headline"), None)
    text = clean(article.title or (article.text[part.start : part.end] if part else ""))
    for mark in phrases().titles.separators:
        head, found, tail = text.rpartition(mark)
        if found and head and _outlet(article, mark, head, tail):
            return head.strip()
    return text


def _outlet(article: Article, mark: str, head: str, tail: str) -> bool:
    """A dash may belong to the headline: there only the outlet's very name goes; other marks stand before nothing else."""
    return clean(article.outlet or "").lower() == tail.lower() or (mark.strip() in "|::»" and len(tail) < len(head))


def opening(article: Article) -> str:
    """The first sentence of its body that is one, else its first line that is no furniture; empty for an empty text."""
    for start, end in article.sentences[:20]:
        text = clean(article.text[start:end])
        if article.part(start) == "body" and len(text) > SHORTEST:
            return text
    lines = [clean(line) for line in article.text[:2000].splitlines()]
    return next((line for line in lines if len(line) > SHORTEST), next((line for line in lines if line), ""))
