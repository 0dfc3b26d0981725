"""What an article is called: its headline, else how it opens."""

from __future__ import annotations

import re

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
    """Whether what follows the mark names the outlet. A dash may belong to the headline: there the tail must hold the
    outlet's or the site's name; the other marks stand before nothing else."""
    host = re.match(r"https?://(?:www\.)?([^/?#\s]+)", article.url or article.source)
    names = [_bare(name) for name in (article.outlet, host and host[1]) if name]
    if any(len(name) > 2 and name in _bare(tail) for name in names):
        return True
    return mark.strip() in "|::»" and len(tail) < len(head)


def _bare(name: str) -> str:
    """A name's letters and digits, without the end of a host name."""
    return re.sub(r"\W|_", "", re.sub(r"(?:\.[a-z]{2,4}){1,2}$", "", name.lower()))


def opening(article: Article) -> str:
    """The first sentence of its body that is one, else its first line that is no furniture; empty for an empty text."""
    for start, end in article.sentences[:20]:
        text = clean(article.text[start:end])
        if article.part(start) == "body" and len(text) > SHORTEST:
            return text
    lines = [clean(line) for line in article.text[:2000].splitlines()]
    return next((line for line in lines if len(line) > SHORTEST), next((line for line in lines if line), ""))
