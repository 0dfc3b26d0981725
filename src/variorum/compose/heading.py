"""A story's title and period."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from ..model import Article, Calendar, Story, When
from ..rules.phrases import clean, clip, phrases

LONGEST = 140
"""Characters of a title."""


def title(articles: Sequence[Article], story: Story) -> str:
    """The headline that shares most words with the other reports' openings, else such a first sentence."""
    del story
    heads = [head for head in (_headline(a) for a in articles) if head]
    choices = heads or [head for head in (_opening(a) for a in articles) if head]
    if not choices:
        return clip(articles[0].text, LONGEST) if articles else ""
    shared = Counter(word for a in articles for word in _words(f"{_headline(a)} {_opening(a)}"))
    return clip(min(choices, key=lambda head: (-_score(head, shared), head)), LONGEST)


def _score(head: str, shared: Counter[str]) -> float:
    """How well a headline stands for all: other reports that use its words, over its length; a bare phrase or a whole
    paragraph says too little or too much."""
    words = _words(head)
    told = sum(shared[word] - 1 for word in words)
    return (told + 0.5) / (len(words) + 6) * (0.3 if len(words) < 3 or len(head) > LONGEST else 1.0)


def _headline(article: Article) -> str:
    """The article's title, else its headline part; without the outlet's own name at its end."""
    part = next((p for p in article.parts if p.kind == "headline"), None)
    text = clean(article.title or (article.text[part.start : part.end] if part else ""))
    for mark in phrases().titles.separators:
        head, found, tail = text.rpartition(mark)
        if (
            found
            and head
            and (clean(article.outlet or "").lower() == tail.lower() or (mark in " |  :: » " and len(tail) < len(head)))
        ):
            return head.strip()
    return text


def _opening(article: Article) -> str:
    """The first sentence of its body that is one, else its first line."""
    for start, end in article.sentences[:20]:
        text = clean(article.text[start:end])
        if article.part(start) == "body" and len(text) > 25:
            return text
    lines = [clean(line) for line in article.text[:2000].splitlines()]
    return next((line for line in lines if len(line) > 25), next((line for line in lines if line), ""))


def _words(text: str) -> frozenset[str]:
    """The words that carry meaning, in small letters."""
    stop = phrases().titles.stop
    return frozenset(w for w in re.findall(r"[^\W\d_]{3,}", text.lower()) if w not in stop)


def period(articles: Sequence[Article], calendar: Calendar) -> When | None:
    return None
